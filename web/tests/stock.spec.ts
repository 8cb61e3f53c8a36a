import { expect, isOpenToEveryone, onPhone, screen, shop, test } from "./fixtures";

screen("/stock", { owner: "Stock", manager: "Stock", cashier: "Stock" });

test("a delivery is taken in and shows in what came and went", async ({ open }, { project }) => {
  const product = shop().products[project.name === "phone" ? 2 : 3];
  const page = await open("manager", `/stock/${product?.id}`);
  await page.getByLabel("How many came").fill("7");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect(page.getByText("The stock is up to date.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Delivery" }).first()).toBeVisible();
  await isOpenToEveryone(page);
});

test("a cashier sees neither cost nor form", async ({ open }) => {
  const page = await open("cashier", `/stock/${shop().products[2]?.id}`);
  await expect(page.getByText("Retail price")).toBeVisible();
  await expect(page.getByText("Cost", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save it" })).toHaveCount(0);
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
