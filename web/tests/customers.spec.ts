import { expect, isOpenToEveryone, onPhone, screen, shop, test } from "./fixtures";

screen("/customers", { owner: "Customers", manager: "Customers", cashier: "Customers" });

test.describe("a new customer", () => {
  onPhone();
  test("is added and found by name", async ({ open }) => {
    const page = await open("cashier", "/customers");
    await page.getByRole("button", { name: "Add a customer" }).click();
    await page.getByLabel("Name", { exact: false }).first().fill("Adwoa Teiko");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByLabel("Name or phone").fill("Teiko");
    await expect(page.getByText("Adwoa Teiko")).toBeVisible();
  });
});

test.describe("a customer's page", () => {
  onPhone();

  test("what is known of them and their terms are changed by the owner", async ({ open }) => {
    const page = await open("owner", `/money/${shop().customers[7]?.id}`);
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByLabel("Address them as").fill("Auntie");
    await page.getByLabel("Language").first().selectOption("Twi");
    await page.getByLabel("Prices").selectOption("Wholesale");
    await page.getByLabel("Credit limit in GHS").fill("1350");
    await page.getByLabel("Pays within so many days").fill("500");
    await page.getByLabel("Offers").check();
    await page.getByLabel("No further sales on account").check();
    await page.getByLabel("Why").fill("A cheque came back");
    await isOpenToEveryone(page);
    await page.getByLabel("Phone", { exact: false }).first().fill("12");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByLabel("Phone", { exact: false }).first()).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Phone", { exact: false }).first().fill("024 400 7719");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("No further sales on account: A cheque came back")).toBeVisible();
    await expect(page.getByText("GHS 1,350.00", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Call .*7719/ })).toBeVisible();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(page.getByLabel("Offers")).toBeChecked();
    await expect(page.getByLabel("Address them as")).toHaveValue("Auntie");
    await page.getByLabel("No further sales on account").uncheck();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/^No further sales on account/)).toHaveCount(0);
  });

  test("is not there for a cashier", async ({ open }) => {
    const page = await open("cashier", `/money/${shop().customers[7]?.id}`);
    await expect(page).toHaveURL(/\/sell$/);
  });
});
