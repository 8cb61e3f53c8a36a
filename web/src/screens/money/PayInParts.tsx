import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { agreePlan, endPaymentPlan, type PaymentPlanRequest, paymentPlans } from "../../api/money";
import type { Customer, PaymentPlan } from "../../api/shapes";
import { t } from "../../text";
import { tMoney } from "../../text/money";
import { day, dayFromNow, money, pesewas } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import { instalments, type Rhythm } from "./instalments";

const words = tMoney.inParts;

/** A debt that is paid in parts: what was agreed, how far it is, and a new agreement. */
export function PayInParts({ customer }: { customer: Customer }) {
  const [adding, setAdding] = useState(false);
  const found = useQuery(paymentPlans(customer.id));
  const running = found.data?.results.some(({ status }) => status === "active" || status === "behind") ?? true;
  return (
    <Section
      title={words.title}
      action={
        adding || running || Number(customer.balance) <= 0 ? null : (
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {adding ? <Add customer={customer} onDone={() => setAdding(false)} /> : null}
      <StateOf query={found} empty={({ count }) => count === 0} whenEmpty={words.none}>
        {({ results }) => results.map((plan) => <Agreed key={plan.id} plan={plan} />)}
      </StateOf>
    </Section>
  );
}

function Agreed({ plan: { id, total, received, status, agreed_on, instalments: parts } }: { plan: PaymentPlan }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: endPaymentPlan,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["money"] }),
  });
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text fw={600}>{words.agreed(money(total), day(agreed_on))}</Text>
        <Text c="dimmed">{words.status[status]}</Text>
      </Group>
      <Text size="sm" c="dimmed">
        {words.received(money(received))}
      </Text>
      {status === "cancelled"
        ? null
        : parts.map(({ due_on, amount, status: state }) => (
            <Group key={due_on} justify="space-between">
              <Text size="sm">{words.part(money(amount), day(due_on))}</Text>
              <Text size="sm" c="dimmed">
                {words.partStatus[state]}
              </Text>
            </Group>
          ))}
      {status === "active" || status === "behind" ? (
        <Group>
          <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
            {words.end}
          </Button>
        </Group>
      ) : null}
      {end.isError ? <ProblemNote error={end.error} /> : null}
    </Stack>
  );
}

interface Values {
  amount: string | number;
  parts: string | number;
  first: string;
  rhythm: Rhythm;
}

function Add({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: { amount: customer.balance, parts: 3, first: dayFromNow(7), rhythm: "monthly" },
  });
  const { amount, parts, first, rhythm } = form.values;
  const shares = first === "" ? [] : instalments(pesewas(amount), Math.max(1, Number(parts)), first, rhythm);
  const agree = useMutation({
    mutationFn: (request: PaymentPlanRequest) => agreePlan(request),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["money"] });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit(() => agree.mutate({ customer_id: customer.id, instalments: shares }))}>
      <Stack gap="sm">
        <Group align="flex-end">
          <NumberInput
            label={words.amount}
            min={0}
            decimalScale={2}
            hideControls
            required
            w={150}
            {...form.getInputProps("amount")}
          />
          <NumberInput
            label={words.parts}
            min={1}
            max={24}
            allowDecimal={false}
            required
            w={100}
            {...form.getInputProps("parts")}
          />
          <NativeSelect
            label={words.rhythm}
            size="md"
            data={[
              { value: "weekly", label: words.rhythms.weekly },
              { value: "monthly", label: words.rhythms.monthly },
            ]}
            {...form.getInputProps("rhythm")}
          />
          <TextInput label={words.first} type="date" required {...form.getInputProps("first")} />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {shares.map((share) => words.part(money(share.amount), day(share.due_on))).join(" · ")}
        </Text>
        <Group>
          <Button type="submit" loading={agree.isPending}>
            {words.agree}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t.app.cancel}
          </Button>
        </Group>
      </Stack>
      {agree.isError ? <ProblemNote error={agree.error} /> : null}
    </form>
  );
}
