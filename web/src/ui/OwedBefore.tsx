import { Button, Group, NumberInput, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../api/problem";
import { t } from "../text";
import { Section } from "./Page";
import { SaveButtons } from "./SaveButtons";

const words = t.before;

export interface OpeningBalance {
  amount: string;
  due_on?: string;
  confirmed?: boolean;
}

interface Props {
  note: string;
  save: (owed: OpeningBalance) => Promise<unknown>;
}

/** What was owed before the shop kept its books here, of a customer or to a supplier. */
export function OwedBefore({ note, save }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  return (
    <Section
      title={words.title}
      note={note}
      action={
        isOpen ? null : (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setOpen(true);
              setSaved(false);
            }}
          >
            {words.start}
          </Button>
        )
      }
    >
      {isOpen ? (
        <Form
          save={save}
          onDone={(saved) => {
            setOpen(false);
            setSaved(saved);
          }}
        />
      ) : null}
      {isSaved ? <Text role="status">{words.saved}</Text> : null}
    </Section>
  );
}

function Form({ save, onDone }: { save: Props["save"]; onDone: (saved: boolean) => void }) {
  const form = useForm<{ amount: string | number; due_on: string }>({ initialValues: { amount: "", due_on: "" } });
  const set = useMutation({
    mutationFn: (confirmed: boolean) => {
      const { amount, due_on } = form.values;
      return save({
        amount: String(amount),
        ...(due_on === "" ? {} : { due_on }),
        ...(confirmed ? { confirmed } : {}),
      });
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => onDone(true),
  });
  return (
    <form onSubmit={form.onSubmit(() => set.mutate(false))}>
      <Group align="flex-start">
        <NumberInput
          label={words.amount}
          min={0}
          decimalScale={2}
          hideControls
          required
          w={180}
          {...form.getInputProps("amount")}
        />
        <TextInput label={words.due} description={words.dueNote} type="date" {...form.getInputProps("due_on")} />
      </Group>
      <SaveButtons save={set} onCancel={() => onDone(false)} />
    </form>
  );
}
