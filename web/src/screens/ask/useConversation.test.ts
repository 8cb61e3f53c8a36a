import { expect, test } from "vitest";
import { type Turn, withPiece } from "./useConversation";

const asking: Turn = {
  id: "1",
  question: "Who owes me?",
  request: { query: "Who owes me?" },
  asking: true,
  plan: "",
  sentences: [],
  visualizations: [],
  replaced: false,
  answer: null,
  error: null,
};

test("sentences appear one after the other, until the words are taken back", () => {
  const first = withPiece(asking, { event: "sentence", data: { text: "33 customers owe you." } });
  const second = withPiece(first, { event: "sentence", data: { text: "The first is Ama." } });
  expect(second.sentences).toEqual(["33 customers owe you.", "The first is Ama."]);
  const replaced = withPiece(second, { event: "replace", data: { text: "Plainer words." } });
  expect([replaced.sentences, replaced.replaced]).toEqual([["Plainer words."], true]);
});
