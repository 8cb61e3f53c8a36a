import { expect, onPhone, person, test } from "./fixtures";

onPhone();
test.use({ serviceWorkers: "allow" });

test("an owner's morning on a phone with a slow network", async ({ page, context }) => {
  test.setTimeout(120_000);
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 300,
    downloadThroughput: 90_000,
    uploadThroughput: 40_000,
  });
  const { email, password } = person("owner");

  await test.step("log in", async () => {
    await page.goto("/");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").first().fill(password);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Good day/, { timeout: 30_000 });
  });

  await test.step("a question that can be read in several ways", async () => {
    await page.getByRole("link", { name: "Ask", exact: true }).click();
    await page.getByLabel("Your question").fill("samsung");
    await page.getByLabel("Your question").press("Enter");
    await page.getByRole("button", { name: /How many Samsung are left/ }).click();
    await expect(page.getByText(/in stock|on hand|left/).last()).toBeVisible();
    await expect(page.getByText(/0.5 credits used/)).toBeVisible({ timeout: 20_000 });
  });

  await test.step("a debt, by a message", async () => {
    await page.getByRole("link", { name: "Money", exact: true }).click();
    await page.getByRole("link", { name: /St. Peter's School/ }).click();
    await page.getByRole("button", { name: "Write it · 0.5 credits" }).click();
    await expect(page.getByRole("link", { name: "Send by WhatsApp" })).toHaveAttribute(
      "href",
      /^https:\/\/wa\.me\/233/,
    );
    await page.getByRole("tab", { name: "SMS" }).click();
    await expect(page.getByRole("link", { name: /Send by SMS \(\d part/ })).toHaveAttribute("href", /^sms:/);
    await page.getByRole("button", { name: "I sent it: write that down" }).click();
    await expect(page.getByText("Written down.")).toBeVisible();
  });

  await test.step("an order, drafted from the plan", async () => {
    await page.getByRole("link", { name: "Stock", exact: true }).click();
    await page.getByRole("button", { name: "Draft this order" }).first().click();
    await expect(page.getByText(/is drafted\./)).toBeVisible({ timeout: 20_000 });
  });

  await test.step("credits, paid at the local Paystack", async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("link", { name: "Credits", exact: true }).click();
    await page.getByRole("button", { name: "See the price with taxes" }).click();
    await page.getByRole("button", { name: /^Pay GHS/ }).click();
    await page.getByRole("link", { name: "Pay", exact: true }).click();
    await expect(page.getByRole("heading", { name: "100 credits added" })).toBeVisible({ timeout: 30_000 });
  });

  await test.step("a sale without a connection, sent when it is back", async () => {
    await page.getByRole("link", { name: "Sell", exact: true }).click();
    const finder = page.getByLabel("Find or scan a product");
    await finder.fill("sugar");
    await expect(page.getByRole("button", { name: /Sugar 1 kg/ })).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await network.detach(); // slow and away at once are two wills
    await context.setOffline(true);
    await expect(page.getByText("You are offline.")).toBeVisible();
    await finder.press("Enter");
    await page.getByRole("button", { name: /^Pay GHS/ }).click();
    await page.getByRole("button", { name: "Finish the sale" }).click();
    await expect(page.getByRole("heading", { name: "Kept on this device" })).toBeVisible();
    await expect(page.getByText("1 sale waits to be sent")).toBeVisible();
    await page.reload();
    await expect(page.getByText("1 sale waits to be sent")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText("1 sale waits to be sent")).toHaveCount(0, { timeout: 40_000 });
  });
});
