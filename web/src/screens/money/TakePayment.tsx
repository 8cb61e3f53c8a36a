import { Button, Group, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type PaymentRequest, takePayment } from "../../api/money";
import { problemOf } from "../../api/problem";
import type { Customer, MoneyMethod, Network } from "../../api/shapes";
import { useKey } from "../../api/useKey";
import { tMoney } from "../../text/money";
import { tSell } from "../../text/sell";
import { money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";

const words = tMoney.customer;

interface Values {
  amount: string | number;
  method: MoneyMethod;
  network: Network;
  reference: string;
}

/** Money that a customer brings: it settles the oldest due first. */
export function TakePayment({ customer }: { customer: Customer }) {
  const queries = useQueryClient();
  const keys = useKey();
  const form = useForm<Values>({ initialValues: { amount: "", method: "cash", network: "mtn", reference: "" } });
  const take = useMutation({
    mutationFn: ({ amount, method, network, reference }: Values) => {
      const request: PaymentRequest = {
        customer_id: customer.id,
        amount: String(amount),
        method,
        ...(method === "mobile_money" ? { network } : {}),
        ...(reference === "" ? {} : { reference }),
      };
      return takePayment(request, keys.of(request));
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      keys.spent();
      form.reset();
      void queries.invalidateQueries({ queryKey: ["money"] });
    },
  });
  return (
    <Section title={words.payment} note={words.paymentNote}>
      <form onSubmit={form.onSubmit((values) => take.mutate(values))}>
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
          <Select
            label={words.method}
            w={180}
            allowDeselect={false}
            data={[
              { value: "cash", label: tSell.methods.cash },
              { value: "mobile_money", label: tSell.methods.mobile_money },
              { value: "bank", label: tSell.methods.bank },
              { value: "card", label: tSell.methods.card },
            ]}
            {...form.getInputProps("method")}
          />
          {form.values.method === "mobile_money" ? (
            <Select
              label={words.network}
              w={140}
              allowDeselect={false}
              data={[
                { value: "mtn", label: tSell.networks.mtn },
                { value: "telecel", label: tSell.networks.telecel },
                { value: "at", label: tSell.networks.at },
              ]}
              {...form.getInputProps("network")}
            />
          ) : null}
          {form.values.method === "cash" ? null : (
            <TextInput label={words.reference} w={200} {...form.getInputProps("reference")} />
          )}
          <Button type="submit" variant="default" loading={take.isPending}>
            {words.take}
          </Button>
        </Group>
      </form>
      {take.isError ? <ProblemNote error={take.error} /> : null}
      {take.data ? <Text role="status">{words.taken(money(take.data.amount))}</Text> : null}
    </Section>
  );
}
