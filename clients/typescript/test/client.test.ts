import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { QueryClient } from "@tanstack/query-core";
import { ApiError, Client, isApiError, NetworkError } from "../src/index.ts";
import { mutation, pages, query } from "../src/query.ts";
import { ask, buy, chart, collect, explained, home, logIn, paid } from "../example/shop.ts";
import { PASSWORD, type Server, start } from "./server.ts";

let server: Server;
let shop: Client;

before(async () => {
  server = await start();
  shop = await server.shop("makola");
});
after(() => server?.stop());

/** A client whose first requests go wrong as told, and what it sent. */
function troubled(...troubles: (() => Response)[]): { client: Client; sent: Headers[] } {
  const sent: Headers[] = [];
  const client = shop.with({
    fetch: (url, init) => {
      sent.push(new Headers(init?.headers));
      const trouble = troubles.shift();
      return trouble ? Promise.resolve().then(trouble) : fetch(url, init);
    },
  });
  return { client, sent };
}

function lost(): Response {
  throw new TypeError("fetch failed");
}

function refused(status: number, body: object): () => Response {
  return () => Response.json(body, { status });
}

test("a list is typed to its rows", async () => {
  await shop.call("createCustomer", { body: { name: "Kofi Boateng", phone: "0244000001" } });
  const { count, results } = await shop.call("listCustomers", { query: { search: "Kofi" } });
  const names: string[] = results.map((each) => each.name);
  assert.deepEqual([count, names], [1, ["Kofi Boateng"]]);
});

test("a lost write is sent again under the same key and happens once", async () => {
  const { client, sent } = troubled(lost);
  const made = await client.call("createCustomer", { body: { name: "Efua Owusu", phone: "0244000002" } });
  const again = await client.call(
    "createCustomer",
    { body: { name: "Efua Owusu", phone: "0244000002" } },
    { key: sent[0]?.get("Idempotency-Key") ?? "" },
  );
  assert.equal(sent[0]?.get("Idempotency-Key"), sent[1]?.get("Idempotency-Key"));
  assert.equal(again.id, made.id);
});

test("what has no key is not sent twice", async () => {
  const { client, sent } = troubled(lost);
  await assert.rejects(client.call("createCategory", { body: { name: "Drinks" } }), NetworkError);
  assert.equal(sent.length, 1);
});

test("a server that asks to wait a little is asked again; one that asks for long is not", async () => {
  const body = { error: "rate_limited", message: "Too many requests.", retry_after: 0 };
  const soon = troubled(refused(429, body));
  await soon.client.call("getMe");
  assert.equal(soon.sent.length, 2);
  const late = troubled(refused(429, { ...body, retry_after: 60 }));
  await assert.rejects(late.client.call("getMe"), (problem) => isApiError(problem, "rate_limited"));
  assert.equal(late.sent.length, 1);
});

test("a refusal says what it is and which field", async () => {
  await assert.rejects(shop.call("createCustomer", { body: { name: "" } }), (problem) => {
    assert.ok(isApiError(problem, "validation_error"));
    assert.ok(problem.fieldMessages["name"]);
    assert.ok(problem.requestId);
    return true;
  });
});

test("an ended log-in is told once to who asked for it", async () => {
  const ended: ApiError[] = [];
  const stranger = shop.with({ token: "f".repeat(64), onLoggedOut: (problem) => ended.push(problem) });
  await assert.rejects(stranger.call("getMe"), ApiError);
  assert.equal(ended.length, 1);
});

test("an answer that is a page of HTML is an error like others", async () => {
  const { client } = troubled(() => new Response("<h1>Bad gateway</h1>", { status: 400 }));
  await assert.rejects(client.call("getMe"), (problem) => isApiError(problem, "server_error"));
});

test("a request that nobody waits for ends", async () => {
  const signal = AbortSignal.abort();
  await assert.rejects(shop.call("getMe", undefined, { signal }), { name: "AbortError" });
});

