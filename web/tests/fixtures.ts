/** Someone logged in at the demo shop, and what every page must be: free of faults, and open to everyone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export type Role = "owner" | "manager" | "cashier";

interface Person {
  token: string;
  name: string;
  email: string;
  password: string;
  role: Role;
}

interface Shop {
  id: string;
  name: string;
  staff: Person[];
  products: { id: string; name: string }[];
  customers: { id: string; name: string }[];
}

const demo = join(import.meta.dirname, "../../build/console-tests/demo.json");

export function shop(): Shop {
  const { businesses }: { businesses: Shop[] } = JSON.parse(readFileSync(demo, "utf8"));
  const [first] = businesses;
  if (!first) throw new Error("The demo has no business.");
  return first;
}

export function person(role: Role): Person {
  const found = shop().staff.find((each) => each.role === role);
  if (!found) throw new Error(`The demo has no ${role}.`);
  return found;
}

interface Fixtures {
  /** Opens a page of the console as somebody of the first demo shop. */
  open: (role: Role, path: string) => Promise<Page>;
}

const EXPECTED = /Failed to load resource|net::ERR_/;

export const test = base.extend<Fixtures>({
  open: async ({ page }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (fault) => faults.push(String(fault)));
    page.on("console", (said) => {
      if (said.type() === "error" && !EXPECTED.test(said.text())) faults.push(said.text());
    });
    await use(async (role, path) => {
      const { token, name, email } = person(role);
      const { id: businessId, name: business } = shop();
      const businesses = [{ id: businessId, name: business, role }];
      const session = JSON.stringify({ token, name, email, businesses, businessId, storefrontId: null });
      await page.addInitScript((kept) => {
        if (!localStorage.getItem("shop.session")) localStorage.setItem("shop.session", kept);
      }, session);
      await page.goto(path);
      return page;
    });
    expect(faults).toEqual([]);
  },
});

/** No serious finding of axe-core, and nothing wider than the screen. */
export async function isOpenToEveryone(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual(
    [],
  );
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
}

/** The page as each role sees it: its heading, or null where the role does not have it and is led to the till. */
export function screen(path: string, headings: Record<Role, string | RegExp | null>): void {
  const roles: Role[] = ["owner", "manager", "cashier"];
  for (const role of roles) {
    const heading = headings[role];
    test(`${path} as ${role}`, async ({ open }) => {
      const page = await open(role, path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading ?? "Sell");
      if (heading !== null) await isOpenToEveryone(page);
      else await expect(page).toHaveURL(/\/sell$/);
    });
  }
}

/** What is tried on one size alone. */
export const onPhone = (): void => {
  test.skip(({ viewport }) => (viewport?.width ?? 0) > 500, "tried on a phone's size");
};

export { expect };
