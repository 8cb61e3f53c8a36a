/** Patterns in the records that are unusual; an owner looks at them and says what they were. */
import { queryOptions } from "@tanstack/react-query";
import type { Answer } from "shop-client";
import { shop } from "./shop";

export type UnusualPattern = Answer<"listFraudAlerts">["results"][number];
export type Verdict = NonNullable<UnusualPattern["verdict"]>;

export const patterns = (resolved: boolean) =>
  queryOptions({
    queryKey: ["unusual", resolved],
    queryFn: ({ signal }) => shop().call("listFraudAlerts", { query: { resolved, page_size: 20 } }, { signal }),
  });

export const judge = (id: string, verdict: Verdict | null, note: string) =>
  shop().call("updateFraudAlert", { path: { id }, body: { verdict, note } });

export const inWords = (id: string, key: string) =>
  shop().call("getFraudAlert", { path: { id }, query: { explain: true } }, { key });
