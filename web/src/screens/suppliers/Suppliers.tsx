import { Button, Group } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { owedToSuppliers, type Supplier, suppliers } from "../../api/suppliers";
import { tSuppliers } from "../../text/suppliers";
import { Figure } from "../../ui/Figure";
import { money } from "../../ui/format";
import { Line } from "../../ui/Line";
import { TextLink } from "../../ui/links";
import { Page, Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SearchField } from "../../ui/SearchField";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { AddSupplier } from "./AddSupplier";

/** Who brings the goods, and what they are owed. */
export function Suppliers() {
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={tSuppliers.title}
      action={
        <Group gap="lg">
          <TextLink to="/settings/$part" params={{ part: "imports" }} search={{ of: "suppliers" }} size="sm">
            {tSuppliers.file}
          </TextLink>
          {adding ? null : <Button onClick={() => setAdding(true)}>{tSuppliers.add}</Button>}
        </Group>
      }
    >
      {adding ? <AddSupplier onDone={() => setAdding(false)} /> : null}
      <StateOf query={useQuery(owedToSuppliers())} skeleton={<Bars lines={3} height={28} />}>
        {({ owed, overdue }) => (
          <Figure
            large
            label={tSuppliers.owed}
            value={money(owed, { whole: true })}
            meaning={Number(overdue) > 0 ? tSuppliers.overdueOf(money(overdue, { whole: true })) : tSuppliers.inTime}
          />
        )}
      </StateOf>
      <All />
    </Page>
  );
}

function All() {
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery({ ...suppliers(search, page), placeholderData: keepPreviousData });
  return (
    <Section>
      <SearchField
        label={tSuppliers.search}
        value={typed}
        onChange={(said) => {
          setTyped(said);
          setPage(1);
        }}
      />
      <StateOf
        query={found}
        empty={({ count }) => count === 0}
        whenEmpty={search === "" ? tSuppliers.empty : tSuppliers.none}
      >
        {({ results, count }) => (
          <>
            <div>
              {results.map((each) => (
                <Row key={each.id} supplier={each} />
              ))}
            </div>
            <Pager count={count} size={50} page={page} onChange={setPage} />
          </>
        )}
      </StateOf>
    </Section>
  );
}

function Row({ supplier: { id, name, phone } }: { supplier: Supplier }) {
  const account = useQuery(owedToSuppliers()).data?.results.find(({ supplier_id }) => supplier_id === id);
  return (
    <Link to="/stock/suppliers/$supplierId" params={{ supplierId: id }} className={classes.row}>
      <Line
        name={name}
        about={phone}
        figure={account && Number(account.owed) > 0 ? money(account.owed) : null}
        aside={
          account && Number(account.overdue) > 0 ? (
            <span className={classes.risk}>{tSuppliers.late(money(account.overdue))}</span>
          ) : null
        }
      />
    </Link>
  );
}
