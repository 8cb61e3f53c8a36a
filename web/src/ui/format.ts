/** How amounts, counts and days are written. Screens format nothing themselves. */

const locale = "en-GB";
const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const round = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const percentage = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
const dayFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
const dayYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const timeFormat = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

export type Amount = string | number | null | undefined;

/** GHS 62,817.07; with `whole`, GHS 62,817. */
export function money(value: Amount, { whole = false } = {}): string {
  if (value === null || value === undefined || value === "") return "–";
  return `GHS ${(whole ? round : exact).format(Number(value))}`;
}

/** Sentences in which an amount stays on one line. */
export const unbroken = (text: string): string => text.replace(/GHS (?=\d)/g, "GHS\u00a0");

export const count = (value: Amount): string =>
  value === null || value === undefined || value === "" ? "–" : plain.format(Number(value));

const MEASURE = /^(kg|g|mg|l|cl|ml|km|m|cm|mm|ft|in|yd|lb|oz|pcs|doz)$/i;

function plural(unit: string): string {
  if (MEASURE.test(unit) || !/[a-z]$/i.test(unit)) return unit;
  return /(s|x|ch|sh)$/.test(unit) ? `${unit}es` : unit.replace(/([^aeiou])y$/, "$1ie").concat("s");
}

/** 1 bag, 33 bags, 2.5 kg. */
export const units = (value: Amount, unit: string): string =>
  `${count(value)} ${Number(value) === 1 ? unit : plural(unit)}`;

export const credits = (value: Amount): string =>
  `${plain.format(Number(value ?? 0))} ${Number(value) === 1 ? "credit" : "credits"}`;

export const percent = (value: Amount): string =>
  value === null || value === undefined ? "–" : `${plain.format(Number(value))}%`;

export const change = (value: number): string => `${percentage.format(value)}%`;

const instant = (value: string): Date => new Date(value.length === 10 ? `${value}T00:00:00Z` : value);

/** 28 Nov, with the year when it is another one. */
export function day(value: string | null | undefined, now = new Date()): string {
  if (!value) return "–";
  const at = instant(value);
  return (at.getUTCFullYear() === now.getUTCFullYear() ? dayFormat : dayYear).format(at);
}

export const time = (value: string): string => timeFormat.format(instant(value));

/** Day and time, which a narrow column does not break. */
export const moment = (value: string | null | undefined): string =>
  value ? `${day(value)}, ${time(value)}`.replaceAll(" ", "\u00a0") : "–";

/** An ISO day, so many days from today. */
export function dayFromNow(days: number, now = new Date()): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole pesewas of a decimal string; money is added up in these and in nothing else. */
export function pesewas(value: Amount): number {
  return Math.round(Number(value ?? 0) * 100);
}

export const fromPesewas = (value: number): string => (value / 100).toFixed(2);

/** A telephone number as a link takes it. */
export const dial = (phone: string): string => phone.replace(/[^+\d]/g, "");
