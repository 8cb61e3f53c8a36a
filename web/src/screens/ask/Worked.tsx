import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notWhatIAsked } from "../../api/ask";
import type { Answer } from "../../api/shapes";
import { t } from "../../text";
import { credits } from "../../ui/format";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShareButton } from "../../ui/ShareButton";
import classes from "./ask.module.css";
import type { Turn } from "./useConversation";

/** How an answer was worked out, and the way to have its credits back. */
export function Worked({ turn, answer }: { turn: Turn; answer: Answer }) {
  const facts: [string, string][] = [
    [t.ask.plan, answer.plan],
    [t.ask.sources, answer.data_sources.join("; ")],
    [t.ask.assumed, answer.assumptions.join(" ")],
    [t.ask.measures, (answer.data?.metrics ?? []).map(({ title, definition }) => `${title}: ${definition}`).join("; ")],
    [
      t.ask.charge,
      `${credits(answer.credits_used)}, ${answer.model === "offline" ? t.ask.offlineModel : t.ask.model(answer.model)}`,
    ],
  ];
  return (
    <details className={classes.worked}>
      <summary>{t.ask.worked}</summary>
      <dl>
        {facts
          .filter(([, fact]) => fact !== "")
          .map(([name, fact]) => [<dt key={name}>{name}</dt>, <dd key={`${name} fact`}>{fact}</dd>])}
      </dl>
      <Group gap="xs">
        <Wrong answer={answer} />
        <ShareButton title={turn.question} text={`${turn.question}\n${answer.answer}\n(${answer.plan})`} />
      </Group>
    </details>
  );
}

function Wrong({ answer: { transaction_id } }: { answer: Answer }) {
  const queries = useQueryClient();
  const feedback = useMutation({
    mutationFn: notWhatIAsked,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["ai"] }),
  });
  if (!transaction_id) return null;
  if (feedback.data)
    return (
      <Text size="sm" role="status">
        {feedback.data.credits_returned > 0 ? t.ask.returned(credits(feedback.data.credits_returned)) : t.ask.noted}
      </Text>
    );
  return (
    <>
      <Button size="sm" variant="default" loading={feedback.isPending} onClick={() => feedback.mutate(transaction_id)}>
        {t.ask.wrong}
      </Button>
      {feedback.isError ? <ProblemNote error={feedback.error} /> : null}
    </>
  );
}
