/** What needs doing today, as the server worked it out this morning. */
import { queryOptions } from "@tanstack/react-query";
import type { Answer } from "shop-client";
import { shop } from "./shop";

export type Brief = Answer<"getBrief">;
export type BriefCard = Brief["cards"][number];

export const brief = () =>
  queryOptions({
    queryKey: ["brief"],
    queryFn: ({ signal }) => shop().call("getBrief", {}, { signal }),
    staleTime: 300_000,
  });

/** Takes a card away for the day; a kind that was dismissed twice stays away for a month. */
export const dismiss = (id: string) => shop().call("dismissBrief", { path: { id } });
