import { Button, Group, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { shop } from "../../api/shop";
import { useMay } from "../../app/rights";
import { t } from "../../text";
import { tCustomers } from "../../text/customers";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";

interface Values {
  name: string;
  phone: string;
  credit_limit: string | number;
  terms_days: string | number;
}

export function AddCustomer({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const may = useMay();
  const form = useForm<Values>({ initialValues: { name: "", phone: "", credit_limit: "", terms_days: 30 } });
  const add = useMutation({
    mutationFn: ({ name, phone, credit_limit, terms_days }: Values) =>
      shop().call("createCustomer", {
        body: {
          name,
          phone,
          ...(may("money") ? { terms_days: Number(terms_days) } : {}),
          ...(may("money") && credit_limit !== "" ? { credit_limit: String(credit_limit) } : {}),
        },
      }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["money"] });
      onDone();
    },
  });
  return (
    <Section title={tCustomers.add}>
      <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Group align="flex-end">
          <TextInput label={tCustomers.name} required data-autofocus {...form.getInputProps("name")} />
          <TextInput label={tCustomers.phone} type="tel" {...form.getInputProps("phone")} />
          {may("money") ? (
            <>
              <NumberInput
                label={tCustomers.limit}
                description={tCustomers.limitNote}
                min={0}
                decimalScale={2}
                hideControls
                {...form.getInputProps("credit_limit")}
              />
              <NumberInput
                label={tCustomers.terms}
                min={0}
                max={365}
                hideControls
                {...form.getInputProps("terms_days")}
              />
            </>
          ) : null}
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
