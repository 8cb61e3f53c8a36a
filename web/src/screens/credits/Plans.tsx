import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { choosePlan, endPlan, keepPlan, type Plan, plans } from "../../api/credits";
import { useKey } from "../../api/useKey";
import { useMay } from "../../app/rights";
import { tCredits } from "../../text/credits";
import { count, credits, day, money, percent } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tCredits.plans;

/** The bundles on offer, the present one first named, and how far its fair use is used. */
export function Plans() {
  const found = useQuery(plans());
  return (
    <Section title={words.title} note={words.note}>
      <StateOf query={found} skeleton={<Bars lines={3} height={56} />}>
        {({ plans: offered, subscription }) => (
          <>
            <div>
              {offered.map((plan) => (
                <Row key={plan.key} plan={plan} />
              ))}
            </div>
            {subscription ? <Running ending={subscription.cancel_at_period_end} until={subscription.end_date} /> : null}
          </>
        )}
      </StateOf>
    </Section>
  );
}

function about({ credits: each, rollover, starter_bonus, fair_use }: Plan): string {
  return [
    each > 0 ? words.each(credits(each)) : "",
    fair_use === null ? "" : words.fair(credits(fair_use)),
    rollover > 0 ? words.rollover(credits(rollover)) : "",
    starter_bonus > 0 ? words.bonus(credits(starter_bonus)) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function Row({ plan }: { plan: Plan }) {
  const may = useMay();
  const queries = useQueryClient();
  const keys = useKey();
  const choose = useMutation({
    mutationFn: () => choosePlan(plan.key, keys.of(plan.key)),
    onSuccess: ({ payment }) => {
      keys.spent();
      if (payment) window.location.assign(payment.authorization_url);
      else void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  const { meter } = plan;
  return (
    <div className={classes.row}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} maw={560}>
          <Text fw={600}>
            {plan.name} · {plan.total > 0 ? words.price(money(plan.total)) : words.free}
          </Text>
          <Text size="sm" c="dimmed">
            {about(plan)}
          </Text>
          {meter ? (
            <Text size="sm">
              {words.meter(count(meter.used), count(meter.limit), percent(meter.percent), day(meter.until))}
            </Text>
          ) : null}
        </Stack>
        {plan.current ? (
          <Text c="dimmed">{words.current}</Text>
        ) : may("settings.business") && plan.total > 0 ? (
          <Button size="sm" variant="default" loading={choose.isPending} onClick={() => choose.mutate()}>
            {words.choose}
          </Button>
        ) : null}
      </Group>
      {choose.data?.changes_on ? <Text role="status">{words.changes(day(choose.data.changes_on))}</Text> : null}
      {choose.isError ? <ProblemNote error={choose.error} /> : null}
    </div>
  );
}

function Running({ ending, until }: { ending: boolean; until: string | null }) {
  const may = useMay();
  const queries = useQueryClient();
  const turn = useMutation({
    mutationFn: () => (ending ? keepPlan() : endPlan()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["ai"] }),
  });
  return (
    <>
      <Group justify="space-between">
        <Text>{ending ? words.ends(day(until)) : words.renews(day(until))}</Text>
        {may("settings.business") ? (
          <Button size="sm" variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
            {ending ? words.keep : words.end}
          </Button>
        ) : null}
      </Group>
      {turn.isError ? <ProblemNote error={turn.error} /> : null}
    </>
  );
}
