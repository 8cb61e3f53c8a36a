import { Button, Group, NativeSelect, NumberInput, Stack, Switch, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { type Automation, type AutomationChange, automations, changeAutomation } from "../../api/settings";
import { useMay } from "../../app/rights";
import { tSettings } from "../../text/settings";
import { day, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";

const words = tSettings.automations;

/** What is done without asking each time, within bounds; off until the owner says yes. */
export function Automations() {
  const change = useChange();
  return (
    <StateOf query={useQuery(automations())}>
      {({ automations: found }) => (
        <>
          <Text c="dimmed">{words.note}</Text>
          {found.map((each) => (
            <One key={`${each.kind} ${each.changed_at}`} automation={each} />
          ))}
          {found.some(({ enabled }) => enabled) ? (
            <Group>
              <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ stop_all: true })}>
                {words.stopAll}
              </Button>
            </Group>
          ) : null}
          {change.isError ? <ProblemNote error={change.error} /> : null}
        </>
      )}
    </StateOf>
  );
}

function useChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: AutomationChange) => changeAutomation(change),
    onSuccess: (found) => {
      queries.setQueryData(automations().queryKey, found);
      void queries.invalidateQueries({ queryKey: ["proposals"] });
    },
  });
}

const hours = Array.from({ length: 12 }, (_, index) => index + 8);
const asChoices = (from: readonly number[]) => from.map((hour) => ({ value: String(hour), label: words.hour(hour) }));

interface Values {
  enabled: boolean;
  max_level: Automation["max_level"];
  max_amount: number | string;
  channel: Automation["channel"];
  from: string;
  until: string;
}

function One({
  automation: { kind, enabled, max_level, max_amount, channel, hours: at, changed_by, changed_at },
}: {
  automation: Automation;
}) {
  const may = useMay();
  const change = useChange();
  const form = useForm<Values>({
    initialValues: {
      enabled,
      max_level,
      max_amount,
      channel,
      from: String(at.from),
      until: String(at.until),
    },
  });
  const owner = may("settings.business");
  const save = ({ from, until, max_amount: most, ...rest }: typeof form.values) =>
    change.mutate(
      {
        kind,
        ...rest,
        max_amount: String(most),
        hours: { from: Number(from), until: Number(until) },
      },
      { onError: (error) => form.setErrors(problemOf(error).fields) },
    );
  return (
    <Section title={words.kind[kind]} note={words.about[kind]}>
      {owner ? (
        <form onSubmit={form.onSubmit(save)}>
          <Stack gap="sm">
            <Switch label={words.on} {...form.getInputProps("enabled", { type: "checkbox" })} />
            <Group align="flex-end">
              <NumberInput
                label={words.most}
                min={0}
                decimalScale={2}
                hideControls
                w={160}
                {...form.getInputProps("max_amount")}
              />
              {kind === "reminder" ? (
                <>
                  <NativeSelect
                    label={words.level}
                    size="md"
                    data={Object.entries(words.levels).map(([value, label]) => ({ value, label }))}
                    {...form.getInputProps("max_level")}
                  />
                  <NativeSelect
                    label={words.channel}
                    size="md"
                    data={Object.entries(words.channels).map(([value, label]) => ({ value, label }))}
                    {...form.getInputProps("channel")}
                  />
                </>
              ) : null}
              <NativeSelect
                label={words.from}
                size="md"
                data={asChoices(hours.slice(0, -1))}
                {...form.getInputProps("from")}
              />
              <NativeSelect
                label={words.until}
                size="md"
                data={asChoices(hours.slice(1))}
                {...form.getInputProps("until")}
              />
            </Group>
            <Group>
              <Button type="submit" loading={change.isPending}>
                {words.save}
              </Button>
              {change.isSuccess ? <Text role="status">{words.saved}</Text> : null}
            </Group>
          </Stack>
        </form>
      ) : (
        <Text>{enabled ? words.runs(money(max_amount)) : words.off}</Text>
      )}
      {changed_by ? (
        <Text size="sm" c="dimmed">
          {words.changed(changed_by, day(changed_at))}
        </Text>
      ) : null}
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </Section>
  );
}
