import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem";

/** Server state. What was refused is not asked again by itself; what did not arrive is, twice. */
export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => error instanceof Problem && error.status === 0 && failures < 2,
        refetchOnWindowFocus: false,
      },
    },
  });
