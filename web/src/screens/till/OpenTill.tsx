import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { storefronts } from "../../api/accounts";
import { problemOf } from "../../api/problem";
import { openTill } from "../../api/tills";
import { useKey } from "../../api/useKey";
import { useStorefront } from "../../app/session";
import { tTills } from "../../text/tills";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";

interface Opening {
  till: string;
  opening_float: number | string;
  storefront: string;
}

export function OpenTill({ note, onDone }: { note?: string; onDone: () => void }) {
  const shops = useQuery(storefronts()).data?.results ?? [];
  const chosen = useStorefront();
  const queries = useQueryClient();
  const keys = useKey();
  const form = useForm<Opening>({ initialValues: { till: "Till 1", opening_float: "", storefront: "" } });
  const storefront_id = chosen ?? (form.values.storefront || (shops[0]?.id ?? ""));
  const open = useMutation({
    mutationFn: () => {
      const { till, opening_float } = form.values;
      const body = { till, storefront_id, opening_float: String(opening_float === "" ? 0 : opening_float) };
      return openTill(body, keys.of(body));
    },
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      keys.spent();
      onDone();
      return queries.invalidateQueries({ queryKey: ["tills"] });
    },
  });
  return (
    <Section title={tTills.open} note={note ?? null}>
      <form onSubmit={form.onSubmit(() => open.mutate())}>
        <Stack gap="sm">
          <Group align="flex-end">
            {chosen || shops.length < 2 ? null : (
              <NativeSelect
                label={tTills.storefront}
                size="md"
                data={shops.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps("storefront")}
                value={storefront_id}
              />
            )}
            <TextInput label={tTills.name} required {...form.getInputProps("till")} />
            <NumberInput
              label={tTills.float}
              placeholder="0.00"
              min={0}
              decimalScale={2}
              hideControls
              {...form.getInputProps("opening_float")}
            />
            <Button type="submit" loading={open.isPending}>
              {tTills.open}
            </Button>
          </Group>
          {open.isError ? <ProblemNote error={open.error} /> : null}
        </Stack>
      </form>
    </Section>
  );
}
