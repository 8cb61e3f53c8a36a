import { expect, onPhone, screen, test } from "./fixtures";

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
