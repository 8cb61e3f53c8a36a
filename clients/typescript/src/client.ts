import { ApiError, NetworkError } from "./errors.ts";
import { OPERATIONS } from "./operations.ts";
import { events } from "./stream.ts";
import type { Answer, ErrorBody, Given, How, Input, Operation, StreamEvent, Streamed, Write } from "./types.ts";
import { type Progress, send } from "./upload.ts";

export interface Options {
  /** "https://shop.example", or "" for the page's own server. */
  baseUrl: string;
  token?: string | null;
  /** Needed by people who work for several businesses. */
  businessId?: string | null;
  /** How often a request that is safe to repeat is repeated. */
  retries?: number;
  /** The first wait between two tries, in milliseconds; each next one is twice as long. */
  firstWait?: number;
  /** A wait that the server asks for is kept up to this many seconds; beyond it the error is yours. */
  longestWait?: number;
  /** Called when the log-in has ended; show the log-in page. */
  onLoggedOut?: (problem: ApiError) => void;
  fetch?: typeof globalThis.fetch;
}

interface Call {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | FormData | undefined;
  repeatable: boolean;
  signal: AbortSignal | undefined;
}

const REPEAT = new Set<ErrorBody["error"]>(["service_unavailable", "request_in_progress", "rate_limited"]);
const ENDED = new Set<ErrorBody["error"]>(["not_authenticated"]);

/** A client of the API for one person and one business. */
export class Client {
  readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  /** The same client with other options: after a log-in, or for another business. */
  with(options: Partial<Options>): Client {
    return new Client({ ...this.options, ...options });
  }

  get businessId(): string | null {
    return this.options.businessId ?? null;
  }

  /** Calls an operation by its name. Throws `ApiError` and `NetworkError`. */
  async call<O extends Operation>(operation: O, ...[input, how]: Given<O>): Promise<Answer<O>> {
    const response = await this.#repeated(this.#callOf(operation, input, how));
    return answerOf<O>(response);
  }

  /** The events of an answer as they come; leaving the loop ends the request, and nothing is charged. */
  async *stream<O extends Streamed>(operation: O, ...[input, how]: Given<O>): AsyncGenerator<StreamEvent<O>, void> {
    const call = this.#callOf(operation, input, how);
    const response = await this.#repeated({ ...call, headers: { ...call.headers, Accept: "text/event-stream" } });
    yield* events<StreamEvent<O>>(response);
  }

  /** Calls an operation that takes a file and tells how much of it has been sent, from 0 to 1. */
  async upload<O extends Write>(operation: O, input: Input<O>, progress: Progress, how?: How): Promise<Answer<O>> {
    const call = this.#callOf(operation, input, how);
    const response = await this.#once(call, (init) => send(call.url, init, progress, this.#fetch));
    return answerOf<O>(response);
  }

  get #fetch(): typeof globalThis.fetch {
    return this.options.fetch ?? ((url, init) => globalThis.fetch(url, init)); // a browser's refuses to be called as ours
  }

  #callOf(operation: Operation, input: object | undefined, how: How | undefined): Call {
    const { method, path, keyed, form } = OPERATIONS[operation];
    const given: Loose = input ?? {};
    const headers: Record<string, string> = { Accept: "application/json" };
    if (this.options.token) headers["Authorization"] = `Token ${this.options.token}`;
    if (this.options.businessId) headers["X-Business-Id"] = this.options.businessId;
    if (keyed && (method !== "GET" || how?.key)) headers["Idempotency-Key"] = how?.key ?? crypto.randomUUID();
    if (!form && given.body !== undefined) headers["Content-Type"] = "application/json";
    return {
      url: `${this.options.baseUrl}${filled(path, given.path)}${search(given.query)}`,
      method,
      headers,
      body: given.body === undefined ? undefined : form ? formOf(given.body) : JSON.stringify(given.body),
      repeatable: method === "GET" || keyed,
      signal: how?.signal,
    };
  }

  async #repeated(call: Call): Promise<Response> {
    const { retries = 2, firstWait = 500, longestWait = 5 } = this.options;
    for (let tried = 0; ; tried += 1) {
      try {
        return await this.#once(call, (init) => this.#fetch(call.url, init));
      } catch (problem) {
        const asked = worthRepeating(problem);
        if (!call.repeatable || tried >= retries || asked === undefined || asked > longestWait) throw problem;
        await pause(Math.max(asked * 1000, firstWait * 2 ** tried), call.signal);
      }
    }
  }

  async #once(call: Call, sent: (init: RequestInit) => Promise<Response>): Promise<Response> {
    const { method, headers } = call;
    const rest = { ...(call.body !== undefined && { body: call.body }), ...(call.signal && { signal: call.signal }) };
    let response: Response;
    try {
      response = await sent({ method, headers, ...rest });
    } catch (problem) {
      if (call.signal?.aborted) throw problem;
      throw new NetworkError("The shop's server could not be reached.", { cause: problem });
    }
    if (response.ok) return response;
    const refused = await refusal(response);
    if (this.options.token && ENDED.has(refused.code)) this.options.onLoggedOut?.(refused);
    throw refused;
  }
}

interface Loose {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Seconds to wait before a repeat, 0 where the server names none; undefined when a repeat would not help. */
function worthRepeating(problem: unknown): number | undefined {
  if (problem instanceof NetworkError) return 0;
  if (problem instanceof ApiError && REPEAT.has(problem.code)) return problem.retryAfter ?? 0;
  return undefined;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function filled(path: string, values: Record<string, unknown> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

function search(values: Record<string, unknown> = {}): string {
  const found = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) found.append(name, value.join(","));
    else if (value !== undefined && value !== null) found.append(name, String(value));
  }
  return found.size ? `?${found}` : "";
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value instanceof Blob) form.append(name, value);
    else if (value !== undefined && value !== null) form.append(name, String(value));
  }
  return form;
}

async function answerOf<O extends Operation>(response: Response): Promise<Answer<O>> {
  const type = response.headers.get("Content-Type") ?? "";
  const body: unknown = type.includes("json") ? await response.json() : response.status === 204 ? undefined : await bytes(response);
  return body as Answer<O>; // the server's tests hold every answer against the schema that this type comes from
}

async function bytes(response: Response): Promise<Blob | undefined> {
  const found = await response.blob();
  return found.size ? found : undefined;
}

async function refusal(response: Response): Promise<ApiError> {
  const requestId = response.headers.get("X-Request-Id");
  try {
    return new ApiError(response.status, (await response.json()) as ErrorBody, requestId);
  } catch {
    const error = response.status >= 502 ? "service_unavailable" : "server_error";
    return new ApiError(response.status, { error, message: "The server is not answering as it should." }, requestId);
  }
}
