import { expect, isOpenToEveryone, onPhone, screen, test } from "./fixtures";

screen("/sell/till", { owner: "The till", manager: "The till", cashier: "The till" });
screen("/sell/sales", { owner: "Sales", manager: "Sales", cashier: "Sales" });
screen("/money/expenses", { owner: "Expenses", manager: "Expenses", cashier: null });

test.describe("at the counter", () => {
  onPhone();

  test("a till is opened, cash is taken out, counted blind, explained and approved", async ({ open }) => {
    const page = await open("manager", "/sell/till");
    await page.getByLabel("Name of the till").fill("Till of the test");
    await page.getByLabel("Cash in it now, in GHS").fill("100");
    await page.getByRole("button", { name: "Open a till" }).click();
    await expect(page.getByRole("heading", { name: /Till of the test/ })).toBeVisible();
    await page.getByText("Put cash in or take it out").click();
    await page.getByLabel("Amount in GHS").fill("40");
    await page.getByLabel("Reason").fill("To the bank");
    await page.getByRole("button", { name: "Write it down" }).click();
    await expect(page.getByText("Take out · To the bank")).toBeVisible();
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Count and close" }).click();
    await page.getByLabel("Cash counted, in GHS").fill("55");
    await page.getByRole("button", { name: "Close the till" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Z report");
    await expect(page.getByText("GHS 5.00 missing")).toBeVisible();
    await expect(page.locator("pre")).toContainText("To the bank");
    await page.getByLabel("Why the count differs").fill("Gave too much change");
    await page.getByRole("button", { name: "Save the reason" }).click();
    await isOpenToEveryone(page);
  });

  test("a cart is held and taken up again", async ({ open }) => {
    const page = await open("cashier", "/sell");
    await page.getByLabel("Find or scan a product").fill("malt drink");
    await page.getByLabel("Find or scan a product").press("Enter");
    await page.getByText("Hold the cart").click();
    await page.getByLabel("Whose cart it is").fill("Blue cap");
    await page.getByRole("button", { name: "Hold it" }).click();
    await expect(page.getByText("Carts that wait")).toBeVisible();
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Take it up" }).click();
    await expect(page.getByRole("button", { name: /^Pay GHS/ })).toBeVisible();
    await expect(page.getByText("Blue cap")).toHaveCount(0);
  });

  test("goods of a sale are exchanged for others, and come back", async ({ open }) => {
    test.setTimeout(90_000);
    const page = await open("owner", "/sell");
    const finder = page.getByLabel("Find or scan a product");
    await finder.fill("malt drink");
    await finder.press("Enter");
    await page.getByRole("button", { name: "One Malt drink 330 ml more" }).click();
    await page.getByRole("button", { name: /^Pay GHS/ }).click();
    await page.getByRole("button", { name: "Finish the sale" }).click();
    await page.getByRole("button", { name: "Next sale" }).click();
    await page.getByRole("link", { name: "Earlier sales" }).click();
    await page.getByRole("main").getByRole("link").first().click();
    await page.getByText("Exchange", { exact: true }).click();
    await page.getByLabel(/How many Malt drink.* came back/).fill("1");
    await finder.fill("sugar");
    await finder.press("Enter");
    await expect(page.getByText(/GHS [\d.]+ to pay in cash/)).toBeVisible();
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Exchange" }).click();
    await expect(page.getByRole("link", { name: /^Exchange INV/ })).toBeVisible();
    await page.getByText("Take back", { exact: true }).click();
    await page.getByLabel(/How many Malt drink.* came back/).fill("1");
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByRole("link", { name: /^Return INV/ })).toBeVisible();
    await expect(page.getByText("Nothing of this sale can come back.")).toBeVisible();
  });

  test("a sale of today is voided", async ({ open }) => {
    const page = await open("manager", "/sell");
    const finder = page.getByLabel("Find or scan a product");
    await finder.fill("sugar");
    await finder.press("Enter");
    await page.getByRole("button", { name: /^Pay GHS/ }).click();
    await page.getByRole("button", { name: "Finish the sale" }).click();
    await page.getByRole("link", { name: "Receipt" }).click();
    await page.goto(page.url().replace("/receipt/", "/sales/"));
    await page.getByText("Void", { exact: true }).click();
    await page.getByLabel("Reason").fill("Rung up twice");
    await page.getByRole("button", { name: "Void the sale" }).click();
    await expect(page.getByText("Voided")).toBeVisible();
  });

  test("an expense is written down and taken back", async ({ open }) => {
    const page = await open("owner", "/money/expenses");
    await page.getByLabel("Amount in GHS").fill("40");
    await page.getByLabel("Note").fill("Lorry from Tema");
    await page.getByRole("button", { name: "Write it down" }).click();
    await expect(page.getByText("Rent: Lorry from Tema")).toBeVisible();
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Take back Rent: Lorry from Tema" }).click();
    await expect(page.getByText("Rent: Lorry from Tema")).toHaveCount(0);
  });
});
