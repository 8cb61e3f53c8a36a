import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Product } from "../../api/shapes";
import { movements, product } from "../../api/stock";
import { useMay } from "../../app/rights";
import { tStock } from "../../text/stock";
import { Columns } from "../../ui/Columns";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { count, moment, money, percent, pesewas, units } from "../../ui/format";
import { Page, Section } from "../../ui/Page";
import { Bars, Empty, StateOf } from "../../ui/StateOf";
import { ChangeStock } from "./ChangeStock";
import { Describe } from "./Describe";
import { Forecast } from "./Forecast";
import { OffSale } from "./OffSale";
import { ProductForm } from "./ProductForm";
import { WhatIf } from "./WhatIf";

export function ProductPage() {
  const { productId } = useParams({ from: "/shell/stock/$productId" });
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const query = useQuery(product(productId));
  return (
    <Page
      title={query.data?.name ?? tStock.product}
      intro={query.data?.category_name ?? null}
      action={
        may("stock.change") && query.data && !changing ? (
          <Button onClick={() => setChanging(true)}>{tStock.edit.change}</Button>
        ) : null
      }
    >
      <StateOf query={query} skeleton={<Bars lines={5} height={32} />}>
        {(found) => (
          <>
            {found.is_active ? null : <Alert color="gray">{tStock.edit.isOff}</Alert>}
            {changing ? (
              <Section title={tStock.edit.title} action={<OffSale product={found} />}>
                <ProductForm product={found} onSaved={() => setChanging(false)} onCancel={() => setChanging(false)} />
              </Section>
            ) : null}
            <Facts product={found} />
            <Places product={found} />
            {may("stock.change") ? (
              <>
                <Forecast productId={productId} />
                <WhatIf product={found} />
                <ChangeStock product={found} />
                <Movements productId={productId} />
                <Describe product={found} />
              </>
            ) : null}
          </>
        )}
      </StateOf>
    </Page>
  );
}

function Facts({ product: found }: { product: Product }) {
  const [price, cost] = [pesewas(found.retail_price), pesewas(found.cost)];
  return (
    <Columns phone={2} desk={5}>
      <Figure label={tStock.onHand} value={units(found.stock, found.unit)} />
      <Figure
        label={tStock.retail}
        value={money(found.retail_price)}
        meaning={cost > 0 && price > 0 ? tStock.margin(percent((((price - cost) / price) * 100).toFixed(1))) : null}
      />
      {found.wholesale_price ? <Figure label={tStock.wholesale} value={money(found.wholesale_price)} /> : null}
      {found.cost ? <Figure label={tStock.cost} value={money(found.cost)} /> : null}
      <Figure label={tStock.reorderAt} value={count(found.reorder_level)} />
    </Columns>
  );
}

const Places = ({ product: found }: { product: Product }) => (
  <Section title={tStock.byStorefront}>
    {found.stock_by_storefront.length === 0 ? <Empty>{tStock.nowhere}</Empty> : null}
    {found.stock_by_storefront.map(({ storefront_id, storefront_name, quantity }) => (
      <Group key={storefront_id} justify="space-between">
        <Text>{storefront_name}</Text>
        <Text fw={600}>{count(quantity)}</Text>
      </Group>
    ))}
  </Section>
);

function Movements({ productId }: { productId: string }) {
  return (
    <Section title={tStock.movements}>
      <StateOf
        query={useQuery(movements(productId))}
        empty={(found) => found.count === 0}
        whenEmpty={tStock.noMovements}
      >
        {({ results }) => (
          <DataTable
            label={tStock.movements}
            rows={results}
            keyOf={({ id }) => id}
            columns={[
              { key: "at", title: tStock.when, cell: ({ at }) => moment(at) },
              { key: "kind", title: tStock.what, cell: ({ kind }) => tStock.movement[kind] },
              { key: "quantity", title: tStock.many, number: true, cell: ({ quantity }) => count(quantity) },
              { key: "after", title: tStock.after, number: true, cell: ({ balance_after }) => count(balance_after) },
              { key: "storefront", title: tStock.storefront, cell: ({ storefront_name }) => storefront_name },
            ]}
          />
        )}
      </StateOf>
    </Section>
  );
}
