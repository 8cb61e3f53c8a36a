/** A debt in equal parts, in whole pesewas: what cannot be shared goes with the first. */
import { fromPesewas } from "../../ui/format";

export type Rhythm = "weekly" | "monthly";

export interface Instalment {
  due_on: string;
  amount: string;
}

/** The day so many weeks or months later; the 31st becomes a shorter month's last day. */
function later(first: string, rhythm: Rhythm, steps: number): string {
  const at = new Date(`${first}T00:00:00Z`);
  if (rhythm === "weekly") at.setUTCDate(at.getUTCDate() + 7 * steps);
  else {
    const day = at.getUTCDate();
    at.setUTCDate(1);
    at.setUTCMonth(at.getUTCMonth() + steps);
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
    at.setUTCDate(Math.min(day, last));
  }
  return at.toISOString().slice(0, 10);
}

export function instalments(total: number, parts: number, first: string, rhythm: Rhythm): Instalment[] {
  const each = Math.floor(total / parts);
  return Array.from({ length: parts }, (_, index) => ({
    due_on: later(first, rhythm, index),
    amount: fromPesewas(index === 0 ? total - each * (parts - 1) : each),
  }));
}
