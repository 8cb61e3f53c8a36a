/** The pictures in docs/images, made on demand: `SCREENSHOTS=1 npm run browser -- tests/screenshots.spec.ts`. */
import { join } from "node:path";
import { expect, shop, test } from "./fixtures";

test.skip(!process.env.SCREENSHOTS, "made on demand");

const images = join(import.meta.dirname, "../../docs/images");
const debtor = (): string => shop().customers.find(({ name }) => name === "O'Brien & Sons Ent.")?.id ?? "";
const product = (): string => shop().products.find(({ name }) => name === "Perfumed rice 5 kg")?.id ?? "";

const screens: [name: string, path: () => string][] = [
  ["today", () => "/"],
  ["ask", () => "/ask"],
  ["money", () => "/money"],
  ["customer", () => `/money/${debtor()}`],
  ["stock", () => "/stock"],
  ["product", () => `/stock/${product()}`],
  ["suppliers", () => "/stock/suppliers"],
  ["imports", () => "/settings/imports?of=customers"],
  ["sell", () => "/sell"],
  ["till", () => "/sell/till"],
  ["reports", () => "/reports"],
  ["unusual", () => "/unusual"],
  ["credits", () => "/credits"],
  ["settings", () => "/settings"],
];

for (const [name, path] of screens)
  test(`picture of ${name}`, async ({ open }, { project }) => {
    const page = await open("owner", path());
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (name === "ask") {
      await page.getByLabel("Your question").fill("Why did sales rise last month?");
      await page.getByLabel("Your question").press("Enter");
      await expect(page.getByText(/credits? used/)).toBeVisible({ timeout: 20_000 });
      await page.evaluate(() => window.scrollTo(0, 0));
    }
    if (name === "imports") {
      const lines = ["name,phone,opening_balance", "Ama Owusu,0244111222,120.50", "Kojo Mensah,12,", "Efua Darko,,80"];
      const buffer = Buffer.from(lines.join("\n"));
      await page
        .getByLabel("File", { exact: true })
        .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: "Check the file" }).click();
      await page.getByText("The first lines, as they are understood").click();
      await page.evaluate(() => window.scrollTo(0, 0));
    }
    if (name === "product") {
      await page.getByRole("button", { name: /Forecast 30 days/ }).click();
      await expect(page.getByText(/units in 30 days/)).toBeVisible({ timeout: 20_000 });
    }
    if (name === "sell")
      for (const asked of ["perfumed rice 5", "sugar", "palm oil"]) {
        await page.getByLabel("Find or scan a product").fill(asked);
        await page.getByLabel("Find or scan a product").press("Enter");
      }
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
    await page.waitForTimeout(600); // the charts' last frame
    await page.screenshot({ path: join(images, `console-${name}-${project.name}.png`) });
  });
