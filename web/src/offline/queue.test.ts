import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { Problem } from "../api/problem";
import { sendWaiting, tryAgain } from "./queue";
import { dropSale, keepSale, type WaitingSale, waitingSales } from "./store";

const sale = (client_id: string, made_at: string): WaitingSale => ({
  client_id,
  business_id: "b",
  request: { storefront_id: "s", lines: [{ product_id: "p", quantity: "1" }], payments: [], client_id },
  total: "5.00",
  items: 1,
  made_at,
  refusal: "",
});

beforeEach(async () => {
  for (const { client_id } of await waitingSales("b")) await dropSale(client_id);
  await keepSale(sale("second", "2026-11-28T10:05:00Z"));
  await keepSale(sale("first", "2026-11-28T10:00:00Z"));
});

test("sales are sent in the order in which they were made, and forgotten once taken", async () => {
  const sent: string[] = [];
  const outcome = await sendWaiting("b", async ({ client_id }) => sent.push(client_id));
  expect([sent, outcome.sent, await waitingSales("b")]).toEqual([["first", "second"], 2, []]);
});

test("while the connection is away everything stays, and nothing later overtakes", async () => {
  const tried: string[] = [];
  const outcome = await sendWaiting("b", async ({ client_id }) => {
    tried.push(client_id);
    throw new Problem(0, {});
  });
  expect([tried, outcome.offline, (await waitingSales("b")).length]).toEqual([["first"], true, 2]);
});

test("a refusal is kept with its sentence, the next sale goes out, and a person may send it again", async () => {
  const refuse = async ({ client_id }: { client_id: string }) => {
    if (client_id === "first") throw new Problem(409, { error: "out_of_stock", message: "Only 2 are left." });
  };
  expect(await sendWaiting("b", refuse)).toEqual({ sent: 1, refused: 1, offline: false });
  const [kept] = await waitingSales("b");
  expect(kept?.refusal).toBe("Only 2 are left.");
  if (kept) await tryAgain(kept);
  expect((await sendWaiting("b", async () => undefined)).sent).toBe(1);
});

test("another business's sales are left alone", async () => {
  expect((await sendWaiting("other", async () => undefined)).sent).toBe(0);
  expect((await waitingSales("b")).length).toBe(2);
});
