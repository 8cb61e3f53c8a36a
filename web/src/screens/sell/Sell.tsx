import { Grid, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { goods } from "../../api/selling";
import { useSession } from "../../app/session";
import { tSell } from "../../text/sell";
import { TextLink } from "../../ui/links";
import { Page } from "../../ui/Page";
import { Bars, StateOf } from "../../ui/StateOf";
import { CartView } from "./CartView";
import { Done } from "./Done";
import { Finder } from "./Finder";
import { Often } from "./Often";
import { StorefrontChoice } from "./StorefrontChoice";
import { useTill } from "./useTill";
import { Waiting } from "./Waiting";

const Pay = lazy(() => import("./Pay"));
const Held = lazy(() => import("./Held"));

/** The till: find, put in the cart, take the money. */
export function Sell() {
  const business = useSession()?.businessId ?? "";
  const stock = useQuery(goods(business));
  const till = useTill(business);
  const [paying, setPaying] = useState(false);
  const next = () => {
    setPaying(false);
    till.start();
  };
  return (
    <Page title={tSell.title} action={<StorefrontChoice value={till.storefrontId} onChange={till.setStorefrontId} />}>
      {till.done ? (
        <Done done={till.done} onNext={next} />
      ) : paying ? (
        <Suspense fallback={<Bars lines={5} height={36} />}>
          <Pay till={till} onBack={() => setPaying(false)} />
        </Suspense>
      ) : (
        <StateOf query={stock} skeleton={<Bars lines={5} height={36} />}>
          {({ products, stale }) => (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 7 }}>
                <Stack gap="xs">
                  <Finder products={products} storefrontId={till.storefrontId} tier={till.tier} onAdd={till.add} />
                  <Often
                    key={till.storefrontId}
                    products={products}
                    storefrontId={till.storefrontId}
                    tier={till.tier}
                    onAdd={till.add}
                  />
                  {stale ? (
                    <Text size="sm" c="dimmed">
                      {tSell.stale}
                    </Text>
                  ) : null}
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 5 }}>
                <Stack gap="sm">
                  <CartView till={till} onPay={() => setPaying(true)} />
                  <Suspense>
                    <Held till={till} products={products} />
                  </Suspense>
                </Stack>
              </Grid.Col>
            </Grid>
          )}
        </StateOf>
      )}
      <Waiting />
      <Group gap="lg" className="no-print">
        <TextLink to="/sell/sales">{tSell.sales}</TextLink>
        <TextLink to="/sell/till">{tSell.till}</TextLink>
      </Group>
    </Page>
  );
}
