import { Checkbox, NativeSelect, NumberInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changesOf } from "../../api/changes";
import { changeCustomer } from "../../api/money";
import { problemOf } from "../../api/problem";
import type { Customer } from "../../api/shapes";
import { tCustomers } from "../../text/customers";
import { tMoney } from "../../text/money";
import { Columns } from "../../ui/Columns";
import { Section } from "../../ui/Page";
import { SaveButtons } from "../../ui/SaveButtons";
import { fieldsOf, type Values, valuesOf } from "./customerFields";

const words = tCustomers.edit;
const { languages } = tMoney.customer;

/** Who a customer is, on which terms they buy, and what they agreed to. */
export function ChangeCustomer({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm<Values>({ initialValues: valuesOf(customer) });
  const save = useMutation({
    mutationFn: (confirmed: boolean) =>
      changeCustomer(customer.id, {
        ...changesOf(fieldsOf(valuesOf(customer)), fieldsOf(form.values)),
        ...(confirmed ? { confirmed } : {}),
      }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["money"] });
      onDone();
    },
  });
  return (
    <Section title={words.title}>
      <form onSubmit={form.onSubmit(() => save.mutate(false))}>
        <Stack>
          <Columns phone={1} desk={3}>
            <TextInput label={tCustomers.name} required data-autofocus {...form.getInputProps("name")} />
            <TextInput label={tCustomers.phone} type="tel" {...form.getInputProps("phone")} />
            <TextInput label={words.email} type="email" {...form.getInputProps("email")} />
            <TextInput
              label={words.address}
              description={words.addressNote}
              maxLength={30}
              {...form.getInputProps("form_of_address")}
            />
            <NativeSelect
              label={words.language}
              size="md"
              data={[
                { value: "en", label: languages.en },
                { value: "tw", label: languages.tw },
              ]}
              {...form.getInputProps("language")}
            />
            <NativeSelect
              label={words.tier}
              size="md"
              data={[
                { value: "retail", label: words.tiers.retail },
                { value: "wholesale", label: words.tiers.wholesale },
              ]}
              {...form.getInputProps("price_tier")}
            />
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
              allowDecimal={false}
              required
              hideControls
              {...form.getInputProps("terms_days")}
            />
          </Columns>
          <Checkbox label={words.hold} {...form.getInputProps("credit_hold", { type: "checkbox" })} />
          {form.values.credit_hold ? (
            <TextInput label={words.holdReason} maxLength={250} {...form.getInputProps("credit_hold_reason")} />
          ) : null}
          <Checkbox.Group label={words.consent} description={words.consentNote} {...form.getInputProps("allowed")}>
            <Stack gap="xs" mt="xs">
              <Checkbox value="reminders_allowed" label={words.reminders} />
              <Checkbox value="receipts_allowed" label={words.receipts} />
              <Checkbox value="marketing_allowed" label={words.offers} />
            </Stack>
          </Checkbox.Group>
        </Stack>
        <SaveButtons save={save} onCancel={onDone} />
      </form>
    </Section>
  );
}
