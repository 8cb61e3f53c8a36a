import { expect, isOpenToEveryone, onPhone, screen, shop, test } from "./fixtures";

screen("/money", { owner: "Money owed", manager: "Money owed", cashier: null });

const debtor = "O'Brien & Sons Ent.";

test("a customer's page has what can be done about the debt", async ({ open }) => {
  const id = shop().customers.find(({ name }) => name === debtor)?.id ?? "";
  const page = await open("manager", `/money/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(debtor);
  for (const part of ["A message, ready to send", "Take a payment", "Open invoices", "Promises", "When will they pay?"])
    await expect(page.getByRole("heading", { name: part })).toBeVisible();
  await isOpenToEveryone(page);
});

test.describe("the call list", () => {
  onPhone();
  test("it says whom to ask first, and why", async ({ open }) => {
    const page = await open("owner", "/money");
    await page.getByRole("button", { name: "Whom to ask first · 5 credits" }).click();
    await page.getByText("Why, and what to say").first().click();
    await expect(page.getByText(/the oldest invoice is \d+ days overdue/).first()).toBeVisible();
    await isOpenToEveryone(page);
  });
});
