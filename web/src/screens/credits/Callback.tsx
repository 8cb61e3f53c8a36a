import { Group, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { verified } from "../../api/credits";
import type { Verified } from "../../api/shapes";
import { tCredits } from "../../text/credits";
import { credits } from "../../ui/format";
import { ButtonLink } from "../../ui/links";
import { Page, Section } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";

/** Where Paystack sends the customer back: it asks until the payment is settled. */
export function Callback() {
  const { reference } = useSearch({ from: "/shell/payment/callback" });
  return (
    <Page title={tCredits.callback}>
      <Section>{reference ? <Payment reference={reference} /> : <Text>{tCredits.noReference}</Text>}</Section>
    </Page>
  );
}

function Payment({ reference }: { reference: string }) {
  const query = useQuery(verified(reference));
  const queries = useQueryClient();
  const settled = query.data && query.data.status !== "pending";
  useEffect(() => {
    if (settled) void queries.invalidateQueries({ queryKey: ["ai"] });
  }, [settled, queries]);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 60_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-live="polite">
      <StateOf query={query} skeleton={<Waiting message="" long={false} />}>
        {(found) =>
          found.status === "pending" ? <Waiting message={found.message} long={long} /> : <Settled found={found} />
        }
      </StateOf>
    </div>
  );
}

const Waiting = ({ message, long }: { message: string; long: boolean }) => (
  <Stack align="flex-start">
    <Group>
      <Loader size="sm" aria-hidden />
      <Title order={2} size="h4">
        {tCredits.waiting}
      </Title>
    </Group>
    <Text>{message || tCredits.waitingNote}</Text>
    {long ? <Text c="dimmed">{tCredits.waitingLong}</Text> : null}
    <ButtonLink to="/credits" variant="default">
      {tCredits.toCredits}
    </ButtonLink>
  </Stack>
);

function Settled({ found: { status, credits_added, new_balance, message } }: { found: Verified }) {
  const paid = status === "completed";
  return (
    <Stack align="flex-start">
      <Title order={2} size="h4">
        {paid
          ? credits_added > 0
            ? tCredits.done(credits(credits_added))
            : tCredits.paid
          : status === "failed"
            ? tCredits.failed
            : tCredits.refunded}
      </Title>
      <Text>{paid && credits_added > 0 ? tCredits.balance(credits(new_balance)) : message}</Text>
      {status === "failed" ? <Text c="dimmed">{tCredits.failedNote}</Text> : null}
      <Group>
        <ButtonLink to={paid ? "/ask" : "/credits"}>{paid ? tCredits.ask : tCredits.again}</ButtonLink>
        {paid ? (
          <ButtonLink to="/credits" variant="default">
            {tCredits.toCredits}
          </ButtonLink>
        ) : null}
      </Group>
    </Stack>
  );
}
