import { en } from "./en";

/** The words of the present language. */
export const t = en;
