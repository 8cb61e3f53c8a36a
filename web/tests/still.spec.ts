import { expect, test } from "./fixtures";

declare global {
  interface Window {
    moved: number;
  }
}

/** What is loading keeps the height of what comes; 0.1 is where moving begins to disturb. */
for (const path of ["/", "/ask", "/money", "/credits"])
  test(`${path} does not move while it loads`, async ({ page, open }) => {
    await page.addInitScript(() => {
      window.moved = 0;
      const add = (list: PerformanceObserverEntryList) => {
        for (const entry of list.getEntries()) if ("value" in entry) window.moved += Number(entry.value);
      };
      new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    });
    await open("owner", path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
    expect(await page.evaluate(() => window.moved)).toBeLessThan(0.1);
  });
