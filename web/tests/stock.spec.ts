import { expect, isOpenToEveryone, screen, shop, test } from "./fixtures";

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
