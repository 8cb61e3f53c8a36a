import { Button, Group, NumberInput, Radio, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Order, packOf, pricing, purchase } from "../../api/credits";
import type { Pack, PaymentMethod, Pricing } from "../../api/shapes";
import { useKey } from "../../api/useKey";
import { tCredits } from "../../text/credits";
import { credits, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "./credits.module.css";
import { QuoteView } from "./QuoteView";

/** Choose, see the price with its taxes, pay at Paystack. */
export function Buy() {
  return (
    <Section title={tCredits.buy} note={tCredits.buyNote}>
      <StateOf query={useQuery(pricing())} skeleton={<Waiting />}>
        {(offers) => <Form offers={offers} />}
      </StateOf>
    </Section>
  );
}

/** As high as the form that comes. */
const Waiting = () => (
  <Stack>
    <div className={classes.packs}>
      {["a", "b", "c", "d"].map((card) => (
        <Skeleton key={card} className={classes.pack ?? ""} radius="md" />
      ))}
    </div>
    <Skeleton className={classes.order ?? ""} maw={460} />
  </Stack>
);

function Form({ offers }: { offers: Pricing }) {
  const recommended = offers.credit_packs.find((pack) => pack.recommended) ?? offers.credit_packs[0];
  const [chosen, setChosen] = useState(recommended?.type ?? "CUSTOM");
  const [method, setMethod] = useState<PaymentMethod>("mobile_money");
  const [amount, setAmount] = useState<number | string>(offers.custom_amount.minimum);
  const keys = useKey();
  const order: Order = {
    package: packOf(chosen),
    payment_method: method,
    ...(chosen === "CUSTOM" ? { custom_amount: String(amount) } : {}),
  };
  const quote = useMutation({ mutationFn: () => purchase(order, keys.of(order)) });
  if (quote.data)
    return (
      <QuoteView
        quote={quote.data}
        onBack={() => {
          keys.spent();
          quote.reset();
        }}
      />
    );
  return (
    <Stack>
      <Radio.Group value={chosen} onChange={setChosen} aria-label={tCredits.buy}>
        <div className={classes.packs}>
          {offers.credit_packs.map((pack) => (
            <PackCard key={pack.type} pack={pack} />
          ))}
          <Radio.Card value="CUSTOM" p="md" className={classes.pack ?? ""}>
            <Text fw={600}>{tCredits.own}</Text>
            <Text size="sm" c="dimmed">
              {tCredits.ownNote(
                money(offers.custom_amount.minimum, { whole: true }),
                money(offers.custom_amount.maximum, { whole: true }),
              )}
            </Text>
          </Radio.Card>
        </div>
      </Radio.Group>
      {chosen === "CUSTOM" ? (
        <NumberInput
          label={tCredits.ownLabel}
          value={amount}
          onChange={setAmount}
          min={offers.custom_amount.minimum}
          max={offers.custom_amount.maximum}
          decimalScale={2}
          maw={240}
        />
      ) : null}
      <Group className={classes.order ?? ""}>
        <SegmentedControl
          size="md"
          aria-label={tCredits.method}
          value={method}
          onChange={setMethod}
          data={[
            { value: "mobile_money" as const, label: tCredits.methods.mobile_money },
            { value: "card" as const, label: tCredits.methods.card },
          ]}
        />
        <Button onClick={() => quote.mutate()} loading={quote.isPending}>
          {tCredits.quote}
        </Button>
      </Group>
      {quote.isError ? <ProblemNote error={quote.error} paid /> : null}
    </Stack>
  );
}

function PackCard({ pack }: { pack: Pack }) {
  return (
    <Radio.Card value={pack.type} p="md" className={classes.pack ?? ""}>
      <Text fw={600}>{credits(pack.total_credits)}</Text>
      <Text>{money(pack.price)}</Text>
      <Text size="sm" c="dimmed">
        {[
          pack.bonus_credits > 0 ? tCredits.bonus(credits(pack.bonus_credits)) : "",
          pack.recommended ? tCredits.recommended : "",
        ]
          .filter((part) => part !== "")
          .join(". ")}
      </Text>
    </Radio.Card>
  );
}
