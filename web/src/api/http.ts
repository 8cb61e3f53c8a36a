/** What the typed client does not do: answers in the form of a file or a text, and reports by their name. */
import { session } from "../app/session";
import { Problem } from "./problem";

export type Params = Record<string, string | number | boolean | null | undefined>;
export type Method = "GET" | "POST" | "PATCH" | "DELETE";

interface Options {
  method?: Method;
  body?: unknown;
  params?: Params;
  /** Made when a button is pressed and kept for retries. */
  key?: string;
  accept?: string;
  signal?: AbortSignal;
}

export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function headers({ body, key, accept }: Options): Record<string, string> {
  const { token, businessId } = session.now() ?? {};
  return {
    Accept: accept ?? "application/json",
    ...(token ? { Authorization: `Token ${token}` } : {}),
    ...(businessId ? { "X-Business-Id": businessId } : {}),
    ...(key ? { "Idempotency-Key": key } : {}),
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
  };
}

/** The response of a request that succeeded; a `Problem` for every other end. */
export async function send(path: string, options: Options = {}): Promise<Response> {
  const { method = options.body === undefined ? "GET" : "POST", body, params, signal } = options;
  let response: Response;
  try {
    response = await fetch(address(path, params), {
      method,
      headers: headers(options),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    throw new Problem(0, {});
  }
  if (response.ok) return response;
  const said: unknown = await response.json().catch(() => ({}));
  if (response.status === 401 && session.now()) session.expire(new Problem(response.status, said).message);
  throw new Problem(response.status, said);
}

export async function get<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  return (await send(path, { params, ...(signal ? { signal } : {}) })).json();
}

export const newKey = (): string => crypto.randomUUID();
