import { Button, Group } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { products } from "../../api/stock";
import { useMay } from "../../app/rights";
import { tStock } from "../../text/stock";
import { count, money } from "../../ui/format";
import { Line } from "../../ui/Line";
import { ButtonLink, TextLink } from "../../ui/links";
import { Page, Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SearchField } from "../../ui/SearchField";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { Plan } from "./Plan";
import { StockAlerts } from "./StockAlerts";

export function Stock() {
  const may = useMay();
  return (
    <Page
      title={tStock.title}
      action={
        <Group gap="lg">
          {may("suppliers") ? (
            <TextLink to="/stock/suppliers" size="sm">
              {tStock.suppliers}
            </TextLink>
          ) : null}
          {may("imports") ? (
            <TextLink to="/settings/$part" params={{ part: "imports" }} search={{ of: "products" }} size="sm">
              {tStock.file}
            </TextLink>
          ) : null}
          {may("stock.change") ? <ButtonLink to="/stock/add">{tStock.add}</ButtonLink> : null}
        </Group>
      }
    >
      {may("reports") ? (
        <>
          <Plan />
          <StockAlerts />
        </>
      ) : null}
      <AllProducts />
    </Page>
  );
}

function AllProducts() {
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const [isOff, setOff] = useState(false);
  const may = useMay();
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery(products(search, page, !isOff));
  return (
    <Section
      title={isOff ? tStock.offSale : tStock.all}
      action={
        may("stock.change") ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setOff(!isOff);
              setPage(1);
            }}
          >
            {isOff ? tStock.showOnSale : tStock.showOffSale}
          </Button>
        ) : null
      }
    >
      <SearchField
        label={tStock.search}
        value={typed}
        onChange={(said) => {
          setTyped(said);
          setPage(1);
        }}
      />
      <StateOf
        query={found}
        empty={(data) => data.count === 0}
        whenEmpty={search === "" ? (isOff ? tStock.noneOff : tStock.empty) : tStock.none}
      >
        {(data) => (
          <>
            <div>
              {data.results.map((each) => (
                <Link key={each.id} to="/stock/$productId" params={{ productId: each.id }} className={classes.row}>
                  <Line
                    name={each.name}
                    figure={
                      <span className={classes.figures}>
                        <span className={classes.dim}>
                          {Number(each.stock) > 0 ? count(each.stock) : tStock.soldOut}
                        </span>
                        <span>{money(each.retail_price)}</span>
                      </span>
                    }
                  />
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
