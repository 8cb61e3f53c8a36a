import { Button, Group, NumberInput, SegmentedControl, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import type { MoneyMethod, Network } from "../../api/shapes";
import { useMay } from "../../app/rights";
import { tSell } from "../../text/sell";
import { Figure } from "../../ui/Figure";
import { fromPesewas, money, pesewas } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { CustomerChoice } from "./CustomerChoice";
import { obstacle, type Paying } from "./cart";
import type { Till } from "./useTill";

type Method = MoneyMethod | "on_account";

/** How it is paid. What is missing is said before the button can be pressed. */
export default function Pay({ till, onBack }: { till: Till; onBack: () => void }) {
  const [method, setMethod] = useState<Method>("cash");
  const [given, setGiven] = useState<number | string>("");
  const [network, setNetwork] = useState<Network>("mtn");
  const [reference, setReference] = useState("");
  const { total, customer } = till;
  const cash = given === "" && method === "cash" ? total : pesewas(given);
  const paying: Paying = { method, given: cash, network, reference, customer };
  const missing = obstacle(paying, total);
  return (
    <Section>
      <Title order={2} size="h3">
        {tSell.payTitle(money(fromPesewas(total)))}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === "") till.finish(paying, {});
        }}
      >
        <Stack>
          <SegmentedControl
            aria-label={tSell.by}
            size="md"
            fullWidth
            value={method}
            onChange={(chosen) => {
              setMethod(chosen);
              setGiven("");
            }}
            data={[
              { value: "cash" as const, label: tSell.short.cash },
              { value: "mobile_money" as const, label: tSell.short.mobile_money },
              { value: "on_account" as const, label: tSell.short.on_account },
              { value: "card" as const, label: tSell.short.card },
            ]}
          />
          {method === "cash" ? <Cash given={given} total={total} onGiven={setGiven} /> : null}
          {method === "mobile_money" ? (
            <Group align="flex-end">
              <SegmentedControl
                aria-label={tSell.network}
                value={network}
                onChange={setNetwork}
                data={[
                  { value: "mtn" as const, label: tSell.networks.mtn },
                  { value: "telecel" as const, label: tSell.networks.telecel },
                  { value: "at" as const, label: tSell.networks.at },
                ]}
              />
              <TextInput
                label={tSell.reference}
                value={reference}
                onChange={(event) => setReference(event.currentTarget.value)}
              />
            </Group>
          ) : null}
          <CustomerChoice chosen={customer} required={method === "on_account"} onChoose={till.setCustomer} />
          {method === "on_account" ? (
            <NumberInput
              label={tSell.paidNow}
              value={given}
              onChange={setGiven}
              min={0}
              max={total / 100}
              decimalScale={2}
              hideControls
              maw={220}
            />
          ) : null}
          {missing === "short" ? <Text role="status">{tSell.missing(money(fromPesewas(total - cash)))}</Text> : null}
          <Refused till={till} paying={paying} />
          <Group>
            <Button type="submit" size="lg" loading={till.finishing} disabled={missing !== ""}>
              {tSell.finish}
            </Button>
            <Button variant="default" size="lg" onClick={onBack}>
              {tSell.back}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

interface CashProps {
  given: number | string;
  total: number;
  onGiven: (given: number | string) => void;
}

/** The notes that would be given, and the change. */
function Cash({ given, total, onGiven }: CashProps) {
  const notes = [5_000, 10_000, 20_000, 50_000].filter((note) => note > total).slice(0, 3);
  const change = given === "" ? 0 : pesewas(given) - total;
  return (
    <Group align="flex-end">
      <NumberInput
        label={tSell.given}
        placeholder={fromPesewas(total)}
        value={given}
        onChange={onGiven}
        min={0}
        decimalScale={2}
        hideControls
        w={160}
        autoFocus
      />
      <Button variant="default" onClick={() => onGiven("")}>
        {tSell.exact}
      </Button>
      {notes.map((note) => (
        <Button key={note} variant="default" onClick={() => onGiven(note / 100)}>
          {note / 100}
        </Button>
      ))}
      {change > 0 ? <Figure label={tSell.change} value={money(fromPesewas(change))} /> : null}
    </Group>
  );
}

/** What the server answered, and what this person may do about it. */
function Refused({ till, paying }: { till: Till; paying: Paying }) {
  const may = useMay();
  const [reason, setReason] = useState("");
  if (!till.error) return null;
  const { code, status } = problemOf(till.error);
  if (status === 0 && paying.method === "on_account") return <Text role="alert">{tSell.needsConnection}</Text>;
  return (
    <Stack gap="xs" align="flex-start">
      <ProblemNote error={till.error} />
      {code === "confirmation_required" ? (
        <Button variant="default" onClick={() => till.finish(paying, { confirmed: true })}>
          {tSell.confirm}
        </Button>
      ) : null}
      {code === "credit_limit_exceeded" && may("sell.override") ? (
        <Group align="flex-end">
          <TextInput label={tSell.approve} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button
            variant="default"
            disabled={reason.trim() === ""}
            onClick={() => till.finish(paying, { credit_approval_reason: reason.trim() })}
          >
            {tSell.approveGo}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
