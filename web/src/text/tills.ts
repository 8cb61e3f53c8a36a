import { tills } from "./en/tills";

export const tTills = tills;
