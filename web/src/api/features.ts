/** What each AI feature costs and whether this person can use it now. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { get } from "./http";
import type { Availability } from "./shapes";

export interface Offer {
  feature: string;
  available: boolean;
  reason: string | null;
  price: number;
  shortfall: number;
}

export const availability = () =>
  queryOptions({
    queryKey: ["ai", "availability"],
    queryFn: ({ signal }) => get<{ features: Availability[] }>("/ai/api/check-availability/", {}, signal),
    staleTime: 60_000,
    select: ({ features }): Offer[] =>
      features.map(({ feature, available, reason, required, shortfall }) => ({
        feature,
        available,
        reason,
        price: required,
        shortfall,
      })),
  });

export const useFeature = (name: string): Offer | undefined =>
  useQuery(availability()).data?.find(({ feature }) => feature === name);
