// Writes the TypeScript blocks of docs/frontend.md as one module, so that the guide is compiled with everything else.
import { readFile, writeFile } from "node:fs/promises";

const page = await readFile("../../docs/frontend.md", "utf8");
const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
if (blocks.length === 0) throw new Error("docs/frontend.md has no TypeScript.");
await writeFile("test/guide.ts", `// Made from docs/frontend.md by scripts/guide.mjs.\n\n${blocks.join("\n")}`);
