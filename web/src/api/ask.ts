/** A question to the shop's records, and the parts of its answer as they are made. */
import { queryOptions } from "@tanstack/react-query";
import { Problem } from "./problem";
import type { Answer, Visualization } from "./shapes";
import { shop } from "./shop";
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
    queryFn: ({ signal }) => shop().call("getStarters", {}, { signal }),
    staleTime: 600_000,
  });

/** What was asked before, the latest first. */
export const conversations = () =>
  queryOptions({
    queryKey: ["ai", "conversations"],
    queryFn: ({ signal }) => shop().call("listConversations", { query: { page_size: 20 } }, { signal }),
    select: ({ results }) => results.filter(({ feature, turns }) => feature === "natural_language_query" && turns > 0),
  });

export const conversation = (id: string) =>
  queryOptions({
    queryKey: ["ai", "conversation", id],
    queryFn: ({ signal }) => shop().call("getConversation", { path: { id } }, { signal }),
  });

export const forget = (id: string) => shop().call("deleteConversation", { path: { id } });

export const notWhatIAsked = (transaction: string) =>
  shop().call("giveFeedback", { path: { transaction_id: transaction }, body: { misunderstood: true } });

/** The pieces of an answer; a `Problem` where the API refuses or fails. */
export async function* answerTo(question: Question, key: string, signal: AbortSignal): AsyncGenerator<Piece> {
  for await (const { event, data } of stream("/ai/api/query/stream/", question, key, signal)) {
    if (event === "error") throw new Problem(503, data);
    if (event === "plan" || event === "data" || event === "sentence" || event === "replace" || event === "done")
      yield { event, data };
  }
}
