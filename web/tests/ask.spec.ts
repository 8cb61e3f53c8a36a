import { expect, isOpenToEveryone, onPhone, screen, test } from "./fixtures";

screen("/ask", { owner: "Ask", manager: "Ask", cashier: null });

test("an answer shows its verdict, its picture, its price and how it was worked out", async ({ open }) => {
  const page = await open("owner", "/ask");
  await page.getByLabel("Your question").fill("Who owes me money?");
  await page.getByRole("button", { name: "Ask · 0.5 credits" }).click();
  await expect(page.getByText(/customers owe you GHS/).first()).toBeVisible();
  await expect(page.getByText(/credits? left\./).first()).toBeVisible();
  await expect(page.getByRole("img", { name: /Owed to you/ })).toBeVisible();
  await page.getByText("How was this worked out?").click();
  await expect(page.getByText(/open invoices/)).toBeVisible();
  await isOpenToEveryone(page);
});

test.describe("what was asked", () => {
  onPhone();
  test("a conversation is found again, goes on, and is forgotten", async ({ open }) => {
    const page = await open("owner", "/ask");
    await page.getByLabel("Your question").fill("Sales in October by category");
    await page.getByLabel("Your question").press("Enter");
    await expect(page.getByText(/credits used/)).toBeVisible();
    await page.getByRole("button", { name: "New conversation" }).click();
    await page.getByRole("link", { name: /October by category/ }).click();
    await expect(page.getByText("Sales in October by category")).toBeVisible();
    await isOpenToEveryone(page);
    await page.getByRole("button", { name: "Forget this conversation" }).click();
    await expect(page.getByRole("link", { name: /October by category/ })).toHaveCount(0);
  });

  test("a question that was misunderstood gives its credits back", async ({ open }) => {
    const page = await open("manager", "/ask");
    await page.getByLabel("Your question").fill("Sales last week by staff");
    await page.getByLabel("Your question").press("Enter");
    await page.getByText("How was this worked out?").click();
    await page.getByRole("button", { name: "This is not what I asked" }).click();
    await expect(page.getByText(/came back to you/)).toBeVisible();
  });

  test("when the server cannot be reached it says so, and that nothing was charged", async ({ open, context }) => {
    const page = await open("owner", "/ask");
    await page.getByLabel("Your question").fill("Sales today");
    await expect(page.getByRole("button", { name: /Ask ·/ })).toBeEnabled();
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await page.getByLabel("Your question").press("Enter");
    await expect(page.getByRole("alert")).toContainText("Nothing was charged.");
    await context.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText(/credits? left\./).first()).toBeVisible();
  });
});
