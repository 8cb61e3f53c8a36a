import { columns } from "../src/screens/imports/columns";
import { expect, isOpenToEveryone, onPhone, test } from "./fixtures";

const file = (kind: keyof typeof columns, name: string, ...rows: string[][]) => {
  const { needed, known } = columns[kind];
  const lines = [[...needed, ...known], ...rows].map((row) => row.join(","));
  return { name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
};

test("customers come in from a file that is looked at first, without the line that is wrong", async ({ open }, {
  project,
}) => {
  const page = await open("manager", "/customers");
  await page.getByRole("link", { name: "From a file" }).click();
  await expect(page.getByLabel("What is in the file")).toHaveValue("customers");
  const now = String(Date.now()); // somebody new, also when the test is tried again
  const [name, phone] = [`Yaa ${project.name} ${now}`, `024${now.slice(-7)}`];
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles(file("customers", "ours.csv", [name, phone, "", "", "", "", "", "120.50"], ["Kojo", "12"]));
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { name: "What would come in" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Lines that are left out" }).getByRole("row")).toHaveCount(2);
  await isOpenToEveryone(page);
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("heading", { name: "What came in" })).toBeVisible();
  await expect(page.getByText("ours.csv · In").first()).toBeVisible();
  await page.goto("/customers");
  await page.getByLabel("Name or phone").fill(name);
  await expect(page.getByText("owes GHS 120.50")).toBeVisible();
});

test.describe("the other kinds", () => {
  onPhone();

  test("suppliers come in from a file with what they are owed", async ({ open }) => {
    const page = await open("owner", "/settings/imports?of=suppliers");
    const name = `Volta Mills ${Date.now()}`;
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles(file("suppliers", "who.csv", [name, "", "", "3", "14", "900.00"]));
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByText("The first lines, as they are understood").click();
    await expect(page.getByRole("cell", { name })).toBeVisible();
    await page.getByRole("button", { name: "Bring it in" }).click();
    await expect(page.getByText("It is in.")).toBeVisible();
    await isOpenToEveryone(page);
  });

  test("a file of products is taken back whole", async ({ open }) => {
    const page = await open("owner", "/settings/imports");
    const name = `goods ${Date.now()}.csv`;
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles(file("products", name, ["TEST-9", "Test soap", "Soap"]));
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByRole("button", { name: "Bring it in" }).click();
    await expect(page.getByText("It is in.")).toBeVisible();
    await page.getByRole("button", { name: `Take ${name} back` }).click();
    await expect(page.getByText(`${name} · Taken back`)).toBeVisible();
  });

  test("a file of sales that can be read in two ways is asked about", async ({ open }) => {
    const page = await open("owner", "/settings/imports?of=sales");
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles(file("sales", "past.csv", ["OLD-1", "01/04/2021", "Test soap", "2", "5.00"]));
    await page.getByRole("button", { name: "Check the file" }).click();
    await expect(page.getByRole("alert")).toContainText("can be read in two ways");
    await isOpenToEveryone(page);
    await page.getByLabel("How it writes days").selectOption("day-first");
    await page.getByRole("button", { name: "Check the file" }).click();
    await expect(page.getByRole("heading", { name: "What would come in" })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("a cashier brings in no files", async ({ open }) => {
    const page = await open("cashier", "/settings/imports");
    await expect(page.getByText("There is no such page.")).toBeVisible();
    await page.goto("/customers");
    await expect(page.getByRole("button", { name: "Add a customer" })).toBeVisible();
    await expect(page.getByRole("link", { name: "From a file" })).toHaveCount(0);
  });
});