test("a file is sent with its progress and comes in", async () => {
  const told: number[] = [];
  const file = new File(["sku,name,retail_price\nR1,Rice 5 kg,95.00\n"], "prices.csv", { type: "text/csv" });
  const { id } = await shop.upload("importProducts", { body: { file } }, (share) => told.push(share));
  assert.deepEqual(told, [0, 1]);
  assert.equal((await shop.call("getProductImport", { path: { id } })).lines_imported, 1);
});

test("what answers with nothing answers undefined", async () => {
  const { token } = await shop.call("login", { body: { email: "makola@example.com", password: PASSWORD } });
  assert.equal(await shop.with({ token }).call("logout"), undefined);
});

test("queries and mutations are options for TanStack Query", async () => {
  const cache = new QueryClient();
  const found = await cache.fetchQuery(query(shop, "getBalance"));
  assert.equal(found.available, 50);
  assert.deepEqual(query(shop, "getBalance").queryKey[0], shop.businessId);
  const made = await mutation(shop, "createSupplier").mutationFn({ body: { name: "Tema Wholesale" } });
  assert.equal(made.name, "Tema Wholesale");
});

test("a list is read page by page to its end", async () => {
  for (const name of ["A", "B", "C"]) await shop.call("createSupplier", { body: { name } });
  const all = await new QueryClient().fetchInfiniteQuery({ ...pages(shop, "listSuppliers", { query: { page_size: 2 } }), pages: 9 });
  const names = all.pages.flatMap((page) => page.results.map((each) => each.name));
  assert.ok(["A", "B", "C"].every((name) => names.includes(name)));
  assert.ok(all.pages.length >= 2);
});

test("an answer is streamed as events that tell each other apart", async () => {
  const said: string[] = [];
  let used: number | undefined;
  for await (const each of shop.stream("streamQuestion", { body: { query: "sales today" } })) {
    if (each.event === "sentence") said.push(each.data.text);
    if (each.event === "done") used = each.data.credits_used;
  }
  assert.ok(said.length > 0);
  assert.equal(typeof used, "number");
});

test("a picture is told by its type", async () => {
  const { visualizations } = await shop.call("askQuestion", { body: { query: "sales this month" } });
  for (const each of visualizations) {
    if (each.type === "number") assert.equal(typeof each.data.text, "string");
    if (each.type === "table") assert.ok(each.columns.every((column) => column.key));
  }
});

test("the example app works from log-in to collections", async () => {
  const mine = await logIn(server.baseUrl, "makola@example.com", PASSWORD);
  const { credits, questions, mayBuy } = await home(mine);
  assert.ok(credits > 0 && questions.length > 0 && mayBuy);

  const lines: string[] = [];
  const told = await ask(mine, "sales this month", (line) => lines.push(line));
  assert.ok(told.answer.includes(lines[0] ?? "nothing"));
  assert.ok(lines.some((line) => line.startsWith(told.visualizations[0]?.title ?? "nothing")));

  const { payAt, reference, price } = await buy(mine);
  assert.equal(price, "94.00 GHS");
  assert.match(await paid(mine, reference), /./);
  const page = new URL(payAt);
  page.searchParams.set("outcome", "success");
  await fetch(page, { redirect: "manual" });
  assert.match(await paid(mine, reference), /^100 credits were added/);

  assert.equal((await collect(mine)).length, 1);
});

test("the example app says what is wrong in words", async () => {
  const wrong = await logIn(server.baseUrl, "makola@example.com", "wrong").catch(explained);
  assert.equal(typeof wrong, "string");
  const away = await logIn("http://127.0.0.1:1", "makola@example.com", PASSWORD).catch(explained);
  assert.equal(away, "The shop could not be reached. Try again.");
});

test("charts are told apart by their type", () => {
  const data = [{ label: "Rice", value: 20 }, { label: "Malt", value: null }];
  assert.deepEqual(chart({ type: "bar", title: "Sales", unit: "money", data }), ["Sales", `Rice ${"#".repeat(30)} 20`, "Malt  0"]);
  const columns = [{ key: "revenue", title: "Revenue", kind: "money", unit: "GHS" } as const];
  assert.deepEqual(chart({ type: "table", title: "Sales", columns, data: [{ revenue: "5.00" }] }), ["Sales", "Revenue (GHS)", "5.00"]);
});
