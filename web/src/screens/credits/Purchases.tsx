import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { purchases } from "../../api/credits";
import { openFile } from "../../api/files";
import type { Purchase } from "../../api/shapes";
import { tCredits } from "../../text/credits";
import { credits, day, money } from "../../ui/format";
import { TextLink } from "../../ui/links";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

export function Purchases() {
  return (
    <Section title={tCredits.purchases}>
      <StateOf query={useQuery(purchases())} empty={({ count }) => count === 0} whenEmpty={tCredits.noPurchases}>
        {({ results }) => (
          <div>
            {results.map((each) => (
              <Row key={each.id} purchase={each} />
            ))}
          </div>
        )}
      </StateOf>
    </Section>
  );
}

const isPackage = (name: string): name is keyof typeof tCredits.package => name in tCredits.package;

function Row({ purchase }: { purchase: Purchase }) {
  const status = purchase.payment_status;
  return (
    <Group className={classes.row ?? ""} justify="space-between" wrap="nowrap">
      <Stack gap={0}>
        <Text>
          {isPackage(purchase.package) ? tCredits.package[purchase.package] : purchase.package} ·{" "}
          {money(purchase.amount_paid)}
        </Text>
        <Text size="sm" c="dimmed">
          {day(purchase.created_at)} · {credits(purchase.credits_purchased + purchase.bonus_credits)} ·{" "}
          {tCredits.status[status]}
        </Text>
      </Stack>
      <Group gap="sm">
        {status === "completed" || status === "refunded" ? <Invoice reference={purchase.payment_reference} /> : null}
        {status === "pending" && purchase.authorization_url !== "" ? (
          <Anchor href={purchase.authorization_url}>{tCredits.goOn}</Anchor>
        ) : null}
        {status === "pending" || status === "failed" ? (
          <TextLink to="/payment/callback" search={{ reference: purchase.payment_reference }}>
            {tCredits.check}
          </TextLink>
        ) : null}
      </Group>
    </Group>
  );
}

function Invoice({ reference }: { reference: string }) {
  const open = useMutation({
    mutationFn: () =>
      openFile(`/ai/api/credits/purchases/${reference}/invoice/`, { format: "pdf" }, `${reference}.pdf`),
  });
  return (
    <>
      <Button size="compact-sm" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {tCredits.invoice}
      </Button>
      {open.isError ? <ProblemNote error={open.error} /> : null}
    </>
  );
}
