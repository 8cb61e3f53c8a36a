/** One page for each place that is opened often: its heading is painted at once, its scripts fetched with the first. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { ask } from "./src/text/en/ask";
import { credits } from "./src/text/en/credits";
import { customers } from "./src/text/en/customers";
import { money } from "./src/text/en/money";
import { reports } from "./src/text/en/reports";
import { sell } from "./src/text/en/sell";
import { settings } from "./src/text/en/settings";
import { stock } from "./src/text/en/stock";

interface Place {
  screen: string;
  title: string;
}

/** By the first word of the path; "today" is the bare one. */
const PLACES: Readonly<Record<string, Place>> = {
  today: { screen: "today/Today", title: "" },
  ask: { screen: "ask/Ask", title: ask.title },
  money: { screen: "money/MoneyOwed", title: money.title },
  stock: { screen: "stock/Stock", title: stock.title },
  sell: { screen: "sell/Sell", title: sell.title },
  reports: { screen: "reports/Reports", title: reports.title },
  customers: { screen: "customers/Customers", title: customers.title },
  credits: { screen: "credits/Credits", title: credits.title },
  settings: { screen: "settings/Settings", title: settings.title },
  login: { screen: "entry/LogIn", title: "" },
};

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** The scripts and styles of a chunk and of all that it imports. */
function filesOf(manifest: Record<string, Chunk>, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const each of chunk.imports ?? []) filesOf(manifest, each, found);
  return found;
}

const linkTo = (file: string): string =>
  file.endsWith(".css")
    ? `<link rel="preload" as="style" href="/${file}" crossorigin>`
    : `<link rel="modulepreload" href="/${file}" crossorigin>`;

export const pages = (): Plugin => ({
  name: "pages",
  apply: "build",
  closeBundle: {
    order: "post",
    handler() {
      const dist = fileURLToPath(new URL("dist/", import.meta.url));
      const index = readFileSync(`${dist}index.html`, "utf8");
      const manifest: Record<string, Chunk> = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));
      mkdirSync(`${dist}pages`, { recursive: true });
      for (const [place, { screen, title }] of Object.entries(PLACES)) {
        const files = [...filesOf(manifest, `src/screens/${screen}.tsx`)].filter((file) => !index.includes(file));
        if (files.length === 0) throw new Error(`There is no screen ${screen}.`);
        const page = index.replace("</head>", `${files.map(linkTo).join("\n    ")}\n  </head>`);
        writeFileSync(`${dist}pages/${place}.html`, page.replace("<h1></h1>", `<h1>${title}</h1>`));
      }
    },
  },
});
