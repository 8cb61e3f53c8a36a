import { expect, isOpenToEveryone, onPhone, person, test } from "./fixtures";

for (const [path, title] of [
  ["/login", "Log in"],
  ["/register", "Open a business"],
  ["/password/reset", "A new password"],
] as const)
  test(`${path} before the log-in`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await isOpenToEveryone(page);
  });

test.describe("logging in", () => {
  onPhone();
  test("a wrong password is said; the right one leads to where one wanted to go", async ({ page }) => {
    const { email, password } = person("manager");
    await page.goto("/money");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").first().fill("not-the-password");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("Password").first().fill(password);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Money owed");
  });

  test("a device that was logged out is told to log in again", async ({ page }) => {
    await page.addInitScript(() => {
      if (sessionStorage.getItem("once")) return;
      sessionStorage.setItem("once", "yes");
      const business = { id: "7f0c0000-0000-4000-8000-000000000000", name: "Shop", role: "owner" };
      const gone = { token: "gone", name: "Ama", email: "ama@example.com", businesses: [business] };
      localStorage.setItem("shop.session", JSON.stringify({ ...gone, businessId: business.id, storefrontId: null }));
    });
    await page.goto("/money");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log in");
  });
});
