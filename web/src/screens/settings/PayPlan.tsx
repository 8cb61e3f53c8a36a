import { Button, Checkbox, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { payStorefronts } from "../../api/settings";
import { useKey } from "../../api/useKey";
import { tSettings } from "../../text/settings";
import { money } from "../../ui/format";
import { ProblemNote } from "../../ui/ProblemNote";

const words = tSettings.storefronts;
const MONTHS = [1, 3, 6, 12] as const;

/** The price with its taxes first, then the way to Paystack. */
export function PayPlan() {
  const [months, setMonths] = useState<number>(1);
  const keys = useKey();
  const [keepCard, setKeepCard] = useState(false);
  const wanted = { months, keepCard };
  const open = useMutation({ mutationFn: () => payStorefronts(wanted, keys.of(wanted)) });
  return (
    <Stack gap="sm" align="flex-start">
      <Checkbox
        label={words.card.keep}
        description={words.card.keepNote}
        checked={keepCard}
        onChange={(event) => {
          setKeepCard(event.currentTarget.checked);
          open.reset();
        }}
      />
      <Group align="flex-end">
        <NativeSelect
          label={words.months}
          size="md"
          value={months}
          onChange={(event) => {
            setMonths(Number(event.currentTarget.value));
            open.reset();
          }}
          data={MONTHS.map((count) => ({ value: String(count), label: words.ofMonths(count) }))}
        />
        {open.data ? (
          <Button component="a" href={open.data.authorization_url}>
            {words.pay(money(open.data.invoice.total_amount))}
          </Button>
        ) : (
          <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
            {words.quote}
          </Button>
        )}
      </Group>
      {open.data ? (
        <Text size="sm" c="dimmed">
          {words.taxes(money(open.data.invoice.base_amount), money(open.data.invoice.total_tax))}
        </Text>
      ) : null}
      {open.isError ? <ProblemNote error={open.error} /> : null}
    </Stack>
  );
}
