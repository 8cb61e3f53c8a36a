import { Button, Group, NativeSelect, NumberInput, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { paySupplier, type SupplierPayment } from "../../api/suppliers";
import { useKey } from "../../api/useKey";
import { t } from "../../text";
import { tSuppliers } from "../../text/suppliers";
import { money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";

const words = tSuppliers.pay;

interface Values {
  amount: string | number;
  method: keyof typeof words.methods;
  reference: string;
}

/** Money that went to a supplier: it pays the oldest bill first. */
export function Paid({ supplierId }: { supplierId: string }) {
  const queries = useQueryClient();
  const keys = useKey();
  const form = useForm<Values>({ initialValues: { amount: "", method: "bank", reference: "" } });
  const pay = useMutation({
    mutationFn: (confirmed: boolean) => {
      const { amount, method, reference } = form.values;
      const request: SupplierPayment = { supplier_id: supplierId, amount: String(amount), method, reference };
      const body = confirmed ? { ...request, confirmed } : request;
      return paySupplier(body, keys.of(body));
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      keys.spent();
      form.reset();
      void queries.invalidateQueries({ queryKey: ["suppliers"] });
    },
  });
  return (
    <Section title={words.title} note={words.note}>
      <form onSubmit={form.onSubmit(() => pay.mutate(false))}>
        <Group align="flex-end">
          <NumberInput
            label={words.amount}
            min={0.01}
            decimalScale={2}
            hideControls
            required
            w={180}
            {...form.getInputProps("amount")}
          />
          <NativeSelect
            label={words.method}
            size="md"
            data={Object.entries(words.methods).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps("method")}
          />
          <TextInput label={words.reference} w={200} {...form.getInputProps("reference")} />
          <Button type="submit" variant="default" loading={pay.isPending}>
            {words.go}
          </Button>
        </Group>
      </form>
      {pay.isError ? <ProblemNote error={pay.error} /> : null}
      {problemOf(pay.error).code === "confirmation_required" ? (
        <Button variant="default" onClick={() => pay.mutate(true)}>
          {t.before.confirm}
        </Button>
      ) : null}
      {pay.data ? <Text role="status">{words.paid(money(pay.data.amount))}</Text> : null}
    </Section>
  );
}
