import { Button, Group, Stack, Table, Text } from "@mantine/core";
import type { Quote } from "../../api/shapes";
import { tCredits } from "../../text/credits";
import { credits, money, percent } from "../../ui/format";
import classes from "./credits.module.css";

/** The price with its taxes, and the way to Paystack. */
export function QuoteView({ quote, onBack }: { quote: Quote; onBack: () => void }) {
  const { invoice } = quote;
  return (
    <Stack>
      <Table className={classes.quote ?? ""} withRowBorders={false}>
        <caption className="visually-hidden">{tCredits.quoteTitle}</caption>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>{tCredits.credits}</Table.Td>
            <Table.Td>{credits(quote.credits_to_add)}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Td>{tCredits.price}</Table.Td>
            <Table.Td>{money(invoice.base_amount)}</Table.Td>
          </Table.Tr>
          {invoice.taxes.map(({ name, rate, amount }) => (
            <Table.Tr key={name}>
              <Table.Td>
                {name} {percent(rate)}
              </Table.Td>
              <Table.Td>{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr fw={700}>
            <Table.Td>{tCredits.total}</Table.Td>
            <Table.Td>{money(invoice.total_amount)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        {tCredits.payNote}
      </Text>
      <Group>
        <Button onClick={() => window.location.assign(quote.authorization_url)}>
          {tCredits.pay(money(invoice.total_amount))}
        </Button>
        <Button variant="default" onClick={onBack}>
          {tCredits.change}
        </Button>
      </Group>
    </Stack>
  );
}
