import { expect, isOpenToEveryone, onPhone, screen, shop, test } from "./fixtures";

screen("/money", { owner: "Money owed", manager: "Money owed", cashier: null });

const debtor = "O'Brien & Sons Ent.";

test("a customer's page has what can be done about the debt", async ({ open }) => {
  const id = shop().customers.find(({ name }) => name === debtor)?.id ?? "";
  const page = await open("manager", `/money/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(debtor);
  for (const part of [
    "A message, ready to send",
    "Take a payment",
    "Open invoices",
    "Promises",
    "Payment in parts",
    "When will they pay?",
  ])
    await expect(page.getByRole("heading", { name: part })).toBeVisible();
  await isOpenToEveryone(page);
});

test.describe("a debt", () => {
  onPhone();
  test("it is agreed to be paid in parts, and the agreement is ended", async ({ open }) => {
    const id = shop().customers.find(({ name }) => name === debtor)?.id ?? "";
    const page = await open("manager", `/money/${id}`);
    await page.getByRole("button", { name: "Agree on parts" }).click();
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "They agree: write it down" }).click();
    const agreed = page.locator("section", { has: page.getByRole("heading", { name: "Payment in parts" }) });
    await expect(agreed.getByText("Kept so far")).toBeVisible();
    await expect(agreed.getByText("Open", { exact: true })).toHaveCount(3);
    await page.getByRole("button", { name: "End the agreement" }).click();
    await expect(agreed.getByText("Ended")).toBeVisible();
  });
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

screen("/money/health", { owner: "Health of your credit", manager: "Health of your credit", cashier: null });

test.describe("the credit as a whole", () => {
  onPhone();
  test("its score comes with the risks and what to do", async ({ open }) => {
    const page = await open("owner", "/money/health");
    await page.getByRole("button", { name: "Look at it as a whole · 5 credits" }).click();
    await expect(page.getByText(/^\d+ of 100$/)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("heading", { name: "What to do" })).toBeVisible();
    await isOpenToEveryone(page);
  });
});
