import { Button, Group, NativeSelect, NumberInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { storefronts } from "../../api/accounts";
import { problemOf } from "../../api/problem";
import type { Product } from "../../api/shapes";
import { type Change, changeStock } from "../../api/stock";
import { useKey } from "../../api/useKey";
import { useStorefront } from "../../app/session";
import { tStock } from "../../text/stock";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";

type Kind = Change["kind"];

interface Values {
  kind: Kind;
  storefront: string;
  to: string;
  quantity: string | number;
  unit_cost: string | number;
  reason: string;
}

const asked: Record<Kind, string> = {
  purchase: tStock.quantity,
  adjustment: tStock.counted,
  transfer: tStock.moved,
};

/** A delivery, a count, or a move of one product. */
export function ChangeStock({ product }: { product: Product }) {
  const shops = useQuery(storefronts()).data?.results ?? [];
  const chosen = useStorefront();
  const queries = useQueryClient();
  const keys = useKey();
  const form = useForm<Values>({
    initialValues: { kind: "purchase", storefront: chosen ?? "", to: "", quantity: "", unit_cost: "", reason: "" },
  });
  const { kind } = form.values;
  const here = form.values.storefront || shops[0]?.id || "";
  const others = shops.filter(({ id }) => id !== here);
  const change = useMutation({
    mutationFn: (confirmed: boolean) => {
      const request: Change = {
        kind,
        product_id: product.id,
        storefront_id: here,
        to_storefront_id: form.values.to || (others[0]?.id ?? ""),
        quantity: String(form.values.quantity),
        unit_cost: String(form.values.unit_cost),
        reason: form.values.reason,
        confirmed,
      };
      return changeStock(request, keys.of(request));
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      keys.spent();
      form.setFieldValue("quantity", "");
      for (const key of ["stock", "goods", "reports"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <Section title={tStock.change}>
      <form onSubmit={form.onSubmit(() => change.mutate(false))}>
        <Stack>
          <SegmentedControl
            aria-label={tStock.kind}
            orientation="horizontal"
            value={kind}
            onChange={(value) => form.setFieldValue("kind", value)}
            data={[
              { value: "purchase" as const, label: tStock.short.purchase },
              { value: "adjustment" as const, label: tStock.short.adjustment },
              ...(shops.length > 1 ? [{ value: "transfer" as const, label: tStock.short.transfer }] : []),
            ]}
          />
          <Group align="flex-end">
            {shops.length > 1 ? (
              <NativeSelect
                label={tStock.storefront}
                size="md"
                data={shops.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps("storefront")}
                value={here}
              />
            ) : null}
            {kind === "transfer" ? (
              <NativeSelect
                label={tStock.to}
                size="md"
                data={others.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps("to")}
              />
            ) : null}
            <NumberInput
              label={asked[kind]}
              min={0}
              decimalScale={3}
              hideControls
              required
              w={200}
              {...form.getInputProps("quantity")}
            />
            {kind === "purchase" ? (
              <NumberInput
                label={tStock.unitCost}
                min={0}
                decimalScale={2}
                hideControls
                w={180}
                {...form.getInputProps("unit_cost")}
              />
            ) : null}
            {kind === "adjustment" ? (
              <TextInput label={tStock.reason} required {...form.getInputProps("reason")} />
            ) : null}
            <Button type="submit" loading={change.isPending}>
              {tStock.save}
            </Button>
          </Group>
          {change.isError ? <ProblemNote error={change.error} /> : null}
          {problemOf(change.error).code === "confirmation_required" ? (
            <Button variant="default" onClick={() => change.mutate(true)}>
              {tStock.confirm}
            </Button>
          ) : null}
          {change.isSuccess ? <Text role="status">{tStock.done}</Text> : null}
        </Stack>
      </form>
    </Section>
  );
}
