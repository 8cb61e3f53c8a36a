import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type SaleDetail, sale } from "../../api/tills";
import { useMay } from "../../app/rights";
import { tSell } from "../../text/sell";
import { tTills } from "../../text/tills";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { count, moment, money } from "../../ui/format";
import { ButtonLink } from "../../ui/links";
import { Page, Section } from "../../ui/Page";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { Undo } from "./Undo";
import type { SoldLine } from "./undoing";

const words = tTills.sales;

export function SalePage() {
  const { saleId } = useParams({ from: "/shell/sell/sales/$saleId" });
  const found = useQuery(sale(saleId));
  return (
    <Page
      title={found.data ? `${words.kind[found.data.kind]} ${found.data.number}` : words.kind.sale}
      intro={found.data ? about(found.data) : null}
      action={
        <ButtonLink to="/sell/receipt/$saleId" params={{ saleId }} variant="default" size="sm">
          {tSell.receipt}
        </ButtonLink>
      }
    >
      <StateOf query={found} skeleton={<Bars lines={6} />}>
        {(data) => <Shown sale={data} />}
      </StateOf>
    </Page>
  );
}

const about = ({ sold_at, sold_by_name, customer_name, storefront_name }: SaleDetail): string =>
  [moment(sold_at), customer_name, storefront_name, sold_by_name ? words.by(sold_by_name) : ""]
    .filter((part) => part)
    .join(" · ");

function Shown({ sale: data }: { sale: SaleDetail }) {
  const may = useMay();
  const cameBack = data.lines.some(({ returned }) => Number(returned) > 0);
  return (
    <>
      <Figure large label={words.status[data.status]} value={money(data.total)} />
      <Section title={words.lines}>
        <DataTable
          label={words.lines}
          rows={data.lines}
          keyOf={({ id }) => id}
          columns={[
            { key: "product", title: words.product, cell: ({ product_name }) => product_name ?? "" },
            { key: "quantity", title: words.quantity, number: true, cell: ({ quantity }) => count(quantity) },
            ...(cameBack
              ? [
                  {
                    key: "back",
                    title: words.back,
                    number: true,
                    cell: ({ returned }: SoldLine) => (Number(returned) > 0 ? count(returned) : ""),
                  },
                ]
              : []),
            {
              key: "total",
              title: words.amount,
              number: true,
              cell: ({ total }) => money(total).replace("GHS ", ""),
            },
          ]}
        />
        {data.payments.map(({ method, amount }) => (
          <Group key={`${method} ${amount}`} justify="space-between">
            <Text c="dimmed">{methodName(method)}</Text>
            <Text c="dimmed">{money(amount)}</Text>
          </Group>
        ))}
      </Section>
      {data.returns.length > 0 ? (
        <Section title={words.later}>
          <div>
            {data.returns.map(({ id, number, kind, total, sold_at }) => (
              <Link key={id} to="/sell/sales/$saleId" params={{ saleId: id }} className={classes.row}>
                <Group justify="space-between" wrap="nowrap">
                  <Text>
                    {words.kind[kind]} {number} · {moment(sold_at)}
                  </Text>
                  <Text miw="max-content">{money(total)}</Text>
                </Group>
              </Link>
            ))}
          </div>
        </Section>
      ) : null}
      {may("sell.override") && data.kind === "sale" && data.status !== "voided" ? <Undo sale={data} /> : null}
    </>
  );
}

const methodName = (method: string): string =>
  Object.entries(tSell.methods).find(([key]) => key === method)?.[1] ?? method;
