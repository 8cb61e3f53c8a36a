import type { ErrorCode } from "./schema.ts";
import type { ErrorBody } from "./types.ts";

/** The server refused: `code` says why, `message` can be shown as it is, `body` has the rest. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    /** Names this request in the server's logs. */
    readonly requestId: string | null = null,
  ) {
    super(body.message);
  }

  get code(): ErrorCode {
    return this.body.error;
  }

  /** Seconds to wait before trying again, where the server says so. */
  get retryAfter(): number | undefined {
    return this.body.retry_after;
  }

  /** The first problem of each field, for a form. */
  get fieldMessages(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [name, problems] of Object.entries(this.body.fields ?? {})) {
      const first = firstOf(problems);
      if (first !== undefined) found[name] = first;
    }
    return found;
  }
}

function firstOf(problems: unknown): string | undefined {
  if (typeof problems === "string") return problems;
  if (typeof problems !== "object" || problems === null) return undefined;
  for (const each of Object.values(problems)) {
    const first = firstOf(each);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** The server was not reached, or its answer was cut off: nothing is known of what became of the request. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
}

/** Whether the server refused, with one of these codes if any are named. */
export function isApiError(problem: unknown, ...codes: ErrorCode[]): problem is ApiError {
  return problem instanceof ApiError && (codes.length === 0 || codes.includes(problem.code));
}
