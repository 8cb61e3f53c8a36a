import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { notes } from "../../api/money";
import { tMoney } from "../../text/money";
import { moment } from "../../ui/format";
import { Section } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";

const words = tMoney.customer;

export function Notes({ customerId }: { customerId: string }) {
  return (
    <Section title={words.notes}>
      <StateOf query={useQuery(notes(customerId))} empty={({ count }) => count === 0} whenEmpty={words.noNotes}>
        {({ results }) => (
          <Stack gap="sm">
            {results.map(({ id, at, channel, outcome, by_name, text }) => (
              <div key={id}>
                <Text size="sm">
                  {words.channel[channel]}, {words.outcome[outcome]}
                </Text>
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {[moment(at), by_name, text].filter((part) => part).join(" · ")}
                </Text>
              </div>
            ))}
          </Stack>
        )}
      </StateOf>
    </Section>
  );
}
