import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { client } from "./vite.config";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "shop-client": client("index.ts") } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}", "tests/*.test.ts"], testTimeout: 20_000 },
});
