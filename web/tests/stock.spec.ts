import { expect, isOpenToEveryone, onPhone, screen, shop, test } from "./fixtures";

screen("/stock", { owner: "Stock", manager: "Stock", cashier: "Stock" });
screen("/stock/add", { owner: "Add a product", manager: "Add a product", cashier: null });

test("a delivery is taken in and shows in what came and went", async ({ open }, { project }) => {
  const product = shop().products[project.name === "phone" ? 2 : 3];
  const page = await open("manager", `/stock/${product?.id}`);
  await page.getByLabel("How many came").fill("7");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect(page.getByText("The stock is up to date.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Delivery" }).first()).toBeVisible();
  await isOpenToEveryone(page);
});

test.describe("the owner's products", () => {
  onPhone();

  test("a new one is added in a new category, and its page takes stock in", async ({ open }) => {
    const page = await open("owner", "/stock");
    await page.getByRole("link", { name: "Add a product" }).click();
    const [name, category] = [`Hausa koko mix ${Date.now()}`, `Porridge ${Date.now()}`];
    await page.getByLabel("Name", { exact: false }).first().fill(name);
    await page.getByLabel("Retail price in GHS").fill("18.5");
    await page.getByLabel("Category").selectOption("A new one …");
    await page.getByLabel("Name of the new category").fill(category);
    await page.getByLabel("Barcode").fill("6".repeat(65));
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Ensure this field has no more than 64 characters.").first()).toBeVisible();
    await expect(page.getByLabel("Barcode")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Category")).toHaveValue(/-/); // the new category was kept, once
    await page.getByLabel("Barcode").fill("");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByText(category)).toBeVisible();
    await page.getByLabel("How many came").fill("12");
    await page.getByRole("button", { name: "Save it" }).click();
    await expect(page.getByText("The stock is up to date.")).toBeVisible();
  });

  test("an unlikely price is asked about, a product goes off sale and comes back", async ({ open }) => {
    const found = shop().products[5];
    const page = await open("owner", `/stock/${found?.id}`);
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(page.getByLabel("Name", { exact: false }).first()).toHaveValue(found?.name ?? "");
    await isOpenToEveryone(page);
    await page.getByLabel("Wholesale price in GHS").fill("2000000");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("button", { name: "It is right: save" })).toBeVisible();
    await page.getByLabel("Wholesale price in GHS").fill("31.5");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("GHS 31.50")).toBeVisible();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByRole("button", { name: "Take off sale" }).click();
    await expect(page.getByText(/^This product is off sale/)).toBeVisible();
    await isOpenToEveryone(page);
    await page.getByRole("link", { name: "Stock", exact: true }).click();
    await page.getByRole("button", { name: "Those off sale" }).click();
    await page.getByRole("link", { name: found?.name ?? "" }).click();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByRole("button", { name: "Bring back on sale" }).click();
    await expect(page.getByRole("button", { name: "Take off sale" })).toBeVisible();
  });

  test("a cashier can neither add nor change one", async ({ open }) => {
    const page = await open("cashier", "/stock");
    await expect(page.getByRole("heading", { name: "All products" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Add a product" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Those off sale" })).toHaveCount(0);
  });
});

test("a cashier sees neither cost nor form", async ({ open }) => {
  const page = await open("cashier", `/stock/${shop().products[2]?.id}`);
  await expect(page.getByText("Retail price")).toBeVisible();
  await expect(page.getByText("Cost", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Save it|Change|Take off sale/ })).toHaveCount(0);
  await isOpenToEveryone(page);
});

test.describe("another price", () => {
  onPhone();
  test("what it must achieve is told, and it is proposed, not set", async ({ open }) => {
    const id = shop().products.find(({ name }) => name === "Perfumed rice 5 kg")?.id;
    const page = await open("owner", `/stock/${id}`);
    await page.getByLabel("New price in GHS").fill("110");
    await page.getByRole("button", { name: /^Work it out/ }).click();
    await expect(page.getByText("Units must change by, for the same profit")).toBeVisible({ timeout: 20_000 });
    await page.getByRole("button", { name: "Propose GHS 110.00" }).click();
    await expect(page.getByText("It waits on Today for your yes.")).toBeVisible();
    await isOpenToEveryone(page);
    await page.getByRole("link", { name: "Today", exact: true }).click();
    await page.getByRole("button", { name: /^No: .*rice/ }).click();
    await expect(page.getByRole("button", { name: /^No: .*rice/ })).toHaveCount(0);
  });
});

test.describe("a forecast", () => {
  onPhone();
  test("it says when the product runs out, with its band and its figures", async ({ open }) => {
    const id = shop().products.find(({ name }) => name === "Perfumed rice 5 kg")?.id;
    const page = await open("owner", `/stock/${id}`);
    await page.getByRole("button", { name: "Forecast 30 days · 4 credits" }).click();
    await expect(page.getByText(/units in 30 days, between/)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("img", { name: /Units each day/ })).toBeVisible();
    await isOpenToEveryone(page);
  });
});
