import { NetworkError } from "./errors.ts";

/** The events of a `text/event-stream`, each as `{event, data}` with its data read from JSON. */
export async function* events<E>(response: Response): AsyncGenerator<E, void> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((problem: unknown) => {
        throw new NetworkError("The answer broke off.", { cause: problem });
      });
      if (done) return;
      buffer += value;
      const blocks = buffer.split(/\r?\n\r?\n/);
      buffer = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = read(block);
        if (event) yield event as E; // as described: see `answerOf`
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function read(block: string): { event: string; data: unknown } | undefined {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : undefined;
}
