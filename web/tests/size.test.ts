import { expect, test } from "vitest";
import { firstLoad } from "./size";

test.each(["entry/LogIn", "today/Today", "ask/Ask", "sell/Sell"])(
  "first load on %s is at most 200 kB of script",
  (screen) => {
    const size = firstLoad(`src/screens/${screen}.tsx`);
    console.info(`${screen}: ${size.toFixed(1)} kB`);
    expect(size).toBeGreaterThan(50);
    expect(size).toBeLessThanOrEqual(200);
  },
);
