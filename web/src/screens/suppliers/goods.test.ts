import { expect, test } from "vitest";
import { goodsOf } from "./goods";

const line = (product_id: string, quantity: string) => ({ product_id, product_name: product_id, quantity });
const delivery = { id: "d1", lines: [line("milk", "10.5"), line("milk", "2"), line("rice", "4")] };

test("of a delivery that came in two batches all can go back", () => {
  expect(goodsOf(delivery, [])).toEqual([
    { id: "milk", name: "milk", left: 12.5 },
    { id: "rice", name: "rice", left: 4 },
  ]);
});

test("what went back of the delivery already cannot go back again, and what went back of another does not count", () => {
  const back = [
    { receipt_id: "d1", lines: [line("milk", "0.3"), line("rice", "4")] },
    { receipt_id: "d2", lines: [line("milk", "5")] },
    { receipt_id: null, lines: [line("milk", "5")] },
  ];
  expect(goodsOf(delivery, back)).toEqual([{ id: "milk", name: "milk", left: 12.2 }]);
});
