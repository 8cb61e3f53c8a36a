import { expect, isOpenToEveryone, onPhone, screen, test } from "./fixtures";

screen("/unusual", { owner: "Unusual", manager: null, cashier: null });

test.describe("a pattern that stands out", () => {
  onPhone();
  test("its records open, the owner says what it was, and takes that back", async ({ open }) => {
    const page = await open("owner", "/unusual");
    const first = page.getByRole("main").locator("section").first();
    await expect(first.getByText(/Please check/)).toBeVisible();
    await first.getByText(/records? to open/).click();
    await expect(
      first
        .locator("details")
        .getByText(/ · GHS/)
        .first(),
    ).toBeVisible();
    await isOpenToEveryone(page);
    const title = await first.getByRole("heading").textContent();
    await first.getByLabel("A note for yourself").fill("Promotion of the week");
    await first.getByRole("button", { name: "There is a good reason" }).click();
    await expect(page.getByText("Promotion of the week")).toHaveCount(0);
    await page.getByText("Looked at", { exact: true }).click();
    const judged = page
      .getByRole("main")
      .locator("section")
      .filter({ hasText: title ?? "" })
      .first();
    await expect(judged.getByText("Promotion of the week")).toBeVisible();
    await judged.getByRole("button", { name: "Look at it again" }).click();
    await expect(judged).toHaveCount(0);
  });
});
