/** What a visualization holds, read with care: its data come in the form that its type asks for. */
import type { Row } from "../api/shapes";

export interface Point {
  label: string;
  value: number;
  kind?: string;
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

export const rowsOf = (data: unknown): Row[] => (Array.isArray(data) ? data.filter(isRow) : []);

export function labelled(data: unknown): Point[] {
  return rowsOf(data).flatMap(({ label, value, kind }) =>
    typeof label === "string" && typeof value === "number"
      ? [{ label, value, ...(typeof kind === "string" ? { kind } : {}) }]
      : [],
  );
}

export const MOST_BARS = 10;

/** In pixels, known before the chart is there. */
export function heightOf(kind: string, points: number): number {
  if (kind === "bar") return Math.min(points, MOST_BARS) * 34 + 40;
  return kind === "columns" ? 180 : kind === "pie" ? 200 : kind === "waterfall" ? 260 : 240;
}

export interface Step {
  label: string;
  /** Where the bar floats. */
  base: number;
  height: number;
  kind: "total" | "up" | "down";
}

/** A waterfall: totals stand on the ground, steps float where the one before ended. */
export function steps(points: readonly Point[]): Step[] {
  let level = 0;
  return points.map(({ label, value, kind }) => {
    if (kind === "total") {
      level = value;
      return { label, base: 0, height: value, kind: "total" };
    }
    const from = level;
    level += value;
    return { label, base: Math.min(from, level), height: Math.abs(value), kind: value < 0 ? "down" : "up" };
  });
}
