import { Button, Group, NumberInput, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { promise, promises } from "../../api/money";
import { problemOf } from "../../api/problem";
import type { Customer } from "../../api/shapes";
import { useKey } from "../../api/useKey";
import { t } from "../../text";
import { tMoney } from "../../text/money";
import { day, dayFromNow, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";

const words = tMoney.customer;

export function Promises({ customer }: { customer: Customer }) {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={words.promises}
      action={
        adding || Number(customer.balance) <= 0 ? null : (
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {words.promiseAdd}
          </Button>
        )
      }
    >
      {adding ? <Add customer={customer} onDone={() => setAdding(false)} /> : null}
      <StateOf
        query={useQuery(promises({ customer_id: customer.id, page_size: 10 }))}
        empty={({ count }) => count === 0}
        whenEmpty={words.noPromises}
      >
        {({ results }) => (
          <div>
            {results.map(({ id, amount, due_on, status }) => (
              <Group key={id} justify="space-between">
                <Text>{words.promise(money(amount), day(due_on))}</Text>
                <Text c="dimmed">{words.promiseStatus[status]}</Text>
              </Group>
            ))}
          </div>
        )}
      </StateOf>
    </Section>
  );
}

function Add({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const queries = useQueryClient();
  const keys = useKey();
  const form = useForm<{ amount: string | number; due_on: string }>({
    initialValues: {
      amount: Number(customer.overdue) > 0 ? customer.overdue : customer.balance,
      due_on: dayFromNow(7),
    },
  });
  const add = useMutation({
    mutationFn: (values: typeof form.values) => {
      const request = { customer_id: customer.id, amount: String(values.amount), due_on: values.due_on };
      return promise(request, keys.of(request));
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["money"] });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Group align="flex-end">
        <NumberInput
          label={words.amount}
          decimalScale={2}
          hideControls
          required
          w={180}
          {...form.getInputProps("amount")}
        />
        <TextInput label={words.promiseOn} type="date" required {...form.getInputProps("due_on")} />
        <Button type="submit" loading={add.isPending}>
          {t.app.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t.app.cancel}
        </Button>
      </Group>
      {add.isError ? <ProblemNote error={add.error} /> : null}
    </form>
  );
}
