import { expect, test } from "vitest";
import { partOf, partsOf } from "./stream";

async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

test("events are put together however the network cut them", async () => {
  const sent = 'event: plan\r\ndata: {"plan":"Sales"}\r\n\r\nevent: sentence\ndata: {"text":"Good."}\n\n';
  for (const size of [1, 7, 500]) {
    const found = [];
    for await (const part of partsOf(inPieces(sent, size))) found.push(part);
    expect(found).toEqual([
      { event: "plan", data: { plan: "Sales" } },
      { event: "sentence", data: { text: "Good." } },
    ]);
  }
});

test("a comment that only keeps the line open is no event", () => {
  expect(partOf(": still here")).toBeNull();
});
