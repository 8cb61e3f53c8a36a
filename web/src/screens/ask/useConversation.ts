/** The turns of one conversation: each a question and its answer, as far as it has come. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { answerTo, askAloud, type Heard, type Piece, type Question, wasAnswered } from "../../api/ask";
import { newKey } from "../../api/http";
import type { Answer, Visualization } from "../../api/shapes";
import { useStorefront } from "../../app/session";

export interface Turn {
  id: string;
  question: string;
  request: Question;
  asking: boolean;
  plan: string;
  sentences: string[];
  visualizations: Visualization[];
  replaced: boolean;
  answer: Answer | null;
  error: unknown;
}

const fresh = (id: string, question: string, request: Question): Turn => ({
  id,
  question,
  request,
  asking: true,
  plan: "",
  sentences: [],
  visualizations: [],
  replaced: false,
  answer: null,
  error: null,
});

/** The turn after one more piece of its answer. */
export function withPiece(turn: Turn, piece: Piece): Turn {
  switch (piece.event) {
    case "plan":
      return { ...turn, plan: piece.data.plan };
    case "data":
      return { ...turn, visualizations: piece.data.visualizations };
    case "sentence":
      return { ...turn, sentences: [...turn.sentences, piece.data.text] };
    case "replace":
      return { ...turn, replaced: true, sentences: piece.data.text ? [piece.data.text] : [] };
    case "done":
      return { ...turn, asking: false, answer: piece.data, visualizations: piece.data.visualizations };
  }
}

export interface Conversation {
  turns: Turn[];
  asking: boolean;
  ask: (question: string, choice?: string) => void;
  /** Asks a spoken question; it becomes a turn where it was answered. */
  hear: (recording: Blob) => Promise<Heard>;
  retry: (turn: Turn) => void;
  stop: () => void;
  restart: () => void;
}

/** Goes on with the conversation of this id, or starts one. */
export function useConversation(before?: string): Conversation {
  const [turns, setTurns] = useState<Turn[]>([]);
  const conversation = useRef<string | undefined>(before);
  const running = useRef<AbortController | null>(null);
  const storefront = useStorefront();
  const queries = useQueryClient();

  useEffect(() => () => running.current?.abort(), []);

  const change = useCallback((id: string, how: (turn: Turn) => Turn) => {
    setTurns((before) => before.map((turn) => (turn.id === id ? how(turn) : turn)));
  }, []);

  const run = useCallback(
    async (id: string, request: Question) => {
      running.current?.abort();
      const control = new AbortController();
      running.current = control;
      try {
        for await (const piece of answerTo(request, id, control.signal)) {
          change(id, (turn) => withPiece(turn, piece));
          if (piece.event === "done") conversation.current = piece.data.conversation_id;
        }
        change(id, (turn) => ({ ...turn, asking: false }));
      } catch (error) {
        change(id, (turn) => ({ ...turn, asking: false, error: control.signal.aborted ? "stopped" : error }));
      }
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
    [change, queries],
  );

  const about = useCallback(
    () => ({
      ...(conversation.current ? { conversation_id: conversation.current } : {}),
      ...(storefront ? { storefront_id: storefront } : {}),
    }),
    [storefront],
  );

  const ask = useCallback(
    (question: string, choice?: string) => {
      const request: Question = { query: question, ...(choice ? { choice } : {}), ...about() };
      const id = newKey();
      setTurns((before) => [...before, fresh(id, question, request)]);
      void run(id, request);
    },
    [run, about],
  );

  const hear = useCallback(
    async (recording: Blob) => {
      const id = newKey();
      const heard = await askAloud(recording, about(), id);
      if (wasAnswered(heard)) {
        conversation.current = heard.conversation_id;
        const turn = fresh(id, heard.heard, { query: heard.heard, ...about() });
        setTurns((before) => [...before, withPiece(turn, { event: "done", data: heard })]);
      }
      void queries.invalidateQueries({ queryKey: ["ai"] });
      return heard;
    },
    [about, queries],
  );

  const retry = useCallback(
    (turn: Turn) => {
      change(turn.id, () => fresh(turn.id, turn.question, turn.request));
      void run(turn.id, turn.request);
    },
    [change, run],
  );

  return {
    turns,
    asking: turns.some(({ asking }) => asking),
    ask,
    hear,
    retry,
    stop: () => running.current?.abort(),
    restart: () => {
      running.current?.abort();
      conversation.current = undefined;
      setTurns([]);
    },
  };
}
