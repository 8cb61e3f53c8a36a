/** An error of the API, or of the way to it: its code, a sentence for the owner, and what a screen needs to act. */
import { ApiError, NetworkError } from "shop-client";

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

const text = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;

  constructor(status: number, body: unknown) {
    const details = record(body);
    super(text(details.message, ""));
    this.status = status;
    this.code = text(details.error, status === 0 ? "offline" : "unexpected");
    this.details = details;
  }

  /** The first message of each bad field, in the form that Mantine's forms take. */
  get fields(): Record<string, string> {
    const named = Object.entries(record(this.details.fields));
    return Object.fromEntries(
      named.map(([name, said]) => [name, Array.isArray(said) ? String(said[0]) : String(said)]),
    );
  }

  amount(name: string): number | null {
    const value = this.details[name];
    return typeof value === "number" ? value : typeof value === "string" ? Number(value) : null;
  }
}

/** What was thrown, as what a screen can show. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof ApiError) return new Problem(thrown.status, thrown.body);
  if (thrown instanceof NetworkError) return new Problem(0, {});
  if (thrown !== null && thrown !== undefined) console.error(thrown); // a fault of ours: its text helps nobody at the till
  return new Problem(500, { error: "unexpected" });
}
