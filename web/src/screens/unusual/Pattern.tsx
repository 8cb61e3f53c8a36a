import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { inWords, judge, type UnusualPattern, type Verdict } from "../../api/unusual";
import { useKey } from "../../api/useKey";
import { tUnusual } from "../../text/unusual";
import { day, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Points } from "../../ui/Points";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import { Evidence } from "./Evidence";

const VERDICTS: readonly Verdict[] = ["explained", "mistake", "real"];

/** One pattern: what was counted, fair reasons, the records behind it, and what the owner says it was. */
export function Pattern({ pattern }: { pattern: UnusualPattern }) {
  const { title, loss, week, storefront_name, evidence, ai_analysis: said, verdict } = pattern;
  return (
    <Section title={title} note={tUnusual.found(day(week), storefront_name)}>
      <Stack gap={4}>
        <Text>{said.summary}</Text>
        <Text fw={600}>{tUnusual.loss(money(loss, { whole: true }))}</Text>
        {said.risk_factors.map((each) => (
          <Text key={each} size="sm" c="dimmed">
            {each}
          </Text>
        ))}
      </Stack>
      <Points title={tUnusual.causes} points={said.honest_causes} />
      <Points title={tUnusual.check} points={[said.what_to_check]} />
      <Evidence all={evidence} />
      {verdict ? <Said pattern={pattern} verdict={verdict} /> : <Judge id={pattern.id} />}
      <InWords id={pattern.id} />
    </Section>
  );
}

function useVerdict(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verdict, note }: { verdict: Verdict | null; note: string }) => judge(id, verdict, note),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["unusual"] });
      void queries.invalidateQueries({ queryKey: ["brief"] });
    },
  });
}

function Judge({ id }: { id: string }) {
  const [note, setNote] = useState("");
  const said = useVerdict(id);
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {tUnusual.what}
      </Text>
      <TextInput
        label={tUnusual.note}
        maxLength={300}
        maw={480}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group gap="xs">
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            variant="default"
            size="sm"
            disabled={said.isPending}
            onClick={() => said.mutate({ verdict, note })}
          >
            {tUnusual.verdict[verdict]}
          </Button>
        ))}
      </Group>
      {said.isError ? <ProblemNote error={said.error} /> : null}
    </Stack>
  );
}

function Said({
  pattern: { id, verdict_by, verdict_at, verdict_note },
  verdict,
}: {
  pattern: UnusualPattern;
  verdict: Verdict;
}) {
  const again = useVerdict(id);
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{tUnusual.said(tUnusual.verdict[verdict], verdict_by ?? "", day(verdict_at))}</Text>
      {verdict_note ? <Text size="sm">{verdict_note}</Text> : null}
      <Button
        variant="default"
        size="sm"
        loading={again.isPending}
        onClick={() => again.mutate({ verdict: null, note: "" })}
      >
        {tUnusual.again}
      </Button>
      {again.isError ? <ProblemNote error={again.error} /> : null}
    </Stack>
  );
}

/** The same in more words, paid for. */
function InWords({ id }: { id: string }) {
  const queries = useQueryClient();
  const keys = useKey();
  const asked = useMutation({
    mutationFn: () => inWords(id, keys.of(id)),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  if (asked.data?.ai_analysis.explanation) {
    const { credits_used = 0, balance = 0, degraded = false, cached = false } = asked.data;
    return (
      <Stack gap={4} aria-live="polite">
        <Text>{asked.data.ai_analysis.explanation}</Text>
        <Charge used={credits_used} balance={balance} degraded={degraded} cached={cached} />
      </Stack>
    );
  }
  return (
    <>
      <PriceButton
        feature="alert_explanation"
        label={tUnusual.explain}
        variant="default"
        loading={asked.isPending}
        onClick={() => asked.mutate()}
      />
      {asked.isError ? <ProblemNote error={asked.error} paid /> : null}
    </>
  );
}
