import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer } from "shop-client";
import { propose } from "../../api/proposals";
import type { Product } from "../../api/shapes";
import { whatIf } from "../../api/stock";
import { useKey } from "../../api/useKey";
import { tProposals } from "../../text/proposals";
import { tStock } from "../../text/stock";
import { Columns } from "../../ui/Columns";
import { Figure } from "../../ui/Figure";
import { change, fromPesewas, money, percent, pesewas } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";

const words = tStock.whatIf;
type Found = Answer<"tryPrice">;

/** The price that a link asks about. */
function useAskedPrice({ retail_price }: Product): string {
  const { price, change: by } = useSearch({ from: "/shell/stock/$productId" });
  if (price) return price;
  return by ? fromPesewas(Math.round(pesewas(retail_price) * (1 + Number(by) / 100))) : "";
}

/** What another price must achieve, and what it would likely do where the shop's own changes tell. */
export function WhatIf({ product }: { product: Product }) {
  const queries = useQueryClient();
  const keys = useKey();
  const [price, setPrice] = useState<number | string>(useAskedPrice(product));
  const ask = useMutation({
    mutationFn: () => whatIf(product.id, String(price), keys.of([product.id, price])),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  return (
    <Section title={words.title} note={words.note}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (Number(price) > 0) ask.mutate();
        }}
      >
        <Group align="flex-end">
          <NumberInput
            label={words.price}
            placeholder={product.retail_price}
            min={0.01}
            decimalScale={2}
            hideControls
            required
            w={180}
            value={price}
            onChange={setPrice}
          />
          <PriceButton
            feature="pricing_optimizer"
            label={words.go}
            type="submit"
            variant="default"
            loading={ask.isPending}
          />
        </Group>
      </form>
      {ask.isError ? <ProblemNote error={ask.error} paid /> : null}
      {ask.data ? <Result key={ask.data.new_price} found={ask.data} /> : null}
    </Section>
  );
}

function Result({ found }: { found: Found }) {
  const { break_even_units_percent: needed, expected, probability_of_gain, reasoning, test_plan } = found;
  return (
    <Stack gap="sm">
      <Columns phone={1} desk={3}>
        {needed === null ? null : <Figure label={words.needed} value={change(needed)} />}
        {expected?.low == null || expected.high == null ? null : (
          <Figure
            label={words.expected}
            value={expected.mid === null ? "–" : change(expected.mid)}
            meaning={words.between(change(expected.low), change(expected.high))}
          />
        )}
        {probability_of_gain === null ? null : (
          <Figure label={words.chance} value={percent(Math.round(probability_of_gain * 100))} />
        )}
      </Columns>
      <Text>{reasoning}</Text>
      {test_plan ? <Text c="dimmed">{test_plan}</Text> : null}
      <Charge used={found.credits_used} balance={found.balance} degraded={found.degraded} cached={found.cached} />
      <Propose found={found} />
    </Stack>
  );
}

function Propose({ found: { product, new_price } }: { found: Found }) {
  const queries = useQueryClient();
  const keys = useKey();
  const go = useMutation({
    mutationFn: () => {
      const body = { kind: "price_change" as const, product_id: product.id, new_price };
      return propose(body, keys.of(body));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["proposals"] }),
  });
  return (
    <>
      {go.isSuccess ? (
        <Text role="status">{tProposals.proposed}</Text>
      ) : (
        <Group>
          <Button variant="default" size="sm" loading={go.isPending} onClick={() => go.mutate()}>
            {words.propose(money(new_price))}
          </Button>
        </Group>
      )}
      {go.isError ? <ProblemNote error={go.error} /> : null}
    </>
  );
}
