import { settings } from "./en/settings";

export const tSettings = settings;
