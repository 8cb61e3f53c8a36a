import { stock } from "./en/stock";

export const tStock = stock;
