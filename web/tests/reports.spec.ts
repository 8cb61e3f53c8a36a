import { readFileSync } from "node:fs";
import { expect, isOpenToEveryone, onPhone, screen, test } from "./fixtures";

screen("/reports", { owner: "Reports", manager: "Reports", cashier: null });
screen("/reports/customer.segmentation", {
  owner: "Groups of customers",
  manager: "Groups of customers",
  cashier: null,
});

test.describe("a report", () => {
  onPhone();
  test("it is said in plain words, and saved as a table", async ({ open }) => {
    const page = await open("owner", "/reports/product.performance");
    await page.getByRole("button", { name: "In plain words · 0.2 credits" }).click();
    await expect(page.getByText("What to do", { exact: true })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a table" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("Product,Sales,Units");
    await isOpenToEveryone(page);
  });

  test("every report opens", async ({ open }) => {
    const page = await open("manager", "/reports");
    const links = page.getByRole("main").getByRole("link");
    await expect(links).toHaveCount(13);
    for (let index = 0; index < 13; index += 1) {
      await links.nth(index).click();
      await expect(page.getByRole("button", { name: "Save as a table" })).toBeVisible();
      await expect(page.locator("main div[role=img]")).toBeVisible();
      await page.goBack();
      await expect(links).toHaveCount(13);
    }
  });
});
