import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notWhatIAsked } from "../../api/ask";
import type { Answer } from "../../api/shapes";
import { tAsk } from "../../text/ask";
import { credits } from "../../ui/format";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShareButton } from "../../ui/ShareButton";
import classes from "./ask.module.css";
import type { Turn } from "./useConversation";

/** How an answer was worked out, and the way to have its credits back. */
export function Worked({ turn, answer }: { turn: Turn; answer: Answer }) {
  const facts: [string, string][] = [
    [tAsk.plan, answer.plan],
    [tAsk.sources, answer.data_sources.join("; ")],
    [tAsk.assumed, answer.assumptions.join(" ")],
    [tAsk.measures, (answer.data?.metrics ?? []).map(({ title, definition }) => `${title}: ${definition}`).join("; ")],
    [
      tAsk.charge,
      `${credits(answer.credits_used)}, ${answer.model === "offline" ? tAsk.offlineModel : tAsk.model(answer.model)}`,
    ],
  ];
  return (
    <details className={classes.worked}>
      <summary>{tAsk.worked}</summary>
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
        {feedback.data.credits_returned > 0 ? tAsk.returned(credits(feedback.data.credits_returned)) : tAsk.noted}
      </Text>
    );
  return (
    <>
      <Button size="sm" variant="default" loading={feedback.isPending} onClick={() => feedback.mutate(transaction_id)}>
        {tAsk.wrong}
      </Button>
      {feedback.isError ? <ProblemNote error={feedback.error} /> : null}
    </>
  );
}
