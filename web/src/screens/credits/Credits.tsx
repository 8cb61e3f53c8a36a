import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { alerts, balance, plans, pricing, purchases, usage } from "../../api/credits";
import type { Balance } from "../../api/shapes";
import { tCredits } from "../../text/credits";
import { Below } from "../../ui/Below";
import { Figure } from "../../ui/Figure";
import { credits, day } from "../../ui/format";
import { Page } from "../../ui/Page";
import { Bars, StateOf } from "../../ui/StateOf";
import { Alerts } from "./Alerts";
import { Buy } from "./Buy";
import classes from "./credits.module.css";
import { Plans } from "./Plans";
import { Purchases } from "./Purchases";
import { PERIOD, Used } from "./Used";

export function Credits() {
  const left = useQuery(balance());
  const isPending = [
    left.isPending,
    useQuery(pricing()).isPending,
    useQuery(usage(PERIOD)).isPending,
    useQuery(purchases()).isPending,
    useQuery(plans()).isPending,
    useQuery(alerts()).isPending,
  ];
  return (
    <Page title={tCredits.title}>
      <div className={classes.left}>
        <StateOf query={left} skeleton={<Bars lines={3} height={24} />}>
          {(found) => <Left balance={found} />}
        </StateOf>
      </div>
      <Buy />
      <Below ready={!isPending.includes(true)}>
        <Used />
        <Purchases />
        <Plans />
        <Alerts />
      </Below>
    </Page>
  );
}

/** What is there, and what of it goes first. */
function Left({ balance: { available, held, low_balance, lots } }: { balance: Balance }) {
  const next = lots.find(({ expires_at }) => expires_at !== null);
  return (
    <Stack gap="xs">
      <Figure
        large
        label={tCredits.available}
        value={credits(available)}
        meaning={
          available === 0
            ? tCredits.none
            : low_balance
              ? tCredits.low
              : next
                ? tCredits.nextExpiry(credits(next.remaining), day(next.expires_at))
                : null
        }
      />
      {held > 0 ? (
        <Text size="sm" c="dimmed">
          {tCredits.held(credits(held))}
        </Text>
      ) : null}
      {lots.length > 1 ? (
        <details>
          <summary>{tCredits.lots}</summary>
          <ul>
            {lots.map(({ source, remaining, expires_at }) => (
              <li key={`${source} ${expires_at}`}>
                {tCredits.lot[source]}: {credits(remaining)}, {tCredits.expires.toLowerCase()}{" "}
                {expires_at ? day(expires_at) : tCredits.never.toLowerCase()}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Stack>
  );
}
