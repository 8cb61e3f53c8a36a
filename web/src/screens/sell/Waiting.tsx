import { Button, Group, Stack, Text } from "@mantine/core";
import { tryAgain } from "../../offline/queue";
import { dropSale, type WaitingSale } from "../../offline/store";
import { useWaiting } from "../../offline/useQueue";
import { tSell } from "../../text/sell";
import { moment, money } from "../../ui/format";
import { Section } from "../../ui/Page";

/** Sales on this device that the server does not have yet. */
export function Waiting() {
  const { waiting, look } = useWaiting();
  if (waiting.length === 0) return null;
  return (
    <Section title={tSell.waiting} note={tSell.waitingNote}>
      {waiting.map((sale) => (
        <Row key={sale.client_id} sale={sale} onChange={look} />
      ))}
    </Section>
  );
}

function Row({ sale, onChange }: { sale: WaitingSale; onChange: () => Promise<void> }) {
  const refused = sale.refusal !== "";
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text>
          {moment(sale.made_at)} · {tSell.items(sale.items)}
        </Text>
        <Text fw={600}>{money(sale.total)}</Text>
      </Group>
      {refused ? (
        <>
          <Text size="sm">
            {tSell.refused} {sale.refusal}
          </Text>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => void tryAgain(sale).then(onChange)}>
              {tSell.again}
            </Button>
            <Button size="xs" variant="default" onClick={() => void dropSale(sale.client_id).then(onChange)}>
              {tSell.drop}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {tSell.dropNote}
          </Text>
        </>
      ) : null}
    </Stack>
  );
}
