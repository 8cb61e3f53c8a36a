import { Button, Group } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { customers } from "../../api/money";
import type { Customer } from "../../api/shapes";
import { useMay } from "../../app/rights";
import { tCustomers } from "../../text/customers";
import { money } from "../../ui/format";
import { Line } from "../../ui/Line";
import { TextLink } from "../../ui/links";
import { Page, Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SearchField } from "../../ui/SearchField";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { AddCustomer } from "./AddCustomer";

const SIZE = 50;

export function Customers() {
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const may = useMay();
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery({
    ...customers({ search, page, page_size: SIZE, ordering: "name", erased: false }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={tCustomers.title}
      action={
        <Group gap="lg">
          {may("imports") ? (
            <TextLink to="/settings/$part" params={{ part: "imports" }} search={{ of: "customers" }} size="sm">
              {tCustomers.file}
            </TextLink>
          ) : null}
          {adding ? null : <Button onClick={() => setAdding(true)}>{tCustomers.add}</Button>}
        </Group>
      }
    >
      {adding ? <AddCustomer onDone={() => setAdding(false)} /> : null}
      <Section>
        <SearchField
          label={tCustomers.search}
          value={typed}
          onChange={(said) => {
            setTyped(said);
            setPage(1);
          }}
        />
        <StateOf
          query={found}
          empty={({ count }) => count === 0}
          whenEmpty={search === "" ? tCustomers.empty : tCustomers.none}
        >
          {({ results, count }) => (
            <>
              <div>
                {results.map((each) => (
                  <Row key={each.id} customer={each} />
                ))}
              </div>
              <Pager count={count} size={SIZE} page={page} onChange={setPage} />
            </>
          )}
        </StateOf>
      </Section>
    </Page>
  );
}

function Row({ customer }: { customer: Customer }) {
  const may = useMay();
  const line = (
    <Line
      name={customer.name}
      about={customer.phone}
      figure={Number(customer.balance) > 0 ? tCustomers.owes(money(customer.balance)) : null}
    />
  );
  return may("money") ? (
    <Link to="/money/$customerId" params={{ customerId: customer.id }} className={classes.row}>
      {line}
    </Link>
  ) : (
    <div className={classes.row}>{line}</div>
  );
}
