import { sell } from "./en/sell";

export const tSell = sell;
