/** A question to the shop's records, and the parts of its answer as they are made. */
import { queryOptions } from "@tanstack/react-query";
import { get, post } from "./http";
import { Problem } from "./problem";
import type { Answer, Visualization } from "./shapes";
import { stream } from "./stream";

export interface Question {
  query: string;
  choice?: string;
  conversation_id?: string;
  storefront_id?: string;
}

export type Piece =
  | { event: "plan"; data: { plan: string } }
  | { event: "data"; data: { visualizations: Visualization[] } }
  | { event: "sentence"; data: { text: string } }
  | { event: "replace"; data: { text?: string } }
  | { event: "done"; data: Answer };

export const starters = () =>
  queryOptions({
    queryKey: ["ai", "starters"],
    queryFn: ({ signal }) => get<{ questions: string[] }>("/ai/api/starters/", {}, signal),
    staleTime: 600_000,
  });

export const notWhatIAsked = (transaction: string) =>
  post<{ credits_returned: number; balance: number; message: string }>(
    `/ai/api/transactions/${transaction}/feedback/`,
    { misunderstood: true },
  );

/** The pieces of an answer; a `Problem` where the API refuses or fails. */
export async function* answerTo(question: Question, key: string, signal: AbortSignal): AsyncGenerator<Piece> {
  for await (const { event, data } of stream("/ai/api/query/stream/", question, key, signal)) {
    if (event === "error") throw new Problem(503, data);
    if (event === "plan" || event === "data" || event === "sentence" || event === "replace" || event === "done")
      yield { event, data };
  }
}
