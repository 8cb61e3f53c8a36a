/** Sends what waits, in the order in which it was sold, each at most once: its `client_id` is its name for ever. */
import { problemOf } from "../api/problem";
import type { SaleRequest } from "../api/shapes";
import { dropSale, keepSale, type WaitingSale, waitingSales } from "./store";

export type Send = (request: SaleRequest) => Promise<unknown>;

export interface Outcome {
  sent: number;
  refused: number;
  /** The connection is still away. */
  offline: boolean;
}

const TRY_LATER = new Set([0, 401, 408, 429, 500, 502, 503, 504]);

/** One pass over the queue. A refusal is kept with its sentence, for a person to decide. */
export async function sendWaiting(business: string, send: Send): Promise<Outcome> {
  const outcome: Outcome = { sent: 0, refused: 0, offline: false };
  for (const sale of await waitingSales(business)) {
    if (sale.refusal !== "") continue;
    try {
      await send(sale.request);
      await dropSale(sale.client_id);
      outcome.sent += 1;
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (TRY_LATER.has(problem.status) || problem.code === "request_in_progress") return { ...outcome, offline: true };
      await keepSale({ ...sale, refusal: problem.message || problem.code });
      outcome.refused += 1;
    }
  }
  return outcome;
}

export const tryAgain = (sale: WaitingSale): Promise<void> => keepSale({ ...sale, refusal: "" });
