import { expect, test } from "vitest";
import { columnsOf } from "./columns";

test("a table of understood lines has each column once, in the order in which the lines fill them", () => {
  const rows = [
    { line: "2", name: "Ama" },
    { line: "3", name: "Kofi", phone: "+233244000001" },
  ];
  expect(columnsOf(rows)).toEqual(["line", "name", "phone"]);
});
