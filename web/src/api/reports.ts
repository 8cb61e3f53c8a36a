import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, send } from "./http";
import type { Charged, Report } from "./shapes";

export interface Span {
  from: string;
  to: string;
}

export const report = (name: string, span: Span, storefront_id: string | null) =>
  queryOptions({
    queryKey: ["reports", name, span, storefront_id],
    queryFn: ({ signal }) =>
      get<Report>(`/reports/api/${name}/`, { ...span, storefront_id, compare: "previous", limit: 200 }, signal),
    placeholderData: keepPreviousData,
  });

export interface Narrative {
  summary: string;
  key_insights: string[];
  recommendations: string[];
}

export interface Narrated extends Partial<Charged> {
  ai_narrative: Narrative | null;
  ai_error?: { error: string; message: string } | null;
}

/** The same report with a summary in words, which is paid for. */
export async function narrate(name: string, span: Span, storefront_id: string | null, key: string): Promise<Narrated> {
  const response = await send(`/reports/api/${name}/`, {
    params: { ...span, storefront_id, compare: "previous", narrative: 1 },
    key,
  });
  return response.json();
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

export type Period = "this_month" | "last_month" | "days_30" | "days_90" | "year";

/** The days of a period, as they are today. */
export function spanOf(period: Period, now = new Date()): Span {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const to = iso(year, month, day);
  switch (period) {
    case "this_month":
      return { from: iso(year, month, 1), to };
    case "last_month":
      return { from: iso(year, month - 1, 1), to: iso(year, month, 0) };
    case "days_30":
      return { from: iso(year, month, day - 29), to };
    case "days_90":
      return { from: iso(year, month, day - 89), to };
    case "year":
      return { from: iso(year - 1, month, day + 1), to };
  }
}
