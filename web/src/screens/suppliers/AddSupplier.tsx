import { Button, Group, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { addSupplier } from "../../api/suppliers";
import { t } from "../../text";
import { tSuppliers } from "../../text/suppliers";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";

interface Values {
  name: string;
  phone: string;
  email: string;
  lead_time_days: string | number;
  terms_days: string | number;
}

export function AddSupplier({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: { name: "", phone: "", email: "", lead_time_days: 7, terms_days: 30 },
  });
  const add = useMutation({
    mutationFn: ({ lead_time_days, terms_days, ...who }: Values) =>
      addSupplier({ ...who, lead_time_days: Number(lead_time_days), terms_days: Number(terms_days) }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["suppliers"] });
      onDone();
    },
  });
  return (
    <Section title={tSuppliers.add}>
      <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Group align="flex-end">
          <TextInput label={tSuppliers.name} required data-autofocus {...form.getInputProps("name")} />
          <TextInput label={tSuppliers.phone} type="tel" {...form.getInputProps("phone")} />
          <TextInput
            label={tSuppliers.email}
            description={tSuppliers.emailNote}
            type="email"
            {...form.getInputProps("email")}
          />
          <NumberInput
            label={tSuppliers.lead}
            min={0}
            max={365}
            hideControls
            {...form.getInputProps("lead_time_days")}
          />
          <NumberInput label={tSuppliers.pays} min={0} max={365} hideControls {...form.getInputProps("terms_days")} />
          <Button type="submit" loading={add.isPending}>
            {t.app.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t.app.cancel}
          </Button>
        </Group>
      </form>
      {add.isError ? <ProblemNote error={add.error} /> : null}
    </Section>
  );
}
