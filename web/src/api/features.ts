/** What each AI feature costs and whether this person can use it now. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { shop } from "./shop";

export interface Offer {
  feature: string;
  available: boolean;
  reason: string | null;
  price: number;
  shortfall: number;
}

interface Available {
  feature: string;
  available: boolean;
  reason: string | null;
  required: number;
  shortfall: number;
}

/** Of all features, or of the one that was asked about. */
function offersOf(answer: Available | { features: Available[] }): Offer[] {
  const found = "features" in answer ? answer.features : [answer];
  return found.map(({ feature, available, reason, required, shortfall }) => ({
    feature,
    available,
    reason,
    price: required,
    shortfall,
  }));
}

export const availability = () =>
  queryOptions({
    queryKey: ["ai", "availability"],
    queryFn: ({ signal }) => shop().call("checkAvailability", {}, { signal }),
    staleTime: 60_000,
    select: offersOf,
  });

/** What is offered of a feature: nothing where it is not, undefined while that is not known. */
export function useFeature(name: string): Offer | null | undefined {
  const { data, isPending } = useQuery(availability());
  return isPending ? undefined : (data?.find(({ feature }) => feature === name) ?? null);
}
