import { logIn } from "./en/logIn";

export const tLogIn = logIn;
