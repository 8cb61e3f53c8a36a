import { defineConfig } from "@playwright/test";

const port = Number(process.env.CONSOLE_TEST_PORT ?? 8731);
const base = `http://127.0.0.1:${port}`;

/** Debian's Chromium against Django with a demo shop of its own, on a phone's size and a desk's. */
export default defineConfig({
  testDir: "tests",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  retries: process.env.CI ? 1 : 0, // a busy machine is no fault of the console; what needed it is named as flaky
  workers: Number(process.env.CONSOLE_TEST_WORKERS ?? 2),
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["line"]],
  use: {
    baseURL: base,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    },
    screenshot: "only-on-failure",
    serviceWorkers: "block", // else every test would fetch the whole console for later; the journey allows it
    contextOptions: { reducedMotion: "reduce" },
  },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { name: "desk", use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: `../.venv/bin/python tests/serve.py ${port}`,
    url: `${base}/readyz`,
    timeout: 600_000, // the demo shop is made first, which takes a minute on an idle machine
    stdout: "ignore",
    stderr: "ignore",
    reuseExistingServer: Boolean(process.env.CONSOLE_TEST_REUSE),
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
