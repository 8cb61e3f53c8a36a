import { Button, Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { starters } from "../../api/ask";
import { useSession } from "../../app/session";
import { tAsk } from "../../text/ask";
import { Page } from "../../ui/Page";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { QuestionBox } from "./QuestionBox";
import { recent } from "./recent";
import { useConversation } from "./useConversation";

const answerParts = () => import("./TurnView");
const TurnView = lazy(answerParts);

export function Ask() {
  const { q } = useSearch({ from: "/shell/ask" });
  const { turns, asking, ask, retry, stop, restart } = useConversation();
  const end = useRef<HTMLDivElement>(null);
  const asked = turns.length;
  useEffect(() => {
    void answerParts(); // while the question is being typed
  }, []);
  useEffect(() => {
    if (asked > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  return (
    <Page
      title={tAsk.title}
      intro={asked === 0 ? tAsk.intro : null}
      action={
        asked > 0 ? (
          <Button variant="default" size="sm" onClick={restart}>
            {tAsk.newOne}
          </Button>
        ) : null
      }
    >
      {asked === 0 ? <QuestionBox initial={q ?? ""} asking={asking} onAsk={ask} onStop={stop} /> : null}
      {asked === 0 ? <Openers onAsk={ask} /> : null}
      <Suspense fallback={<Bars />}>
        {turns.map((turn, index) => (
          <TurnView key={turn.id} turn={turn} last={index === asked - 1} onAsk={ask} onRetry={() => retry(turn)} />
        ))}
      </Suspense>
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
          {tAsk.starters}
        </Text>
        <StateOf query={useQuery(starters())}>
          {({ questions }) => <Questions questions={questions} onAsk={onAsk} />}
        </StateOf>
      </Stack>
      {lately.length > 0 ? (
        <Stack gap={4}>
          <Text size="sm" c="dimmed">
            {tAsk.recent}
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
