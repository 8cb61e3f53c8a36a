/** The sales that wait on this device, sent whenever there is a chance. */
import { useNetwork } from "@mantine/hooks";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { sellNow } from "../api/selling";
import { useSession } from "../app/session";
import { sendWaiting } from "./queue";
import { waitingSales } from "./store";

const EVERY = 30_000;

const waiting = (business: string) =>
  queryOptions({
    queryKey: ["waiting", business],
    queryFn: () => waitingSales(business),
    networkMode: "always",
    staleTime: 0,
  });

export function useWaiting() {
  const business = useSession()?.businessId ?? "";
  const queries = useQueryClient();
  const found = useQuery(waiting(business)).data ?? [];
  const look = useCallback(() => queries.invalidateQueries({ queryKey: ["waiting"] }), [queries]);
  return { waiting: found, look };
}

/** Runs once, in the frame: sends at the start, when the connection comes back, and every half minute. */
export function useSending(): void {
  const business = useSession()?.businessId ?? "";
  const { online } = useNetwork();
  const { waiting: found, look } = useWaiting();
  const queries = useQueryClient();
  const open = found.some(({ refusal }) => refusal === "");
  useEffect(() => {
    if (!open || !online) return;
    let stopped = false;
    const pass = async () => {
      const { sent, refused } = await sendWaiting(business, (request) => sellNow(request));
      if (stopped || sent + refused === 0) return;
      await look();
      await queries.invalidateQueries({ queryKey: ["goods"] });
    };
    void pass();
    const timer = setInterval(() => void pass(), EVERY);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [open, online, business, look, queries]);
}
