import { expect, isOpenToEveryone, screen, test } from "./fixtures";

screen("/credits", { owner: "Credits", manager: "Credits", cashier: null });

test("the price is shown with its taxes before the way to Paystack", async ({ open }) => {
  const page = await open("owner", "/credits");
  await page.getByRole("button", { name: "See the price with taxes" }).click();
  await expect(page.getByRole("cell", { name: /^VAT/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay GHS/ })).toBeVisible();
  await isOpenToEveryone(page);
});

test("a payment that is not known is said to be so", async ({ open }) => {
  const page = await open("owner", "/payment/callback?reference=AI-CREDIT-NONE");
  await expect(page.getByRole("alert")).toBeVisible();
  await isOpenToEveryone(page);
});
