import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "..");
const listed = readFileSync(join(import.meta.dirname, "mantine.ts"), "utf8");
const styles = join(src, "../node_modules/@mantine/core/styles");

test("every part of Mantine that a screen uses has its styles", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => join(src, file));
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const imported = texts.flatMap((text) =>
    [...text.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim()),
    ),
  );
  // <Radio.Card> has its styles in RadioCard.
  const parts = texts.flatMap((text) =>
    [...text.matchAll(/<([A-Z]\w+)\.([A-Z]\w+)/g)].map(([, of, part]) => `${of}${part}`),
  );
  const used = [...imported, ...parts];
  const missing = [...new Set(used)].filter(
    (name) => existsSync(join(styles, `${name}.css`)) && !listed.includes(`styles/${name}.css`),
  );
  expect(used.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
