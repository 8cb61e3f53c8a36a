/** The real server on a free port with an empty SQLite database and a local Paystack, and a new shop in it. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "../src/index.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const PYTHON = process.env["PYTHON"] ?? join(ROOT, ".venv/bin/python");

export const PASSWORD = "Kenkey-and-fish-72";

export interface Server {
  baseUrl: string;
  /** A shop of its own, its owner logged in; AI features are agreed to and there are credits. */
  shop(name: string): Promise<Client>;
  stop(): void;
}

export async function start(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "client-"));
  const payments = await freePort();
  const env = { ...process.env, DEBUG: "True", AI_PROVIDER: "offline", LOG_LEVEL: "ERROR", REDIS_URL: "",
    DATABASE_URL: `sqlite:///${folder}/shop.sqlite3`, MEDIA_ROOT: folder,
    PAYSTACK_BASE_URL: `http://127.0.0.1:${payments}`, PAYSTACK_SECRET_KEY: "sk_test_local" };
  const python = (...words: string[]) => {
    const done = spawnSync(PYTHON, words, { cwd: ROOT, env, encoding: "utf8" });
    if (done.status !== 0) throw new Error(`python ${words.join(" ")}: ${done.stderr}`);
  };
  python("-m", "app.tests.kept_schema", join(folder, "shop.sqlite3"));
  const paystack = spawn(PYTHON, ["-m", "ai_features.tests.stubs.paystack", "--quiet", "--port", String(payments)], { cwd: ROOT, env });
  const port = await freePort();
  const child = spawn(PYTHON, ["manage.py", "runserver", `127.0.0.1:${port}`, "--noreload"], { cwd: ROOT, env });
  const baseUrl = `http://127.0.0.1:${port}`;
  await answering(`${baseUrl}/healthz`, child);
  return {
    baseUrl,
    shop: async (name) => {
      const { token, businesses } = await new Client({ baseUrl }).call("register", {
        body: { email: `${name}@example.com`, password: PASSWORD, name: "Ama Mensah", business_name: name },
      });
      const businessId = businesses[0]?.id ?? null;
      python("manage.py", "setup_ai_credits", "--grant-test", "--business-id", String(businessId), "--yes");
      const client = new Client({ baseUrl, token, businessId, firstWait: 10 });
      await client.call("updateAiSettings", { body: { consent: true } });
      return client;
    },
    stop: () => {
      child.kill();
      paystack.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? found(address.port) : failed(new Error("No port"))));
    });
  });
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const said: string[] = [];
  child.stderr?.on("data", (part) => said.push(String(part)));
  for (let tried = 0; tried < 300; tried += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said.join("")}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`The server does not answer: ${said.join("")}`);
}
