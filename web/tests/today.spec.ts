import { expect, onPhone, screen, test } from "./fixtures";

screen("/", { owner: /Good day/, manager: /Good day/, cashier: null });

test.describe("what needs doing", () => {
  onPhone();
  test("the money at risk leads to whom to ask", async ({ open }) => {
    const page = await open("owner", "/");
    await page.getByRole("link", { name: /is overdue/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Money owed");
  });
});
