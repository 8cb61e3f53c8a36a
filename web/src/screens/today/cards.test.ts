import { expect, test } from "vitest";
import { cardsOf } from "./cards";

const ageing = (overdue: string) => ({ summary: { overdue_amount: overdue }, results: [{ overdue }] });
const stock = (toOrder: number) => ({ toOrder, soldOut: 1 });
const balance = { available: 1, low_balance: true };

test("the money at risk comes first, then the shelves, then the credits", () => {
  const cards = cardsOf({ role: "owner", ageing: ageing("62817.07"), stock: stock(8), balance });
  expect(cards.map(({ title }) => title)).toEqual(["GHS 62,817 is overdue", "8 products to order", "1 credit left"]);
  expect(cards.map(({ risk }) => risk === true)).toEqual([true, false, false]);
});

test("a shop in which nothing is wrong has no cards", () => {
  expect(cardsOf({ role: "owner", ageing: ageing("0.00"), stock: stock(0), broken: [], risks: [] })).toEqual([]);
});
