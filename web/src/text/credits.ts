import { credits } from "./en/credits";

export const tCredits = credits;
