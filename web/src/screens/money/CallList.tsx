import { Button, Group, List, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Ageing, Priority, PriorityCustomer } from "../../api/shapes";
import { tMoney } from "../../text/money";
import { money } from "../../ui/format";
import { Line } from "../../ui/Line";
import { TextLink } from "../../ui/links";
import { Section } from "../../ui/Page";
import { Charge } from "../../ui/PriceButton";
import { ShowMore } from "../../ui/ShowMore";
import { Empty } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

/** Who is late, the largest first; free. */
export function OverdueList({ rows }: { rows: Ageing["results"] }) {
  const [all, setAll] = useState(false);
  const late = rows
    .filter(({ overdue }) => Number(overdue) > 0)
    .toSorted((one, other) => Number(other.overdue) - Number(one.overdue));
  if (late.length === 0) return <Empty>{tMoney.noneOverdue}</Empty>;
  return (
    <Section title={tMoney.list} note={tMoney.listNote}>
      <div>
        {late.slice(0, all ? undefined : 8).map((row) => (
          <Link
            key={row.customer_id ?? row.customer_name ?? ""}
            to="/money/$customerId"
            params={{ customerId: row.customer_id ?? "" }}
            className={classes.row}
          >
            <Line
              name={row.customer_name ?? ""}
              figure={<b className={classes.strong}>{money(row.overdue)}</b>}
              aside={tMoney.daysLate(row.days_overdue)}
            />
          </Link>
        ))}
      </div>
      {late.length > 8 && !all ? <ShowMore onClick={() => setAll(true)} /> : null}
    </Section>
  );
}

/** Whom to ask first, with why and what to say. */
export function CallList({ found, onBack }: { found: Priority; onBack: () => void }) {
  return (
    <Section
      title={tMoney.priorityShort}
      note={tMoney.ranked(money(found.summary.potential_recovery_30_days, { whole: true }))}
      action={
        <Button size="xs" variant="default" onClick={onBack}>
          {tMoney.plain}
        </Button>
      }
    >
      <div>
        {found.priority_list.map((each) => (
          <Ranked key={each.customer.id} row={each} />
        ))}
      </div>
      <Charge used={found.credits_used} balance={found.balance} degraded={found.degraded} cached={found.cached} />
    </Section>
  );
}

function Ranked({ row: { rank, customer, ai_insights, next_steps } }: { row: PriorityCustomer }) {
  return (
    <div className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <Stack gap={0} miw={0}>
          <Text truncate>
            {rank}.{" "}
            <TextLink to="/money/$customerId" params={{ customerId: customer.id }} fw={600}>
              {customer.name}
            </TextLink>
          </Text>
          <Text size="sm" c="dimmed">
            {[tMoney.daysLate(customer.days_overdue), ai_insights.contact_today ? tMoney.callToday : ""]
              .filter((part) => part !== "")
              .join(" · ")}
          </Text>
        </Stack>
        <Text fw={600} miw="max-content">
          {money(customer.overdue_amount)}
        </Text>
      </Group>
      <details>
        <summary className={classes.summary}>{tMoney.whyRank}</summary>
        <Text size="sm">{ai_insights.reasoning}</Text>
        <List size="sm" mt="xs">
          {[...ai_insights.talking_points, ...next_steps].map((point) => (
            <List.Item key={point}>{point}</List.Item>
          ))}
        </List>
      </details>
    </div>
  );
}
