import { Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { stockReport } from "../../api/reports";
import type { StockReport } from "../../api/shapes";
import { products } from "../../api/stock";
import { useMay } from "../../app/rights";
import { useStorefront } from "../../app/session";
import { tStock } from "../../text/stock";
import { Figure } from "../../ui/Figure";
import { count, money } from "../../ui/format";
import { Page, Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

export function Stock() {
  const may = useMay();
  return (
    <Page title={tStock.title}>
      {may("reports") ? <RunsOut /> : null}
      <AllProducts />
    </Page>
  );
}

/** What to order, the most pressing first. */
function RunsOut() {
  const found = useQuery(stockReport(useStorefront()));
  return (
    <StateOf query={found} skeleton={<Bars lines={6} height={32} />}>
      {({ summary, results }) => (
        <Stack gap="lg">
          <Figure
            large
            label={tStock.runsOut}
            value={count(summary.to_reorder)}
            meaning={summary.to_reorder === 0 ? tStock.nothing : tStock.meaning(summary.out_of_stock)}
          />
          <SimpleGrid cols={2}>
            <Figure label={tStock.worth} value={money(summary.stock_value, { whole: true })} />
            <Figure label={tStock.products} value={count(summary.products)} />
          </SimpleGrid>
          <Pressing rows={results} />
        </Stack>
      )}
    </StateOf>
  );
}

type Row = StockReport["results"][number];

const urgency = ({ on_hand, days_of_cover }: Row): number => (Number(on_hand) <= 0 ? -1 : (days_of_cover ?? 10_000));

function Pressing({ rows }: { rows: Row[] }) {
  const low = rows.filter(({ low_stock, retired }) => low_stock && !retired);
  if (low.length === 0) return null;
  return (
    <Section title={tStock.first} note={tStock.firstNote}>
      <div>
        {low
          .toSorted((one, other) => urgency(one) - urgency(other))
          .map((row) => (
            <Link
              key={row.product_id}
              to="/stock/$productId"
              params={{ productId: row.product_id }}
              className={classes.row}
            >
              <Group justify="space-between" wrap="nowrap">
                <Text truncate>{row.product}</Text>
                <Stack gap={0} align="flex-end" miw="max-content">
                  <Text fw={600}>
                    {Number(row.on_hand) <= 0
                      ? tStock.soldOut
                      : row.days_of_cover === null
                        ? tStock.noSales
                        : tStock.lasts(row.days_of_cover)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {Number(row.on_hand) > 0 ? tStock.left(count(row.on_hand), row.unit) : ""}
                  </Text>
                </Stack>
              </Group>
            </Link>
          ))}
      </div>
    </Section>
  );
}

function AllProducts() {
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery(products(search, page));
  return (
    <Section title={tStock.all}>
      <TextInput
        label={tStock.search}
        labelProps={{ className: "visually-hidden" }}
        placeholder={tStock.search}
        type="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPage(1);
        }}
      />
      <StateOf query={found} empty={(data) => data.count === 0} whenEmpty={tStock.none}>
        {(data) => (
          <>
            <div>
              {data.results.map((each) => (
                <Link key={each.id} to="/stock/$productId" params={{ productId: each.id }} className={classes.row}>
                  <Group justify="space-between" wrap="nowrap">
                    <Text truncate>{each.name}</Text>
                    <Group gap="md" wrap="nowrap" miw="max-content">
                      <Text c="dimmed">{Number(each.stock) > 0 ? count(each.stock) : tStock.soldOut}</Text>
                      <Text>{money(each.retail_price)}</Text>
                    </Group>
                  </Group>
                </Link>
              ))}
            </div>
            <Pager count={data.count} size={50} page={page} onChange={setPage} />
          </>
        )}
      </StateOf>
    </Section>
  );
}
