import { unusual } from "./en/unusual";

export const tUnusual = unusual;
