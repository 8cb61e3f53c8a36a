import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DraftOrder, Move } from "../../api/shapes";
import { draftOrder, markSent, moveGoods, productsToOrder, reorderPlan } from "../../api/stock";
import { useKey } from "../../api/useKey";
import { useStorefront } from "../../app/session";
import { tStock } from "../../text/stock";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { count, day, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShowMore } from "../../ui/ShowMore";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tStock.plan;
const FIRST = 3;

/** What to order, from whom, and what to move first. Nothing happens without a press. */
export function Plan() {
  const [all, setAll] = useState(false);
  const found = useQuery(reorderPlan(useStorefront()));
  return (
    <StateOf query={found} skeleton={<Bars lines={14} height={44} />}>
      {({ summary, orders, transfers }) => (
        <Stack gap="lg">
          <Figure
            large
            label={words.order}
            value={words.lines(productsToOrder({ orders }))}
            meaning={
              summary.to_order === 0 ? (
                words.nothing
              ) : (
                <>
                  {words.meaning(money(summary.order_value, { whole: true }), summary.out_of_stock)}
                  <br />
                  {words.saves(money(summary.margin_at_risk, { whole: true }))}
                </>
              )
            }
          />
          {transfers.length > 0 ? (
            <Section title={words.moves}>
              {transfers.map((move) => (
                <MoveRow key={`${move.product_id} ${move.to_storefront_id}`} move={move} />
              ))}
            </Section>
          ) : null}
          {orders.length > 0 ? (
            <Section title={words.drafts} note={words.draftsNote}>
              <div>
                {orders.slice(0, all ? undefined : FIRST).map((order) => (
                  <OrderRow key={`${order.supplier_id} ${order.storefront_id}`} order={order} />
                ))}
              </div>
              {orders.length > FIRST && !all ? (
                <ShowMore label={words.all(orders.length)} onClick={() => setAll(true)} />
              ) : null}
            </Section>
          ) : null}
        </Stack>
      )}
    </StateOf>
  );
}

function MoveRow({ move }: { move: Move }) {
  const queries = useQueryClient();
  const keys = useKey();
  const go = useMutation({
    mutationFn: () => moveGoods(move, keys.of(move)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["stock", "products"] }),
  });
  return (
    <>
      <Group justify="space-between">
        <div>
          <Text>{words.moveLine(count(move.quantity), move.product, move.from_storefront, move.to_storefront)}</Text>
          <Text size="sm" c="dimmed">
            {move.reason}
          </Text>
        </div>
        {go.isSuccess ? (
          <Text role="status">{words.moved}</Text>
        ) : (
          <Button size="sm" variant="default" loading={go.isPending} onClick={() => go.mutate()}>
            {words.move}
          </Button>
        )}
      </Group>
      {go.isError ? <ProblemNote error={go.error} /> : null}
    </>
  );
}

function OrderRow({ order }: { order: DraftOrder }) {
  const keys = useKey();
  const { supplier_id } = order;
  const draft = useMutation({
    mutationFn: (supplier: string) => draftOrder({ ...order, supplier_id: supplier }, keys.of(order)),
  });
  const mark = useMutation({ mutationFn: markSent });
  return (
    <div className={classes.row}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Text fw={600}>{order.supplier}</Text>
          <Text size="sm" c="dimmed">
            {[
              words.lines(order.line_count),
              order.storefront,
              order.expected_on ? words.arrives(day(order.expected_on)) : "",
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </Text>
        </div>
        <Text fw={600}>{money(order.total)}</Text>
      </Group>
      <details>
        <summary className={classes.summary}>{words.what}</summary>
        <DataTable
          label={words.what}
          rows={order.lines}
          keyOf={({ product_id }) => product_id}
          columns={[
            { key: "product", title: tStock.product, cell: ({ product }) => product },
            { key: "quantity", title: words.quantity, number: true, cell: ({ quantity }) => count(quantity) },
            { key: "unit_cost", title: words.unitCost, number: true, cell: ({ unit_cost }) => count(unit_cost) },
            { key: "why", title: words.why, cell: ({ reason }) => reason },
          ]}
        />
      </details>
      {draft.data ? (
        <Group mt="xs" role="status">
          <Text>{mark.isSuccess ? words.marked : words.drafted(draft.data.number)}</Text>
          {mark.isSuccess ? null : (
            <Button size="xs" variant="default" loading={mark.isPending} onClick={() => mark.mutate(draft.data.id)}>
              {words.sent}
            </Button>
          )}
        </Group>
      ) : supplier_id ? (
        <Button mt="xs" size="sm" variant="default" loading={draft.isPending} onClick={() => draft.mutate(supplier_id)}>
          {words.draft}
        </Button>
      ) : null}
      {draft.isError ? <ProblemNote error={draft.error} /> : null}
      {mark.isError ? <ProblemNote error={mark.error} /> : null}
    </div>
  );
}
