import { expect, isOpenToEveryone, screen, test } from "./fixtures";

screen("/sell", { owner: "Sell", manager: "Sell", cashier: "Sell" });

test("a sale in cash gives change and a receipt", async ({ open }) => {
  const page = await open("cashier", "/sell");
  const finder = page.getByLabel("Find or scan a product");
  await finder.fill("malt drink");
  await finder.press("Enter");
  await page.getByRole("button", { name: "One Malt drink 330 ml more" }).click();
  await page.getByRole("button", { name: /^Pay GHS/ }).click();
  await page.getByRole("button", { name: "50", exact: true }).click();
  await isOpenToEveryone(page);
  await page.getByRole("button", { name: "Finish the sale" }).click();
  await expect(page.getByText(/Give GHS .* back/)).toBeVisible();
  await page.getByRole("link", { name: "Receipt" }).click();
  await expect(page.locator("pre")).toContainText("Malt drink");
  await isOpenToEveryone(page);
});

test("a debt of nobody cannot be made, and the limit is shown before", async ({ open }) => {
  const page = await open("cashier", "/sell");
  await page.getByLabel("Find or scan a product").fill("local rice");
  await page.getByLabel("Find or scan a product").press("Enter");
  await page.getByRole("button", { name: /^Pay GHS/ }).click();
  await page.getByText("Account", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Finish the sale" })).toBeDisabled();
  await page.getByRole("combobox", { name: "Customer" }).fill("Golden Sunrise");
  await page.getByRole("option", { name: "Golden Sunrise Hotel" }).click();
  await expect(page.getByText(/left of the credit limit|No credit limit set/)).toBeVisible();
});
