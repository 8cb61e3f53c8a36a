import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { openInvoices } from "../../api/money";
import type { Sale } from "../../api/shapes";
import { tMoney } from "../../text/money";
import { DataTable } from "../../ui/DataTable";
import { day, money } from "../../ui/format";
import { TextLink } from "../../ui/links";
import { Section } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";

const words = tMoney.customer;

export function Invoices({ customerId }: { customerId: string }) {
  return (
    <Section title={words.invoices}>
      <StateOf
        query={useQuery(openInvoices({ customer_id: customerId }))}
        empty={(found) => found.length === 0}
        whenEmpty={words.noInvoices}
      >
        {(found) => (
          <DataTable
            label={words.invoices}
            rows={found}
            keyOf={({ id }) => id}
            columns={[
              { key: "number", title: words.invoice, cell: (sale) => <InvoiceLink sale={sale} /> },
              { key: "due", title: words.due, cell: (sale) => <Due sale={sale} /> },
              { key: "open", title: words.open, number: true, cell: ({ open_amount }) => money(open_amount) },
            ]}
          />
        )}
      </StateOf>
    </Section>
  );
}

const InvoiceLink = ({ sale: { id, number } }: { sale: Sale }) => (
  <TextLink to="/sell/receipt/$saleId" params={{ saleId: id }} inherit>
    {number}
  </TextLink>
);

const Due = ({ sale: { status, due_date, disputed_at } }: { sale: Sale }) => (
  <Text span inherit {...(status === "overdue" ? { c: "var(--risk)" } : {})}>
    {day(due_date)}
    {disputed_at ? ` · ${words.disputed}` : ""}
  </Text>
);
