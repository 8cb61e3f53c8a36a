/** What needs doing, from what the shop's own records say; the most pressing first, five at most. */
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

/** What is known of the shop; of each answer only what a card is made of. */
export interface Known {
  role: Role;
  ageing?: { summary: { overdue_amount: string }; results: { overdue: string }[] } | undefined;
  broken?: { customer_id: string; customer_name: string | null; amount: string; due_on: string }[] | undefined;
  stock?: { toOrder: number; soldOut: number } | undefined;
  risks?: { customer: { id: string; name: string } }[] | undefined;
  balance?: { available: number; low_balance: boolean } | undefined;
  settings?: { consent: boolean } | undefined;
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
  if (!stock || stock.toOrder === 0) return [];
  return [
    {
      key: "order",
      title: tToday.order(stock.toOrder),
      why: tToday.orderWhy(stock.soldOut),
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
