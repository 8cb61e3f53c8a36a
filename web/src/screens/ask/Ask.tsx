import { Button, Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { starters } from "../../api/ask";
import { useSession } from "../../app/session";
import { t } from "../../text";
import { Page } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { QuestionBox } from "./QuestionBox";
import { recent } from "./recent";
import { TurnView } from "./TurnView";
import { useConversation } from "./useConversation";

export function Ask() {
  const { q } = useSearch({ from: "/shell/ask" });
  const { turns, asking, ask, retry, stop, restart } = useConversation();
  const end = useRef<HTMLDivElement>(null);
  const asked = turns.length;
  useEffect(() => {
    if (asked > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  return (
    <Page
      title={t.ask.title}
      intro={asked === 0 ? t.ask.intro : null}
      action={
        asked > 0 ? (
          <Button variant="default" size="sm" onClick={restart}>
            {t.ask.newOne}
          </Button>
        ) : null
      }
    >
      {asked === 0 ? <QuestionBox initial={q ?? ""} asking={asking} onAsk={ask} onStop={stop} /> : null}
      {asked === 0 ? <Openers onAsk={ask} /> : null}
      {turns.map((turn, index) => (
        <TurnView key={turn.id} turn={turn} last={index === asked - 1} onAsk={ask} onRetry={() => retry(turn)} />
      ))}
      {asked > 0 ? <QuestionBox initial="" asking={asking} onAsk={ask} onStop={stop} /> : null}
      <div ref={end} />
    </Page>
  );
}

function Openers({ onAsk }: { onAsk: (question: string) => void }) {
  const business = useSession()?.businessId ?? "";
  const lately = recent(business);
  return (
    <>
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {t.ask.starters}
        </Text>
        <StateOf query={useQuery(starters())}>
          {({ questions }) => <Questions questions={questions} onAsk={onAsk} />}
        </StateOf>
      </Stack>
      {lately.length > 0 ? (
        <Stack gap={4}>
          <Text size="sm" c="dimmed">
            {t.ask.recent}
          </Text>
          <Questions questions={lately} onAsk={onAsk} />
        </Stack>
      ) : null}
    </>
  );
}

function Questions({ questions, onAsk }: { questions: string[]; onAsk: (question: string) => void }) {
  return (
    <div>
      {questions.map((question) => (
        <UnstyledButton key={question} className={classes.row ?? ""} onClick={() => onAsk(question)}>
          {question}
        </UnstyledButton>
      ))}
    </div>
  );
}
