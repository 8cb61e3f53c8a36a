import { Button, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { earlierTills, type Movement, moveCash, openTills, type TillSession } from "../../api/tills";
import { useKey } from "../../api/useKey";
import { useMay } from "../../app/rights";
import { tTills } from "../../text/tills";
import { Figure } from "../../ui/Figure";
import { day, moment, money } from "../../ui/format";
import { Page, Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { CloseTill } from "./CloseTill";
import { OpenTill } from "./OpenTill";
import { Difference } from "./TillReport";

/** The tills that are open, what goes in and out of them, and the count at the end. */
export function TillPage() {
  return (
    <Page title={tTills.title}>
      <StateOf query={useQuery(openTills())} skeleton={<Bars lines={4} height={36} />}>
        {(open) => (
          <>
            {open.map((till) => (
              <OpenOne key={till.id} till={till} />
            ))}
            <Opening none={open.length === 0} />
          </>
        )}
      </StateOf>
      <Earlier />
    </Page>
  );
}

function Opening({ none }: { none: boolean }) {
  const may = useMay();
  const [asked, setAsked] = useState(false);
  if (none || asked) return <OpenTill {...(none ? { note: tTills.noneNote } : {})} onDone={() => setAsked(false)} />;
  if (!may("sell.override")) return null;
  return (
    <Group>
      <Button variant="default" size="sm" onClick={() => setAsked(true)}>
        {tTills.openAnother}
      </Button>
    </Group>
  );
}

function OpenOne({ till }: { till: TillSession }) {
  const [closing, setClosing] = useState(false);
  const cash = till.money?.find(({ method }) => method === "cash");
  return (
    <Section
      title={`${till.till} · ${till.cashier_name ?? ""}`}
      note={[till.storefront_name, tTills.since(moment(till.opened_at))].filter((part) => part).join(" · ")}
      action={
        <Link to="/sell/till/$tillId" params={{ tillId: till.id }}>
          {tTills.x}
        </Link>
      }
    >
      {cash ? <Figure label={tTills.expected} value={money(cash.expected)} /> : <Text c="dimmed">{tTills.blind}</Text>}
      {till.movements.length > 0 ? (
        <div>
          {till.movements.map(({ id, kind, amount, reason }) => (
            <Group key={id} justify="space-between" className={classes.row ?? ""}>
              <Text>
                {tTills[kind]} · {reason}
              </Text>
              <Text>{money(amount)}</Text>
            </Group>
          ))}
        </div>
      ) : null}
      {closing ? (
        <CloseTill till={till} onBack={() => setClosing(false)} />
      ) : (
        <>
          <MoveCash till={till} />
          <Group>
            <Button onClick={() => setClosing(true)}>{tTills.close}</Button>
          </Group>
        </>
      )}
    </Section>
  );
}

interface Moving {
  kind: Movement["kind"];
  amount: number | string;
  reason: string;
}

function MoveCash({ till }: { till: TillSession }) {
  const queries = useQueryClient();
  const keys = useKey();
  const form = useForm<Moving>({ initialValues: { kind: "pay_out", amount: "", reason: "" } });
  const move = useMutation({
    mutationFn: (confirmed: boolean) => {
      const { kind, amount, reason } = form.values;
      const body = { kind, amount: String(amount), reason, ...(confirmed ? { confirmed } : {}) };
      return moveCash(till.id, body, keys.of([till.id, body]));
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      keys.spent();
      form.reset();
      return queries.invalidateQueries({ queryKey: ["tills"] });
    },
  });
  return (
    <details>
      <summary className={classes.summary}>{tTills.move}</summary>
      <form onSubmit={form.onSubmit(() => move.mutate(false))}>
        <Stack gap="sm">
          <Group align="flex-end">
            <SegmentedControl
              aria-label={tTills.moveKind}
              data={[
                { value: "pay_out" as const, label: tTills.pay_out },
                { value: "pay_in" as const, label: tTills.pay_in },
              ]}
              value={form.values.kind}
              onChange={(kind) => form.setFieldValue("kind", kind)}
            />
            <NumberInput
              label={tTills.amount}
              min={0}
              decimalScale={2}
              hideControls
              required
              w={160}
              {...form.getInputProps("amount")}
            />
            <TextInput label={tTills.reason} required {...form.getInputProps("reason")} />
            <Button type="submit" variant="default" loading={move.isPending}>
              {tTills.moveGo}
            </Button>
          </Group>
          {move.isError ? <ProblemNote error={move.error} /> : null}
          {problemOf(move.error).code === "confirmation_required" ? (
            <Button variant="default" onClick={() => move.mutate(true)}>
              {tTills.confirm}
            </Button>
          ) : null}
        </Stack>
      </form>
    </details>
  );
}

function Earlier() {
  return (
    <Section title={tTills.earlier}>
      <StateOf
        query={useQuery(earlierTills())}
        empty={(found) => found.length === 0}
        whenEmpty={tTills.earlierNone}
        skeleton={<Bars lines={2} />}
      >
        {(found) => (
          <div>
            {found.map((till) => (
              <Link key={till.id} to="/sell/till/$tillId" params={{ tillId: till.id }} className={classes.row}>
                <Group justify="space-between">
                  <div>
                    <Text>
                      {till.till} · {till.cashier_name}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {[day(till.closed_at), till.storefront_name, tTills.status[till.status]]
                        .filter((part) => part)
                        .join(" · ")}
                    </Text>
                  </div>
                  <Difference till={till} />
                </Group>
              </Link>
            ))}
          </div>
        )}
      </StateOf>
    </Section>
  );
}
