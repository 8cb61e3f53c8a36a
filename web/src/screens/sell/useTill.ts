/** One sale from the first product to the receipt. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newKey } from "../../api/http";
import { problemOf } from "../../api/problem";
import { sellNow } from "../../api/selling";
import type { Customer, Good, SaleRequest, SoldSale } from "../../api/shapes";
import { useMay } from "../../app/rights";
import { useStorefront } from "../../app/session";
import { keepSale } from "../../offline/store";
import { useWaiting } from "../../offline/useQueue";
import { fromPesewas } from "../../ui/format";
import { added, type Line, mostDiscount, type Paying, saleOf, type Tier, totalOf, withQuantity } from "./cart";
import { countSale } from "./frequent";

/** Sold at the server, or kept on this device. */
export type Finished = { sale: SoldSale } | { kept: SaleRequest; change: number };

export interface Extra {
  confirmed?: boolean;
  credit_approval_reason?: string;
}

export interface Till {
  storefrontId: string;
  setStorefrontId: (id: string) => void;
  lines: Line[];
  customer: Customer | null;
  setCustomer: (customer: Customer | null) => void;
  tier: Tier;
  setTier: (tier: Tier) => void;
  discount: number;
  /** What may be taken off at most, in pesewas. */
  mostDiscount: number;
  setDiscount: (pesewas: number) => void;
  total: number;
  add: (product: Good) => void;
  setQuantity: (id: string, quantity: number) => void;
  start: () => void;
  /** Puts these lines into the empty cart. */
  load: (lines: Line[]) => void;
  finish: (paying: Paying, extra: Extra) => void;
  finishing: boolean;
  error: unknown;
  done: Finished | null;
}

const place = (business: string): string => `shop.till.${business}`;

export function useTill(business: string): Till {
  const chosen = useStorefront();
  const [kept, setKept] = useState(() => localStorage.getItem(place(business)) ?? "");
  const storefrontId = chosen ?? kept;
  const [lines, setLines] = useState<Line[]>([]);
  const [customer, setCustomer] = useState<Customer | null>(null);
  const [wantedDiscount, setDiscount] = useState(0);
  const [ownTier, setTier] = useState<Tier | null>(null);
  const [clientId, setClientId] = useState(newKey);
  const { look } = useWaiting();
  const queries = useQueryClient();
  const may = useMay();
  const tier = ownTier ?? customer?.price_tier ?? "retail";
  const most = mostDiscount(lines, tier, may("sell.override"));
  const discount = Math.min(wantedDiscount, most);
  const total = totalOf(lines, tier, discount);

  const sell = useMutation({
    networkMode: "always",
    mutationFn: async ({ paying, extra }: { paying: Paying; extra: Extra }): Promise<Finished> => {
      const request = { ...saleOf({ clientId, storefrontId, lines, tier, discount, paying }), ...extra };
      try {
        return { sale: await sellNow(request) };
      } catch (thrown) {
        if (problemOf(thrown).status !== 0 || paying.method === "on_account") throw thrown;
        const made_at = new Date().toISOString();
        const waiting = { ...request, sold_at: made_at };
        await keepSale({
          client_id: clientId,
          business_id: business,
          request: waiting,
          total: fromPesewas(total),
          items: lines.length,
          made_at,
          refusal: "",
        });
        return { kept: waiting, change: paying.method === "cash" ? paying.given - total : 0 };
      }
    },
    onSuccess: async () => {
      countSale(storefrontId, lines);
      await look();
      for (const key of ["goods", "money", "reports", "stock"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });

  return {
    storefrontId,
    setStorefrontId: (id) => {
      localStorage.setItem(place(business), id);
      setKept(id);
    },
    lines,
    customer,
    setCustomer,
    tier,
    setTier,
    discount,
    mostDiscount: most,
    setDiscount,
    total,
    add: (product) => setLines((before) => added(before, product)),
    setQuantity: (id, quantity) => setLines((before) => withQuantity(before, id, quantity)),
    start: () => {
      setLines([]);
      setCustomer(null);
      setDiscount(0);
      setTier(null);
      setClientId(newKey());
      sell.reset();
    },
    load: setLines,
    finish: (paying, extra) => sell.mutate({ paying, extra }),
    finishing: sell.isPending,
    error: sell.error,
    done: sell.data ?? null,
  };
}
