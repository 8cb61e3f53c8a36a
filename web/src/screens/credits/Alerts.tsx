import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { alerts } from "../../api/credits";
import { tCredits } from "../../text/credits";
import { credits, moment } from "../../ui/format";
import { Section } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";

export function Alerts() {
  return (
    <Section title={tCredits.alerts}>
      <StateOf query={useQuery(alerts())} empty={({ count }) => count === 0} whenEmpty={tCredits.noAlerts}>
        {({ results }) => (
          <div>
            {results.map((alert) => (
              <Text key={alert.id} size="sm">
                <Text span inherit c="dimmed">
                  {moment(alert.created_at)}
                </Text>{" "}
                {tCredits.alert[alert.alert_type](credits(alert.current_balance))}
              </Text>
            ))}
          </div>
        )}
      </StateOf>
    </Section>
  );
}
