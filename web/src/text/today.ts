import { today } from "./en/today";

export const tToday = today;
