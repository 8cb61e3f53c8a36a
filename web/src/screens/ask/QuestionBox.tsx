import { Box, Button, Group, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Heard } from "../../api/ask";
import { aiSettings, balance } from "../../api/credits";
import { t } from "../../text";
import { tAsk } from "../../text/ask";
import { credits } from "../../ui/format";
import { PriceButton } from "../../ui/PriceButton";
import { canRecord } from "./useRecorder";

const Voice = lazy(() => import("./Voice"));

interface Props {
  initial: string;
  asking: boolean;
  onAsk: (question: string) => void;
  onHear: (recording: Blob) => Promise<Heard>;
  onStop: () => void;
}

/** The question, its price on the button, and what is left in the account. */
export function QuestionBox({ initial, asking, onAsk, onHear, onStop }: Props) {
  const [question, setQuestion] = useState(initial);
  const left = useQuery(balance()).data?.available;
  const speaks = (useQuery(aiSettings()).data?.voice ?? false) && canRecord();
  const ask = () => {
    const asked = question.trim();
    if (asked === "" || asking) return;
    onAsk(asked);
    setQuestion("");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Textarea
        label={tAsk.question}
        labelProps={{ className: "visually-hidden" }}
        placeholder={tAsk.placeholder}
        size="lg"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        data-autofocus
        autoFocus
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          ask();
        }}
      />
      <Group mt="sm" justify="space-between" wrap="nowrap">
        {asking ? (
          <Button variant="default" onClick={onStop}>
            {tAsk.stop}
          </Button>
        ) : (
          <PriceButton
            feature="natural_language_query"
            label={tAsk.go}
            type="submit"
            disabled={question.trim() === ""}
          />
        )}
        {left === undefined ? null : (
          <Text size="sm" c="dimmed">
            {t.price.left(credits(left))}
          </Text>
        )}
      </Group>
      {speaks ? (
        <Box mt="xs" mih={42}>
          <Suspense>
            <Voice asking={asking} hear={onHear} onUnsure={setQuestion} />
          </Suspense>
        </Box>
      ) : null}
    </form>
  );
}
