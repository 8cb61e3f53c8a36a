/**
 * Lighthouse over the built console: `make lighthouse`, on a desk and on a cheap phone with a slow network.
 *
 * It prints a table and fails below FLOOR. `LIGHTHOUSE_FORM=phone` measures one form, `LIGHTHOUSE_WHY=1` tells what
 * cost points. Speed is measured in time: on a busy machine the performance is lower, which the index tells.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";

const WANTED = ["performance", "accessibility", "best-practices"];
/** The least score of each of WANTED; what is reached on a quiet machine. */
const FLOOR = { desk: [95, 100, 95], phone: [75, 100, 95] };
/** Lighthouse's index of the machine's speed below which its times say little. */
const QUIET = 1_000;
const SCREENS = ["/login", "/", "/ask", "/money", "/stock", "/sell", "/credits"];
const FORMS = process.env.LIGHTHOUSE_FORM ? [process.env.LIGHTHOUSE_FORM] : ["desk", "phone"];
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

const inSeconds = ({ numericValue }) => (numericValue / 1_000).toFixed(1).padStart(4);
const HEAD = "page      size   performance  accessibility  best practices   FCP s  LCP s  TBT ms    CLS  index";

/** Measures a screen, prints its row, and gives how many of its scores are below the floor. */
async function measured(path, form) {
  const flags = { port: DEBUGGING, output: "json", logLevel: "error", onlyCategories: WANTED };
  const { lhr } = await lighthouse(`${base}${path}`, flags, form === "phone" ? undefined : desktopConfig);
  const scores = WANTED.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
  const { audits } = lhr;
  const times = [audits["first-contentful-paint"], audits["largest-contentful-paint"]].map(inSeconds).join("   ");
  const blocked = String(Math.round(audits["total-blocking-time"].numericValue)).padStart(6);
  const moved = audits["cumulative-layout-shift"].numericValue.toFixed(3);
  const [speed, access, practice] = scores.map(String);
  const { benchmarkIndex } = lhr.environment;
  console.info(
    `${path.padEnd(10)}${form.padEnd(7)}${speed.padStart(11)}${access.padStart(15)}${practice.padStart(16)}    ${times}  ${blocked}  ${moved}  ${String(Math.round(benchmarkIndex)).padStart(5)}`,
  );
  if (benchmarkIndex < QUIET) slow += 1;
  if (process.env.LIGHTHOUSE_WHY)
    for (const { id, score, displayValue = "" } of Object.values(audits))
      if (score !== null && score < 0.9) console.info(`    ${score} ${id} ${displayValue}`);
  return scores.filter((score, index) => score < FLOOR[form][index]).length;
}

const stop = await serve();
const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "lighthouse-")), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", `--remote-debugging-port=${DEBUGGING}`],
});
let missed = 0;
let slow = 0;
try {
  console.info(HEAD);
  for (const path of SCREENS) {
    if (path === "/") await logIn(context);
    for (const form of FORMS) missed += await measured(path, form);
  }
} finally {
  await context.close();
  stop();
}
if (slow > 0) console.info(`The machine was busy or slow (index below ${QUIET}) for ${slow} of the rows.`);
if (missed > 0) {
  console.error(`${missed} scores are below the floor.`);
  process.exitCode = 1;
}
