import { Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { type Bill, openBills, owedBefore, owedToSuppliers, type Supplier, supplier } from "../../api/suppliers";
import { useKey } from "../../api/useKey";
import { tSuppliers } from "../../text/suppliers";
import { Columns } from "../../ui/Columns";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { day, dayFromNow, dial, money } from "../../ui/format";
import { type OpeningBalance, OwedBefore } from "../../ui/OwedBefore";
import { Page, Section } from "../../ui/Page";
import { ShowMore } from "../../ui/ShowMore";
import { Bars, StateOf } from "../../ui/StateOf";
import { Paid } from "./Paid";
import { SentBack } from "./SentBack";

/** Bills that are seen at once; the others at a press. */
const SHOWN = 8;

/** One supplier: what is owed to them, and what goes back. */
export function SupplierPage() {
  const { supplierId } = useParams({ from: "/shell/stock/suppliers/$supplierId" });
  const query = useQuery(supplier(supplierId));
  return (
    <Page title={query.data?.name ?? tSuppliers.title} action={query.data ? <Call supplier={query.data} /> : null}>
      <StateOf query={query} skeleton={<Bars lines={6} height={32} />}>
        {(found) => (
          <>
            <Standing supplier={found} />
            <Bills supplierId={supplierId} />
            <Paid supplierId={supplierId} />
            <SentBack supplierId={supplierId} />
            <Before supplierId={supplierId} />
          </>
        )}
      </StateOf>
    </Page>
  );
}

const Call = ({ supplier: { phone } }: { supplier: Supplier }) =>
  phone === "" ? null : (
    <Button component="a" href={`tel:${dial(phone)}`} variant="default">
      {tSuppliers.call} {phone}
    </Button>
  );

function Standing({ supplier: { id, terms_days, lead_time_days } }: { supplier: Supplier }) {
  return (
    <StateOf query={useQuery(owedToSuppliers())} skeleton={<Bars lines={2} height={32} />}>
      {({ results }) => {
        const account = results.find(({ supplier_id }) => supplier_id === id);
        const isLate = Number(account?.overdue ?? 0) > 0;
        const advance = Number(account?.advance ?? 0);
        return (
          <Columns phone={1} desk={3}>
            <Figure label={tSuppliers.owed} value={money(account?.owed ?? 0)} />
            <Figure
              label={tSuppliers.overdue}
              risk={isLate}
              value={money(account?.overdue ?? 0)}
              meaning={isLate && account?.oldest_due_on ? tSuppliers.since(day(account.oldest_due_on)) : null}
            />
            {advance > 0 ? (
              <Figure label={tSuppliers.advance} value={money(advance)} />
            ) : (
              <Figure
                label={tSuppliers.terms}
                value={tSuppliers.days(terms_days)}
                meaning={tSuppliers.delivers(lead_time_days)}
              />
            )}
          </Columns>
        );
      }}
    </StateOf>
  );
}

const nameOf = ({ kind, number }: Bill): string =>
  kind === "opening" ? tSuppliers.opening : number === "" ? tSuppliers.unnumbered : number;

function Bills({ supplierId }: { supplierId: string }) {
  const [all, setAll] = useState(false);
  return (
    <Section title={tSuppliers.bills}>
      <StateOf
        query={useQuery(openBills(supplierId))}
        empty={({ length }) => length === 0}
        whenEmpty={tSuppliers.noBills}
      >
        {(found) => (
          <>
            <DataTable
              label={tSuppliers.bills}
              rows={found.slice(0, all ? undefined : SHOWN)}
              keyOf={({ id }) => id}
              columns={[
                { key: "bill", title: tSuppliers.bill, cell: nameOf },
                { key: "due", title: tSuppliers.due, cell: (bill) => <Due bill={bill} /> },
                { key: "open", title: tSuppliers.open, number: true, cell: ({ open_amount }) => money(open_amount) },
              ]}
            />
            {found.length > SHOWN && !all ? <ShowMore onClick={() => setAll(true)} /> : null}
          </>
        )}
      </StateOf>
    </Section>
  );
}

const Due = ({ bill: { due_on } }: { bill: Bill }) => (
  <Text span inherit {...(due_on < dayFromNow(0) ? { c: "var(--risk)" } : {})}>
    {day(due_on)}
  </Text>
);

function Before({ supplierId }: { supplierId: string }) {
  const queries = useQueryClient();
  const keys = useKey();
  const save = async (owed: OpeningBalance) => {
    const request = { ...owed, supplier_id: supplierId };
    await owedBefore(request, keys.of(request));
    keys.spent();
    await queries.invalidateQueries({ queryKey: ["suppliers"] });
  };
  return <OwedBefore note={tSuppliers.before} save={save} />;
}
