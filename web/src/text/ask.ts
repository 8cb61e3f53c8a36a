import { ask } from "./en/ask";

export const tAsk = ask;
