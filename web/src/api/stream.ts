/** Server-sent events of a POST: the parts of an answer as they are made. */
import { send } from "./http";

export type Part = { event: string; data: ReturnType<typeof JSON.parse> };

export function partOf(block: string): Part | null {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    if (line.startsWith("data:")) data.push(line.slice(5).trim());
  }
  return data.length > 0 ? { event, data: JSON.parse(data.join("\n")) } : null;
}

export async function* partsOf(chunks: AsyncIterable<string>): AsyncGenerator<Part> {
  let waiting = "";
  for await (const chunk of chunks) {
    waiting += chunk.replaceAll("\r", "");
    const blocks = waiting.split("\n\n");
    waiting = blocks.pop() ?? "";
    for (const block of blocks) {
      const part = partOf(block);
      if (part) yield part;
    }
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}

export async function* stream(path: string, body: unknown, key: string, signal: AbortSignal): AsyncGenerator<Part> {
  const response = await send(path, { body, key, signal, accept: "text/event-stream, application/json" });
  if (response.body) yield* partsOf(chunksOf(response.body));
}
