import { firstUrls } from "../src/app/early";
import { expect, onPhone, person, type Role, shop, test } from "./fixtures";

onPhone();

/** What the page asks for by itself is asked for by the screen, in the same words: it is sent once. */
const opened: [Role, string][] = [
  ["owner", "/"],
  ["manager", "/money"],
  ["owner", "/stock"],
  ["cashier", "/stock"],
  ["cashier", "/sell"],
  ["owner", "/credits"],
];
for (const [role, path] of opened)
  test(`the first requests of ${path} as ${role} are sent once`, async ({ page, open }) => {
    const { token, name, email } = person(role);
    const { id, name: business } = shop();
    const businesses = [{ id, name: business, role }];
    const urls = firstUrls(path, { token, name, email, businesses, businessId: id, storefrontId: null });
    const asked: string[] = [];
    const refused: string[] = [];
    page.on("request", (request) => {
      asked.push(new URL(request.url()).pathname);
    });
    page.on("response", (response) => {
      if (!response.ok()) refused.push(response.url());
    });
    await open(role, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
    expect(urls.length).toBeGreaterThan(1);
    // An early request in other words than the screen's would show as a second one to the same path.
    const paths = urls.map((url) => url.split("?")[0]);
    for (const each of paths) expect([each, asked.filter((one) => one === each).length]).toEqual([each, 1]);
    expect(refused).toEqual([]);
  });
