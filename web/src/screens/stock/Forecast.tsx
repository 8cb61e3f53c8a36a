import { Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Forecast as Found } from "../../api/shapes";
import { forecast } from "../../api/stock";
import { useKey } from "../../api/useKey";
import { useStorefront } from "../../app/session";
import { tStock } from "../../text/stock";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { count, day, percent } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const Band = lazy(() => import("../../ui/charts/Band"));
const words = tStock.forecast;

/** What will sell in the next 30 days, and when the product runs out. */
export function Forecast({ productId }: { productId: string }) {
  const queries = useQueryClient();
  const keys = useKey();
  const storefront = useStorefront();
  const ask = useMutation({
    mutationFn: () => forecast(productId, storefront, keys.of([productId, storefront])),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  return (
    <Section title={words.title}>
      {ask.data ? (
        <Result found={ask.data} />
      ) : (
        <PriceButton
          feature="inventory_forecast"
          label={words.go}
          variant="default"
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        />
      )}
      {ask.isError ? <ProblemNote error={ask.error} paid retry={() => ask.mutate()} /> : null}
    </Section>
  );
}

function Result({ found }: { found: Found }) {
  if (!found.forecast || found.daily.length === 0) return <Text>{found.message}</Text>;
  const { next_30_days: month, predicted_stockout_date, stockout_interval } = found.forecast;
  return (
    <Stack>
      <Figure
        label={words.runsOut}
        value={predicted_stockout_date ? words.around(day(predicted_stockout_date)) : words.lasts}
        meaning={
          stockout_interval && stockout_interval[0] !== stockout_interval[1]
            ? words.between(day(stockout_interval[0]), day(stockout_interval[1]))
            : null
        }
      />
      <Text>{found.recommendations?.reasoning ?? found.message}</Text>
      <Suspense fallback={<Bars lines={1} height={220} />}>
        <Band
          title={words.chart}
          points={found.daily.map(({ date, expected, low, high }) => ({
            label: day(date),
            expected,
            range: [low, high],
          }))}
        />
      </Suspense>
      <Text size="sm" c="dimmed">
        {words.month(count(month.predicted_units), count(month.low), count(month.high))}{" "}
        {found.accuracy ? words.missed(percent(found.accuracy.missed_percent), count(found.accuracy.days)) : null}
      </Text>
      <details>
        <summary className={classes.summary}>{words.table}</summary>
        <DataTable
          label={words.chart}
          rows={found.daily}
          keyOf={({ date }) => date}
          columns={[
            { key: "date", title: tStock.when, cell: ({ date }) => day(date) },
            { key: "expected", title: words.expected, number: true, cell: ({ expected }) => count(expected) },
            { key: "low", title: words.low, number: true, cell: ({ low }) => count(low) },
            { key: "high", title: words.high, number: true, cell: ({ high }) => count(high) },
          ]}
        />
      </details>
      <Charge used={found.credits_used} balance={found.balance} degraded={found.degraded} cached={found.cached} />
    </Stack>
  );
}
