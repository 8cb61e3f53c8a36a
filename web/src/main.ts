import { askEarly } from "./app/early";

/** Ends the present task: a touch is answered before the next one. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Each library is run in a task of its own; all at once they keep a cheap phone from answering for a quarter of a second. */
async function start(): Promise<void> {
  await import("./app/libraries/react");
  await pause();
  await import("./app/libraries/tanstack");
  await pause();
  await import("./app/libraries/mantine");
  await pause();
  await import("./app/start");
}

// The frame in index.html is painted before the console's scripts run: on a cheap phone they take a second.
askEarly();
if (document.visibilityState === "hidden") void start();
else requestAnimationFrame(() => setTimeout(() => void start()));
