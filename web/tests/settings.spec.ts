import { expect, isOpenToEveryone, person, screen, test } from "./fixtures";

screen("/settings", { owner: "Settings", manager: "Settings", cashier: "Settings" });

const parts = {
  owner: [
    "AI and alerts",
    "Standing approvals",
    "Staff",
    "Storefronts",
    "Files to bring in",
    "Devices",
    "Log-in",
    "Record of changes",
    "Copies of your data",
  ],
  manager: ["AI and alerts", "Standing approvals", "Staff", "Storefronts", "Files to bring in", "Devices", "Log-in"],
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

test("the second step is set up by a code to scan", async ({ open }, { project }) => {
  test.skip(project.name !== "phone", "tried on a phone's size");
  const page = await open("manager", "/settings/security");
  await expect(page.getByRole("button", { name: "Set it up" })).toBeVisible();
  await page.getByLabel("Your password").first().fill(person("manager").password);
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("img", { name: /code for your authenticator app/ })).toBeVisible();
  await isOpenToEveryone(page);
});

test("the owner has reminders sent up to an amount, and stops everything", async ({ open }, { project }) => {
  test.skip(project.name !== "phone", "tried on a phone's size");
  const page = await open("owner", "/settings/automations");
  await page.getByRole("switch", { name: "Do it without asking me" }).first().click();
  await page.getByLabel("Up to, in GHS").first().fill("300");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText(/^Changed by/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Up to, in GHS").first()).toHaveValue("300.00");
  await isOpenToEveryone(page);
  await page.getByRole("button", { name: "Stop everything" }).click();
  await expect(page.getByRole("button", { name: "Stop everything" })).toHaveCount(0);
});

test.describe
  .serial("paying for the storefronts", () => {
    test("the storefronts are paid for, with the taxes shown first", async ({ open }, { project }) => {
      test.skip(project.name !== "phone", "tried on a phone's size");
      const page = await open("owner", "/settings/storefronts");
      await page.getByRole("button", { name: "See the price with taxes" }).click();
      await page.getByRole("link", { name: /^Pay GHS/ }).click();
      await page.getByRole("link", { name: "Pay", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Paid", exact: true })).toBeVisible({ timeout: 20_000 });
      await isOpenToEveryone(page);
    });

    test("an owner has a card charged for the storefronts each month, and stops it", async ({ open }, { project }) => {
      test.skip(project.name !== "phone", "tried on a phone's size");
      const page = await open("owner", "/settings/storefronts");
      await page.getByRole("checkbox", { name: /charge it each month/ }).check();
      await page.getByRole("button", { name: "See the price with taxes" }).click();
      await page.getByRole("link", { name: /^Pay GHS/ }).click();
      await page.getByRole("link", { name: "Pay", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Paid", exact: true })).toBeVisible({ timeout: 20_000 });
      await page.goto("/settings/storefronts");
      await expect(page.getByText(/is charged each month, next on/)).toBeVisible();
      await isOpenToEveryone(page);
      await page.getByRole("button", { name: "Stop charging it" }).click();
      await expect(page.getByRole("checkbox", { name: /charge it each month/ })).not.toBeChecked();
    });
  });

test("a manager sees the plan of the storefronts, and no card", async ({ open }, { project }) => {
  test.skip(project.name !== "phone", "tried on a phone's size");
  const page = await open("manager", "/settings/storefronts");
  await expect(page.getByText(/a month for/)).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "See the price with taxes" })).toHaveCount(0);
});
