import { expect, isOpenToEveryone, screen, test } from "./fixtures";

screen("/settings", { owner: "Settings", manager: "Settings", cashier: "Settings" });

const parts = {
  owner: ["AI and alerts", "Staff", "Storefronts", "Devices", "Log-in", "Record of changes", "Copies of your data"],
  manager: ["AI and alerts", "Staff", "Storefronts", "Devices", "Log-in"],
  cashier: ["Devices", "Log-in"],
};

for (const role of ["owner", "manager", "cashier"] as const)
  test(`every part of the settings opens for the ${role}, and no other`, async ({ open }) => {
    test.setTimeout(90_000);
    const page = await open(role, "/settings");
    const links = page.getByRole("main").getByRole("link");
    await expect(links).toHaveCount(parts[role].length);
    for (const part of parts[role]) {
      await links.filter({ hasText: part }).first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(part);
      await isOpenToEveryone(page);
      await page.goBack();
    }
  });
