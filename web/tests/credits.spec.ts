import { expect, isOpenToEveryone, onPhone, screen, test } from "./fixtures";

screen("/credits", { owner: "Credits", manager: "Credits", cashier: null });

test("the price is shown with its taxes before the way to Paystack", async ({ open }) => {
  const page = await open("owner", "/credits");
  await page.getByRole("button", { name: "See the price with taxes" }).click();
  await expect(page.getByRole("cell", { name: /^VAT/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay GHS/ })).toBeVisible();
  await isOpenToEveryone(page);
});

test("the plans on offer are shown with what each brings", async ({ open }) => {
  const page = await open("owner", "/credits");
  const plan = page.getByRole("heading", { name: "Plan", exact: true }).locator("xpath=ancestor::section");
  await expect(plan.getByText(/a month/).first()).toBeVisible();
  await expect(plan.getByRole("button", { name: "Choose it" }).first()).toBeVisible();
  await isOpenToEveryone(page);
});

test("a payment that is not known is said to be so", async ({ open }) => {
  const page = await open("owner", "/payment/callback?reference=AI-CREDIT-NONE");
  await expect(page.getByRole("alert")).toBeVisible();
  await isOpenToEveryone(page);
});

test.describe("coming back from Paystack", () => {
  onPhone();

  test("a payment that still waits is told so, and goes on by itself once it is made", async ({ open }) => {
    const page = await open("manager", "/credits");
    await page.getByRole("button", { name: "See the price with taxes" }).click();
    await page.getByRole("button", { name: /^Pay GHS/ }).click();
    const paid = await page.getByRole("link", { name: "Pay", exact: true }).getAttribute("href");
    const paystack = page.url();
    await page.getByRole("link", { name: "Leave it waiting" }).click();
    await expect(page.getByRole("heading", { name: "Waiting for your payment" })).toBeVisible();
    await isOpenToEveryone(page);
    await page.request.get(new URL(paid ?? "", paystack).href);
    await expect(page.getByRole("heading", { name: "100 credits added" })).toBeVisible({ timeout: 20_000 });
    await isOpenToEveryone(page);
  });

  test("a payment that failed took no money", async ({ open }) => {
    const page = await open("manager", "/credits");
    await page.getByRole("button", { name: "See the price with taxes" }).click();
    await page.getByRole("button", { name: /^Pay GHS/ }).click();
    await page.getByRole("link", { name: "Let it fail" }).click();
    await expect(page.getByRole("heading", { name: "Not paid" })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("No money was taken.")).toBeVisible();
  });
});
