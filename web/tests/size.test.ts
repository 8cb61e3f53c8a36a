import { expect, test } from "vitest";
import { firstLoad, scriptsOf } from "./size";

test.each(["entry/LogIn", "today/Today", "ask/Ask", "sell/Sell"])(
  "first load on %s is at most 200 kB of script",
  (screen) => {
    const size = firstLoad(`src/screens/${screen}.tsx`);
    console.info(`${screen}: ${size.toFixed(1)} kB`);
    expect(size).toBeGreaterThan(50);
    expect(size).toBeLessThanOrEqual(200);
  },
);

test.each(["today/Today", "ask/Ask", "money/MoneyOwed", "stock/Stock", "credits/Credits"])(
  "%s does not wait for the lists to choose from, which are seen elsewhere",
  (screen) => {
    const scripts = scriptsOf(`src/screens/${screen}.tsx`);
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((file) => file.includes("choices"))).toEqual([]);
  },
);
