/** What each operation takes and answers, read off the generated types. */
import type { OPERATIONS } from "./operations.ts";
import type { components, operations } from "./schema.ts";

export type Operation = keyof typeof OPERATIONS & keyof operations;
export type ErrorBody = components["schemas"]["Error"];

/** Operations that change nothing. */
export type Read = { [O in Operation]: (typeof OPERATIONS)[O]["method"] extends "GET" ? O : never }[Operation];
/** Operations that change something. */
export type Write = Exclude<Operation, Read>;
/** Lists in pages. */
export type Paged = { [O in Read]: Answer<O> extends { results: unknown[]; next: string | null } ? O : never }[Read];
/** Operations that answer with events. */
export type Streamed = { [O in Operation]: EventsOf<O> extends never ? never : O }[Operation];

type Success<R> = R extends object ? R[keyof R & (200 | 201 | 202 | 204)] : never;
type Content<R> = R extends { content: infer C } ? C : never;
type Of<C, T extends string> = C extends { [K in T]: infer V } ? V : never;
type IsNever<T> = [T] extends [never] ? true : false;

type AnswerContent<O extends Operation> = Content<Success<operations[O]["responses"]>>;
type Json<O extends Operation> = Of<AnswerContent<O>, "application/json">;
/** What an operation answers: JSON, a file, or nothing. */
export type Answer<O extends Operation> =
  IsNever<AnswerContent<O>> extends true ? undefined : IsNever<Json<O>> extends true ? Blob : Json<O>;
export type EventsOf<O extends Operation> = Of<AnswerContent<O>, "text/event-stream">;
/** One event of a stream; `event` tells which. */
export type StreamEvent<O extends Streamed> = EventsOf<O>;

type Part<O extends Operation, K extends string> = operations[O]["parameters"] extends { [P in K]?: infer V }
  ? Exclude<V, undefined>
  : never;
type Field<K extends string, V> = IsNever<V> extends true
  ? unknown
  : Record<never, never> extends V
    ? { [P in K]?: V }
    : { [P in K]: V };
type BodyOf<O extends Operation> = operations[O] extends { requestBody: { content: infer C } }
  ? { body: C[keyof C] }
  : operations[O] extends { requestBody?: { content: infer C } }
    ? IsNever<C[keyof C]> extends true
      ? unknown
      : { body?: C[keyof C] }
    : unknown;

type Fields<O extends Operation> = Field<"path", Part<O, "path">> & Field<"query", Part<O, "query">> & BodyOf<O>;
/** What an operation takes: `path`, `query` and `body`, each only where it has them. */
export type Input<O extends Operation> = { [K in keyof Fields<O>]: Fields<O>[K] };
/** Input as an argument that may be left out where nothing in it is needed. */
export type Given<O extends Operation> =
  Record<never, never> extends Input<O> ? [input?: Input<O>, how?: How] : [input: Input<O>, how?: How];

export interface How {
  signal?: AbortSignal;
  /** The Idempotency-Key; made for you when left out. Keep it to repeat a request after a restart of the app. */
  key?: string;
}

/** A picture of figures; `type` tells which. */
export type Visualization = Answer<"askQuestion">["visualizations"][number];
