/**
 * Lighthouse over the built console: `make lighthouse`. Each score must be 95 or more.
 *
 * `LIGHTHOUSE_FORM=phone` measures a cheap phone on a slow network, `LIGHTHOUSE_WHY=1` tells what cost points.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";

const LEAST = 95;
const WANTED = ["performance", "accessibility", "best-practices"];
const SCREENS = ["/login", "/", "/ask", "/money", "/stock", "/sell", "/credits"];
const config = process.env.LIGHTHOUSE_FORM === "phone" ? undefined : desktopConfig;
const DEBUGGING = 9333;
const root = join(import.meta.dirname, "../..");
const port = Number(process.env.CONSOLE_TEST_PORT ?? 8741);
const base = `http://127.0.0.1:${port}`;

const isUp = async () => (await fetch(`${base}/readyz`).catch(() => null))?.ok === true;

/** Serves the demo shop, unless one is served there already; gives what stops it. */
async function serve() {
  if (await isUp()) return () => undefined;
  const script = [join(root, "web/tests/serve.py"), String(port)];
  const served = spawn(join(root, ".venv/bin/python"), script, { stdio: "ignore" });
  for (let second = 0; second < 400 && !(await isUp()); second += 1) await new Promise((on) => setTimeout(on, 1_000));
  return () => served.kill("SIGTERM");
}

/** Leaves the owner's session where Lighthouse, which keeps local storage, finds it. */
async function logIn(context) {
  const { businesses } = JSON.parse(readFileSync(join(root, "build/console-tests/demo.json"), "utf8"));
  const [{ id, name: business, staff }] = businesses;
  const { token, name, email, role } = staff.find((each) => each.role === "owner");
  const session = {
    token,
    name,
    email,
    businesses: [{ id, name: business, role }],
    businessId: id,
    storefrontId: null,
  };
  const page = await context.newPage();
  await page.goto(`${base}/login`);
  await page.evaluate((kept) => localStorage.setItem("shop.session", kept), JSON.stringify(session));
  await page.close();
}

/** The scores of a screen, 0 to 100, in the order of WANTED; with LIGHTHOUSE_WHY what cost points. */
async function scoresOf(path) {
  const flags = { port: DEBUGGING, output: "json", logLevel: "error", onlyCategories: WANTED };
  const { lhr } = await lighthouse(`${base}${path}`, flags, config);
  const scores = WANTED.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
  console.info(`${path.padEnd(9)}${WANTED.map((name, index) => `${name} ${scores[index]}`).join(", ")}`);
  if (process.env.LIGHTHOUSE_WHY)
    for (const { id, score, displayValue = "" } of Object.values(lhr.audits))
      if (score !== null && score < 0.9) console.info(`    ${score} ${id} ${displayValue}`);
  return scores;
}

const stop = await serve();
const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "lighthouse-")), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", `--remote-debugging-port=${DEBUGGING}`],
});
let missed = 0;
try {
  for (const path of SCREENS) {
    if (path === "/") await logIn(context);
    missed += (await scoresOf(path)).filter((score) => score < LEAST).length;
  }
} finally {
  await context.close();
  stop();
}
if (missed > 0) {
  console.error(`${missed} scores are below ${LEAST}.`);
  process.exitCode = 1;
}
