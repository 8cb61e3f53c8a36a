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
  const used = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim()),
    ),
  );
  const missing = [...new Set(used)].filter(
    (name) => existsSync(join(styles, `${name}.css`)) && !listed.includes(`styles/${name}.css`),
  );
  expect(used.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
