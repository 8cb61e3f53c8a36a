import { type Params, send } from "./http";

/** Hands a file over to the browser, which saves it under this name. */
export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fetches a file with the token, which a plain link could not carry. */
export async function openFile(path: string, params: Params, name: string): Promise<void> {
  const response = await send(path, { params, accept: "*/*" });
  save(await response.blob(), name);
}

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A table for a spreadsheet. What a spreadsheet would run as a formula is kept as text. */
export function csv(head: readonly string[], rows: readonly (readonly string[])[]): Blob {
  const safe = (value: string): string => (/^[=+@\t\r]|^-(?![\d.])/.test(value) ? `'${value}` : value);
  const lines = [head, ...rows].map((row) => row.map((value) => quoted(safe(value))).join(","));
  return new Blob([`\uFEFF${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
}
