import "./mantine";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { makeQueries } from "./queries";
import { makeRouter } from "./router";
import { theme } from "./theme";
import { keepUpToDate } from "./update";

const queries = makeQueries();
const router = makeRouter(queries);
const root = document.getElementById("root");

/** The first screen takes the place of the frame once its script is here. */
function show(place: HTMLElement): void {
  // As a transition it is drawn in small pieces, between which a touch is answered.
  startTransition(() =>
    createRoot(place).render(
      <StrictMode>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </StrictMode>,
    ),
  );
}

if (root) void router.load().finally(() => show(root));

keepUpToDate();
