import { expect, test } from "vitest";
import { csv } from "./files";

test("a name that a spreadsheet would run as a formula is kept as text, a negative number as a number", async () => {
  const text = await csv(
    ["name", "change"],
    [
      ["=HYPERLINK(1)", "-12.50"],
      ['Ama "Sweet", Ltd', "3"],
    ],
  ).text();
  expect(text.replace("\uFEFF", "")).toBe('name,change\r\n\'=HYPERLINK(1),-12.50\r\n"Ama ""Sweet"", Ltd",3\r\n');
});
