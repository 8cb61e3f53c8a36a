import { money } from "./en/money";

export const tMoney = money;
