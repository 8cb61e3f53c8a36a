import { Button, Group, Stack, Text } from "@mantine/core";
import type { Quote } from "../../api/shapes";
import { tCredits } from "../../text/credits";
import { credits, money, percent } from "../../ui/format";
import classes from "./credits.module.css";

/** The price with its taxes, and the way to Paystack. */
export function QuoteView({ quote, onBack }: { quote: Quote; onBack: () => void }) {
  const { invoice } = quote;
  return (
    <Stack>
      <table className={classes.quote}>
        <caption className="visually-hidden">{tCredits.quoteTitle}</caption>
        <tbody>
          <tr>
            <td>{tCredits.credits}</td>
            <td>{credits(quote.credits_to_add)}</td>
          </tr>
          <tr>
            <td>{tCredits.price}</td>
            <td>{money(invoice.base_amount)}</td>
          </tr>
          {invoice.taxes.map(({ name, rate, amount }) => (
            <tr key={name}>
              <td>
                {name} {percent(rate)}
              </td>
              <td>{money(amount)}</td>
            </tr>
          ))}
          <tr className={classes.total}>
            <td>{tCredits.total}</td>
            <td>{money(invoice.total_amount)}</td>
          </tr>
        </tbody>
      </table>
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
