import "./mantine";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeQueries } from "./queries";
import { makeRouter } from "./router";
import { theme } from "./theme";
import { keepUpToDate } from "./update";

const queries = makeQueries();
const router = makeRouter(queries);
const root = document.getElementById("root");

if (root)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );

keepUpToDate();
