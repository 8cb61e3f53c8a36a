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

test("a cashier gives a tenth at most, a manager chooses wholesale prices", async ({ open }) => {
  const page = await open("cashier", "/sell");
  await page.getByLabel("Find or scan a product").fill("local rice");
  await page.getByLabel("Find or scan a product").press("Enter");
  const pay = page.getByRole("button", { name: /^Pay GHS/ });
  const before = Number((await pay.textContent())?.replace(/[^\d.]/g, ""));
  await page.getByText("Discount and prices").click();
  await expect(page.getByRole("radio", { name: "Wholesale" })).toHaveCount(0);
  await page.getByLabel("Discount in GHS").fill("1");
  await expect(pay).toContainText((before - 1).toFixed(2));
  await page.getByLabel("Discount in GHS").fill(String(before));
  await expect(pay).not.toContainText("GHS 0.00");
  await isOpenToEveryone(page);
});

test("a sale at wholesale prices with a discount is sold as it was shown", async ({ open }) => {
  const page = await open("manager", "/sell");
  await page.getByLabel("Find or scan a product").fill("malt drink");
  await page.getByLabel("Find or scan a product").press("Enter");
  const pay = page.getByRole("button", { name: /^Pay GHS/ });
  const retail = await pay.textContent();
  await page.getByText("Discount and prices").click();
  await page.getByText("Wholesale", { exact: true }).click();
  await expect(pay).not.toHaveText(retail ?? "");
  await page.getByLabel("Discount in GHS").fill("1");
  const shown = (await pay.textContent())?.replace("Pay ", "") ?? "";
  await pay.click();
  await page.getByRole("button", { name: "Finish the sale" }).click();
  await page.getByRole("link", { name: "Receipt" }).click();
  await expect(page.locator("pre")).toContainText(shown.replace("GHS ", ""));
});

test("what this till sold is there to be tapped at the next sale", async ({ open }) => {
  const page = await open("cashier", "/sell");
  await expect(page.getByLabel("Find or scan a product")).toBeVisible();
  await expect(page.getByRole("region", { name: "Sold often here" })).toHaveCount(0);
  await page.getByLabel("Find or scan a product").fill("malt drink");
  await page.getByLabel("Find or scan a product").press("Enter");
  await page.getByRole("button", { name: /^Pay GHS/ }).click();
  await page.getByRole("button", { name: "50", exact: true }).click();
  await page.getByRole("button", { name: "Finish the sale" }).click();
  await page.getByRole("button", { name: "Next sale" }).click();
  await page
    .getByRole("region", { name: "Sold often here" })
    .getByRole("button", { name: /Malt drink/ })
    .click();
  await expect(page.getByRole("button", { name: /^Pay GHS/ })).toBeEnabled();
  await isOpenToEveryone(page);
});
