import { Group, Text } from "@mantine/core";
import type { Ageing } from "../../api/shapes";
import { tMoney } from "../../text/money";
import { money } from "../../ui/format";
import classes from "./money.module.css";

const order = ["current", "days_1_30", "days_31_60", "days_61_90", "days_over_90"] as const;

/** What is owed by how late it is: one bar, with its figures. */
export function AgeingBar({ buckets }: { buckets: Ageing["summary"]["buckets"] }) {
  const all = order.reduce((sum, name) => sum + Number(buckets[name]), 0);
  if (all === 0) return null;
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {order.map((name) => (
          <span key={name} data-age={name} style={{ width: `${(Number(buckets[name]) / all) * 100}%` }} />
        ))}
      </div>
      <Group component="dl" gap="lg" mt="sm" mb={0}>
        {order.map((name) => (
          <div key={name}>
            <Text component="dt" size="sm" c="dimmed">
              <span className={classes.key} data-age={name} aria-hidden /> {tMoney.bucket[name]}
            </Text>
            <Text component="dd" m={0}>
              {money(buckets[name], { whole: true })}
            </Text>
          </div>
        ))}
      </Group>
    </div>
  );
}
