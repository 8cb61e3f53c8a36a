import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type HtmlTagDescriptor, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { pages } from "./pages";

const api = process.env.API_URL ?? "http://127.0.0.1:8000";
const apiPaths = ["accounts", "inventory", "sales", "reports", "ai"].map((app) => `/${app}/api`);

// The client's own source, so that its types and its code are those of this very commit.
export const client = (part: string): string =>
  fileURLToPath(new URL(`../clients/typescript/src/${part}`, import.meta.url));

/** Leaves each script and style compressed beside itself, which is what the server then sends. */
const compressed = (): Plugin => ({
  name: "compressed",
  apply: "build",
  closeBundle: {
    order: "post",
    handler() {
      const assets = fileURLToPath(new URL("dist/assets/", import.meta.url));
      for (const name of readdirSync(assets).filter((each) => /\.(js|css)$/.test(each))) {
        const file = readFileSync(assets + name);
        writeFileSync(`${assets}${name}.gz`, gzipSync(file, { level: 9 }));
        writeFileSync(`${assets}${name}.br`, brotliCompressSync(file));
      }
    },
  },
});

/** Fetches what `main.ts` starts while the page is read, though it runs only after the first paint. */
const fetchedEarly = (): Plugin => ({
  name: "fetched-early",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_page, { bundle = {} }) {
      const chunks = Object.values(bundle).flatMap((each) => (each.type === "chunk" ? [each] : []));
      const found = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith("/src/app/start.tsx"));
      for (const chunk of found)
        found.push(...chunks.filter((each) => chunk.imports.includes(each.fileName) && !found.includes(each)));
      const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
        tag: "link",
        injectTo: "head",
        attrs: { ...attrs, crossorigin: "" },
      });
      const styles = new Set(found.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
      return [
        ...[...styles].map((file) => link({ rel: "preload", as: "style", href: `/${file}` })),
        ...found.map(({ fileName }) => link({ rel: "modulepreload", href: `/${fileName}` })),
      ];
    },
  },
});

const CHOICES = /floating-ui|components\/(Combobox|Popover|ScrollArea(?!\/utils)|Select)/;
const FIELDS = /number-format|components\/(NumberInput|PasswordInput)|@mantine\/form/;
const RARE = /Pagination|List\/|use-form|SegmentedControl|FloatingIndicator/;

/** What most screens are made of. */
const isShared = (id: string): boolean =>
  /\/src\/(api|ui)|@mantine|@tanstack|tabler/.test(id) && ![CHOICES, FIELDS, RARE].some((rest) => rest.test(id));

export default defineConfig({
  resolve: { alias: { "shop-client": client("index.ts") } },
  plugins: [
    react(),
    compressed(),
    fetchedEarly(),
    pages(),
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        name: "Shop console",
        short_name: "Shop",
        description: "What needs doing, what is owed, what to order.",
        start_url: "/",
        display: "standalone",
        background_color: "#ffffff",
        theme_color: "#0b6b4f",
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
        ],
      },
      workbox: {
        // The shell works offline; figures never come from a copy.
        globPatterns: ["index.html", "assets/*.{js,css}", "icon*.{svg,png}"],
        navigateFallback: "/index.html",
        navigateFallbackDenylist: [/\/api\//, /^\/admin\//, /^\/static\//, /^\/(healthz|readyz|metrics)/],
      },
    }),
  ],
  build: {
    manifest: true,
    target: "es2022",
    reportCompressedSize: false,
    // Few files: over HTTP/1.1 a browser has six connections, and each file costs a round trip.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "main", test: /src\/(main|app\/(early|kept))\.ts$|preload-helper/, priority: 3 },
            // Run one after another: see main.ts.
            { name: "react", test: /libraries\/react\.ts$|node_modules\/(react|react-dom|scheduler)\//, priority: 6 },
            { name: "tanstack", test: /libraries\/tanstack\.ts$|@tanstack\/(?!react-virtual|virtual)/, priority: 5 },
            { name: "mantine", test: /libraries\/mantine\.ts$|@mantine\/core\/esm\/core\//, priority: 4 },
            { name: "start", test: /src\/app\/start\.tsx$/, priority: 2 },
            { name: "parts", test: isShared, minShareCount: 5, priority: 1 },
            { name: "choices", test: CHOICES },
            { name: "fields", test: FIELDS },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries([...apiPaths, "/api"].map((path) => [path, api])),
  },
});
