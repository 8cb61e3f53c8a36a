/** The script that a first visit loads, in gzip: the page's own and that of the screens it can open on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = join(import.meta.dirname, "../dist");
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

function filesOf(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const each of chunk.imports ?? []) filesOf(each, found);
  return found;
}

/** The scripts that a screen needs before it can be drawn. */
export const scriptsOf = (screen: string): string[] => [...filesOf(screen)].filter((file) => file.endsWith(".js"));

/** kB of gzipped script of the page with these screens. */
export function firstLoad(...screens: string[]): number {
  const files = new Set(["index.html", "src/app/start.tsx", ...screens].flatMap((name) => [...filesOf(name)]));
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return bytes.reduce((all, each) => all + each, 0) / 1000;
}
