/** A question to the shop's records, and the parts of its answer as they are made. */
import { queryOptions } from "@tanstack/react-query";
import type { StreamEvent } from "shop-client";
import { Problem } from "./problem";
import { shop } from "./shop";

export interface Question {
  query: string;
  choice?: string;
  conversation_id?: string;
  storefront_id?: string;
}

/** A part of an answer. */
export type Piece = Exclude<StreamEvent<"streamQuestion">, { event: "error" }>;

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
  for await (const piece of shop().stream("streamQuestion", { body: question }, { key, signal })) {
    if (piece.event === "error") throw new Problem(503, piece.data);
    yield piece;
  }
}
