/** What needs doing, from what the shop's own records say; the most pressing first, five at most. */
import type { Ageing, AiSettings, Balance, CustomerPromise, RiskAlert, StockReport } from "../../api/shapes";
import type { Role } from "../../app/session";
import { tToday } from "../../text/today";
import { credits, money } from "../../ui/format";

export interface Card {
  key: string;
  title: string;
  why: string;
  action: string;
  to: "/money" | "/money/$customerId" | "/stock" | "/credits" | "/settings/$part";
  id?: string;
  risk?: boolean;
}

export interface Known {
  role: Role;
  ageing?: Ageing | undefined;
  broken?: CustomerPromise[] | undefined;
  stock?: StockReport | undefined;
  risks?: RiskAlert[] | undefined;
  balance?: Balance | undefined;
  settings?: AiSettings | undefined;
}

function debts({ ageing }: Known): Card[] {
  if (!ageing || Number(ageing.summary.overdue_amount) <= 0) return [];
  const late = ageing.results.filter(({ overdue }) => Number(overdue) > 0).length;
  return [
    {
      key: "overdue",
      title: tToday.overdue(money(ageing.summary.overdue_amount, { whole: true })),
      why: tToday.overdueWhy(late),
      action: tToday.overdueDo,
      to: "/money",
      risk: true,
    },
  ];
}

function promises({ broken = [] }: Known): Card[] {
  const [latest] = broken.toSorted((one, other) => other.due_on.localeCompare(one.due_on));
  if (!latest) return [];
  return [
    {
      key: "broken",
      title: tToday.broken(broken.length),
      why: tToday.brokenWhy(latest.customer_name ?? "", money(latest.amount)),
      action: tToday.brokenDo,
      to: "/money/$customerId",
      id: latest.customer_id,
    },
  ];
}

function shelves({ stock }: Known): Card[] {
  if (!stock || stock.summary.to_reorder === 0) return [];
  return [
    {
      key: "order",
      title: tToday.order(stock.summary.to_reorder),
      why: tToday.orderWhy(stock.summary.out_of_stock),
      action: tToday.orderDo,
      to: "/stock",
    },
  ];
}

function worse({ risks = [] }: Known): Card[] {
  const [first] = risks;
  if (!first) return [];
  return [
    {
      key: "credit",
      title: tToday.credit(risks.length),
      why: tToday.creditWhy(first.customer.name),
      action: tToday.creditDo,
      to: "/money/$customerId",
      id: first.customer.id,
    },
  ];
}

function assistant({ role, balance, settings }: Known): Card[] {
  if (settings && !settings.consent)
    return role === "owner"
      ? [
          {
            key: "consent",
            title: tToday.consent,
            why: tToday.consentWhy,
            action: tToday.consentDo,
            to: "/settings/$part",
            id: "ai",
          },
        ]
      : [];
  if (!balance?.low_balance) return [];
  return [
    {
      key: "low",
      title: tToday.low(credits(balance.available)),
      why: tToday.lowWhy,
      action: tToday.lowDo,
      to: "/credits",
    },
  ];
}

export const cardsOf = (known: Known): Card[] =>
  [debts, promises, shelves, worse, assistant].flatMap((kind) => kind(known)).slice(0, 5);
