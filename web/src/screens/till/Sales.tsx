import { Group, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sales } from "../../api/tills";
import { useStorefront } from "../../app/session";
import { tTills } from "../../text/tills";
import { moment, money } from "../../ui/format";
import { Page, Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SearchField } from "../../ui/SearchField";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tTills.sales;

/** Sales and returns, the latest first. */
export function Sales() {
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery({ ...sales(search, page, useStorefront()), placeholderData: keepPreviousData });
  return (
    <Page title={words.title}>
      <SearchField
        label={words.search}
        value={typed}
        onChange={(said) => {
          setTyped(said);
          setPage(1);
        }}
      />
      <Section>
        <StateOf query={found} empty={(data) => data.count === 0} whenEmpty={words.none}>
          {({ results, count }) => (
            <>
              <div>
                {results.map(({ id, number, kind, status, sold_at, customer_name, total }) => (
                  <Link key={id} to="/sell/sales/$saleId" params={{ saleId: id }} className={classes.row}>
                    <Group justify="space-between" wrap="nowrap">
                      <div>
                        <Text>
                          {number}
                          {customer_name ? ` · ${customer_name}` : ""}
                        </Text>
                        <Text size="sm" c="dimmed">
                          {[moment(sold_at), kind === "sale" ? words.status[status] : words.kind[kind]].join(" · ")}
                        </Text>
                      </div>
                      <Text fw={600} miw="max-content">
                        {money(total)}
                      </Text>
                    </Group>
                  </Link>
                ))}
              </div>
              <Pager count={count} size={20} page={page} onChange={setPage} />
            </>
          )}
        </StateOf>
      </Section>
    </Page>
  );
}
