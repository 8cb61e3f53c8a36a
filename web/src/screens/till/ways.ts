/** The ways in which money goes out; mobile money names its network. */
import { tSell } from "../../text/sell";
import { tTills } from "../../text/tills";

const mobile = "mobile_money" as const;

export const ways = {
  cash: { method: "cash" as const },
  mtn: { method: mobile, network: "mtn" as const },
  telecel: { method: mobile, network: "telecel" as const },
  at: { method: mobile, network: "at" as const },
};
export type Way = keyof typeof ways;

export const wayNames: { value: Way; label: string }[] = [
  { value: "cash", label: tSell.methods.cash },
  ...(["mtn", "telecel", "at"] as const).map((value) => ({ value, label: tTills.momo(tSell.networks[value]) })),
];
