import { Button, Group, Stack, Text, Title } from "@mantine/core";
import type { Answer } from "../../api/shapes";
import { tAsk } from "../../text/ask";
import { unbroken } from "../../ui/format";
import { ButtonLink } from "../../ui/links";
import { Section } from "../../ui/Page";
import { Charge } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars } from "../../ui/StateOf";
import { Visual } from "../../ui/Visual";
import { Choices } from "./Choices";
import type { Turn } from "./useConversation";
import { Worked } from "./Worked";

interface Props {
  turn: Turn;
  last: boolean;
  onAsk: (question: string, choice?: string) => void;
  onRetry: () => void;
}

/** One question and its answer: the sentence first, then its picture, then the proof. */
export default function TurnView({ turn, last, onAsk, onRetry }: Props) {
  const { answer, sentences, plan, asking } = turn;
  const clarify = answer?.query_type === "clarify";
  return (
    <Section>
      <Title order={2} size="md" c="dimmed" fw={500}>
        {turn.question}
      </Title>
      <div aria-live="polite" aria-busy={asking}>
        {asking && sentences.length === 0 ? (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {plan || tAsk.working}
            </Text>
            <Bars lines={2} />
          </Stack>
        ) : null}
        <Words turn={turn} />
      </div>
      {turn.error === "stopped" ? <Text c="dimmed">{tAsk.cancelled}</Text> : null}
      {turn.error && turn.error !== "stopped" ? <ProblemNote error={turn.error} paid retry={onRetry} /> : null}
      {turn.visualizations.length > 0 ? <Visual all={turn.visualizations} /> : null}
      {clarify ? <Choices choices={answer.choices ?? []} active={last} onAsk={onAsk} /> : null}
      {answer && !clarify ? (
        <>
          <Charge
            used={answer.credits_used}
            balance={answer.balance}
            degraded={answer.degraded}
            cached={answer.cached}
          />
          <Elsewhere actions={answer.actions ?? []} />
          <Worked turn={turn} answer={answer} />
          {last ? <FollowUps questions={answer.follow_up_questions} onAsk={onAsk} /> : null}
        </>
      ) : null}
    </Section>
  );
}

/** The verdict large, the rest of the answer below it. */
function Words({ turn: { answer, sentences, replaced } }: { turn: Turn }) {
  if (!answer) return sentences.length > 0 ? <Text size="lg">{unbroken(sentences.join(" "))}</Text> : null;
  const rest =
    answer.verdict && answer.answer.startsWith(answer.verdict) ? answer.answer.slice(answer.verdict.length) : "";
  return (
    <Stack gap="xs">
      <Text size="lg" fw={600}>
        {unbroken(rest === "" ? answer.answer : answer.verdict)}
      </Text>
      {rest.trim() === "" ? null : <Text>{unbroken(rest.trim())}</Text>}
      {replaced ? (
        <Text size="sm" c="dimmed">
          {tAsk.replaced}
        </Text>
      ) : null}
    </Stack>
  );
}

/** Where a price that was asked about is tried out. */
const Elsewhere = ({ actions }: { actions: NonNullable<Answer["actions"]> }) =>
  actions.map(({ label, body: { product_id, new_price, change_percent } }) =>
    product_id ? (
      <ButtonLink
        key={product_id}
        to="/stock/$productId"
        params={{ productId: product_id }}
        search={{ ...(new_price ? { price: new_price } : {}), ...(change_percent ? { change: change_percent } : {}) }}
        variant="default"
        size="sm"
      >
        {label}
      </ButtonLink>
    ) : null,
  );

function FollowUps({ questions, onAsk }: { questions: string[]; onAsk: (question: string) => void }) {
  if (questions.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {tAsk.followUps}
      </Text>
      <Group gap="xs">
        {questions.map((question) => (
          <Button
            key={question}
            variant="default"
            size="sm"
            h="auto"
            mih={36}
            styles={{ label: { whiteSpace: "normal", textAlign: "left" } }}
            onClick={() => onAsk(question)}
          >
            {question}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
