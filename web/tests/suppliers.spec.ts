import type { Page } from "@playwright/test";
import { expect, isOpenToEveryone, onPhone, person, screen, shop, test } from "./fixtures";

screen("/stock/suppliers", { owner: "Suppliers", manager: "Suppliers", cashier: null });

/** Five of a product come from a supplier, with a bill. */
async function delivered(page: Page, number: string): Promise<string> {
  const headers = { Authorization: `Token ${person("manager").token}`, "X-Business-Id": shop().id };
  const first = async (path: string): Promise<string> =>
    (await (await page.request.get(path, { headers })).json()).results[0].id;
  const supplier_id = await first("/inventory/api/suppliers/");
  const storefront_id = await first("/accounts/api/storefronts/");
  const lines = [{ product_id: shop().products[0]?.id, quantity: "5", unit_cost: "20.00" }];
  const data = { supplier_id, storefront_id, lines, bill: { number } };
  expect((await page.request.post("/inventory/api/receipts/", { headers, data })).status()).toBe(201);
  return supplier_id;
}

test("goods of a delivery go back to the supplier, and what is owed for them falls", async ({ open }, { project }) => {
  const page = await open("manager", "/stock/suppliers");
  const number = `${project.name} ${Date.now()}`; // a supplier uses each once, also when the test is tried again
  const id = await delivered(page, number);
  await page.goto(`/stock/suppliers/${id}`);
  await expect(page.getByRole("heading", { name: "Open bills" })).toBeVisible();
  await isOpenToEveryone(page);
  await page.getByRole("button", { name: "Send goods back" }).click();
  await expect(page.getByLabel("Of which delivery")).toBeVisible();
  await isOpenToEveryone(page);
  await expect(page.getByRole("button", { name: "Write it down" }).first()).toBeDisabled();
  await page.getByRole("group", { name: "How many go back" }).getByRole("textbox").first().fill("1");
  await page.getByLabel("Why they go back").fill("Dented");
  await page.getByRole("button", { name: "Write it down" }).first().click();
  await expect(page.getByText(/^Written down: goods worth/)).toBeVisible();
  await expect(page.getByText(/Dented · GHS 20.00 credited/).first()).toBeVisible();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText("GHS 80.00");
});

test.describe("what was owed before", () => {
  onPhone();

  test("a new supplier is owed from before, and is paid", async ({ open }) => {
    const page = await open("owner", "/stock/suppliers");
    await page.getByRole("button", { name: "Add a supplier" }).click();
    const name = `Densu Foods ${Date.now()}`;
    await page.getByLabel("Name", { exact: false }).first().fill(name);
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: new RegExp(name) }).click();
    await page.getByRole("button", { name: "Write it down" }).click();
    const before = page.locator("section", { has: page.getByRole("heading", { name: "Owed before you began here" }) });
    await before.getByLabel("Amount in GHS").fill("340");
    await isOpenToEveryone(page);
    await before.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("cell", { name: "From before you began here" })).toBeVisible();
    const pay = page.locator("section", { has: page.getByRole("heading", { name: "Pay them" }) });
    await pay.getByLabel("Amount in GHS").fill("340");
    await pay.getByRole("button", { name: "Write down the payment" }).click();
    await expect(page.getByText("No bill is open.")).toBeVisible();
  });

  test("what a customer owed before is owed like an invoice", async ({ open }) => {
    const page = await open("manager", "/customers");
    await page.getByRole("button", { name: "Add a customer" }).click();
    const name = `Efua Quaye ${Date.now()}`;
    await page.getByLabel("Name", { exact: false }).first().fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByLabel("Name or phone").fill(name);
    await page.getByRole("link", { name: new RegExp(name) }).click();
    const before = page.locator("section", { has: page.getByRole("heading", { name: "Owed before you began here" }) });
    await before.getByRole("button", { name: "Write it down" }).click();
    await before.getByLabel("Amount in GHS").fill("75.5");
    await before.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("cell", { name: "GHS 75.50" })).toBeVisible();
    await isOpenToEveryone(page);
  });

  test("goods of which no delivery is known go back by name", async ({ open }) => {
    const page = await open("owner", "/stock/suppliers");
    await page
      .getByRole("main")
      .getByRole("link", { name: /overdue/ })
      .last()
      .click();
    await page.getByRole("button", { name: "Send goods back" }).click();
    await page.getByLabel("Of which delivery").selectOption({ label: "Not one of these" });
    await page.getByRole("combobox", { name: "Product" }).fill("sugar");
    await page.getByRole("option", { name: /sugar/i }).first().click();
    await page.getByLabel("How many go back").fill("1");
    await page.getByLabel("Why they go back").fill("Wet");
    await page.getByRole("checkbox", { name: /off what you owe/ }).uncheck();
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Write it down" }).first().click();
    await expect(page.getByText(/Wet · GHS [\d.,]+ ·/).first()).toBeVisible();
  });
});
