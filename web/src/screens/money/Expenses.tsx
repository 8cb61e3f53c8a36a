import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { type Expense, expenses, spend, takeBackExpense } from "../../api/tills";
import { useKey } from "../../api/useKey";
import { useStorefront } from "../../app/session";
import { tTills } from "../../text/tills";
import { day, money } from "../../ui/format";
import { Page, Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { wayNames, ways } from "../till/ways";
import { spentOn } from "./spentOn";

const words = tTills.expenses;
type Category = keyof typeof words.categories;
const paidBy = { ...ways, bank: { method: "bank" as const }, card: { method: "card" as const } };
type Paid = keyof typeof paidBy;
const paidNames: { value: Paid; label: string }[] = [
  ...wayNames,
  { value: "bank", label: words.methods.bank },
  { value: "card", label: words.methods.card },
];

/** What it costs to run the shop. */
export function Expenses() {
  const [page, setPage] = useState(1);
  const found = useQuery({ ...expenses(page), placeholderData: keepPreviousData });
  return (
    <Page title={words.title} intro={words.note}>
      <Add />
      <Section>
        <StateOf query={found} empty={({ count }) => count === 0} whenEmpty={words.none}>
          {({ results, count }) => (
            <>
              <div>
                {results.map((each) => (
                  <Row key={each.id} expense={each} />
                ))}
              </div>
              <Pager count={count} size={20} page={page} onChange={setPage} />
            </>
          )}
        </StateOf>
      </Section>
    </Page>
  );
}

function useLook() {
  const queries = useQueryClient();
  return () => {
    for (const key of ["expenses", "tills", "reports"]) void queries.invalidateQueries({ queryKey: [key] });
  };
}

function Row({ expense: { id, category, amount, method, note, spent_on, by_name } }: { expense: Expense }) {
  const back = useMutation({ mutationFn: () => takeBackExpense(id), onSuccess: useLook() });
  const what = spentOn(words.categories[category], note);
  return (
    <div className={classes.row}>
      <Group justify="space-between">
        <div>
          <Text>{what}</Text>
          <Text size="sm" c="dimmed">
            {[day(spent_on), words.methods[method], by_name].filter((part) => part).join(" · ")}
          </Text>
        </div>
        <Group gap="sm">
          <Text fw={600}>{money(amount)}</Text>
          <Button
            size="xs"
            variant="subtle"
            aria-label={words.backOf(what)}
            loading={back.isPending}
            onClick={() => back.mutate()}
          >
            {words.back}
          </Button>
        </Group>
      </Group>
      {back.isError ? <ProblemNote error={back.error} /> : null}
    </div>
  );
}

interface Values {
  category: Category;
  amount: number | string;
  method: Paid;
  note: string;
}

function Add() {
  const storefront_id = useStorefront();
  const keys = useKey();
  const look = useLook();
  const form = useForm<Values>({ initialValues: { category: "rent", amount: "", method: "cash", note: "" } });
  const add = useMutation({
    mutationFn: (confirmed: boolean) => {
      const { category, amount, method, note } = form.values;
      const body = { category, amount: String(amount), note, storefront_id, ...paidBy[method] };
      const request = confirmed ? { ...body, confirmed } : body;
      return spend(request, keys.of(request));
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      keys.spent();
      form.reset();
      look();
    },
  });
  return (
    <Section title={words.add} note={words.from}>
      <form onSubmit={form.onSubmit(() => add.mutate(false))}>
        <Stack gap="sm">
          <Group align="flex-end">
            <NativeSelect
              label={words.category}
              size="md"
              data={Object.entries(words.categories).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps("category")}
            />
            <NumberInput
              label={words.amount}
              min={0}
              decimalScale={2}
              hideControls
              required
              w={160}
              {...form.getInputProps("amount")}
            />
            <NativeSelect label={words.method} size="md" data={paidNames} {...form.getInputProps("method")} />
            <TextInput label={words.what} {...form.getInputProps("note")} />
            <Button type="submit" loading={add.isPending}>
              {words.go}
            </Button>
          </Group>
          {add.isError ? <ProblemNote error={add.error} /> : null}
          {problemOf(add.error).code === "confirmation_required" ? (
            <Button variant="default" onClick={() => add.mutate(true)}>
              {tTills.confirm}
            </Button>
          ) : null}
        </Stack>
      </form>
    </Section>
  );
}
