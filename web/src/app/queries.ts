import { QueryClient } from "@tanstack/react-query";

/** Server state. The client itself repeats what did not arrive. */
export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: false,
        refetchOnWindowFocus: false,
      },
      // Without a connection an action fails and says so, rather than wait unseen.
      mutations: { networkMode: "always" },
    },
  });
