/** A question to the shop's records, and the parts of its answer as they are made. */
import { queryOptions } from "@tanstack/react-query";
import type { Answer as Of, StreamEvent } from "shop-client";
import { Problem } from "./problem";
import type { Answer } from "./shapes";
import { shop } from "./shop";

export interface Question {
  query: string;
  choice?: string;
  conversation_id?: string;
  storefront_id?: string;
}

/** A part of an answer. */
export type Piece = Exclude<StreamEvent<"streamQuestion">, { event: "error" }>;

/** What was heard of a spoken question. */
export type Heard = Of<"askByVoice">;

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

/** Sends a recording. Its answer comes with it where what was heard leaves no doubt. */
export const askAloud = (audio: Blob, about: Omit<Question, "query" | "choice">, key: string) =>
  shop().call("askByVoice", { body: { audio, ...about } }, { key });

export const wasAnswered = (heard: Heard): heard is Heard & Answer => !heard.needs_confirmation;
