/** Where in the console a card of the brief is acted on. */
import { linkOptions } from "@tanstack/react-router";
import type { BriefCard } from "../../api/brief";
import { toSlug } from "../reports/kinds";

const money = linkOptions({ to: "/money" });
const stock = linkOptions({ to: "/stock" });

/** The days that the address of a report names. */
function daysOf(path: string): { from?: string; to?: string } {
  const asked = new URLSearchParams(path.split("?")[1] ?? "");
  const [from, to] = [asked.get("from"), asked.get("to")];
  return from && to ? { from, to } : {};
}

export function placeOf({ kind, action }: Pick<BriefCard, "kind" | "action">) {
  switch (kind) {
    case "collect":
    case "promise_due":
    case "credit_alert":
      return money;
    case "runs_out":
    case "dead_stock":
      return stock;
    case "expiring":
      return linkOptions({ to: "/reports/$name", params: { name: toSlug("inventory/expiring") } });
    case "unusual_day":
      return linkOptions({
        to: "/reports/$name",
        params: { name: toSlug("sales/change") },
        search: daysOf(action.path),
      });
    case "payment_stuck": {
      const { reference } = action.body ?? {};
      return linkOptions({ to: "/payment/callback", search: reference ? { reference } : {} });
    }
    case "loss_alert":
      return linkOptions({ to: "/unusual" });
    case "credits_expiring":
      return linkOptions({ to: "/credits" });
    default:
      return linkOptions({ to: "/reports" });
  }
}

/** Money that may be lost is shown in red. */
export const isRisk = ({ kind }: Pick<BriefCard, "kind">): boolean => kind === "collect" || kind === "promise_due";
