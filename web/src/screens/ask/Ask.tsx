import { Button, Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { starters } from "../../api/ask";
import { aiSettings } from "../../api/credits";
import { tAsk } from "../../text/ask";
import { Below } from "../../ui/Below";
import { Page } from "../../ui/Page";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { Earlier, Past } from "./Earlier";
import { QuestionBox } from "./QuestionBox";
import { useConversation } from "./useConversation";

const answerParts = () => import("./TurnView");
const TurnView = lazy(answerParts);

export function Ask() {
  const { q, c } = useSearch({ from: "/shell/ask" });
  return <Talk key={c ?? ""} initial={q ?? ""} before={c} />;
}

function Talk({ initial, before }: { initial: string; before: string | undefined }) {
  const { turns, asking, ask, hear, retry, stop, restart } = useConversation(before);
  const navigate = useNavigate();
  const end = useRef<HTMLDivElement>(null);
  const asked = turns.length;
  const opening = asked === 0 && !before;
  const isSettled = !useQuery(aiSettings()).isPending; // whether questions can be said, for which there is a button
  useEffect(() => {
    void answerParts(); // while the question is being typed
  }, []);
  useEffect(() => {
    if (asked > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  const anew = () => {
    restart();
    void navigate({ to: "/ask" });
  };
  return (
    <Page
      title={tAsk.title}
      intro={opening ? tAsk.intro : null}
      action={
        opening ? null : (
          <Button variant="default" size="sm" onClick={anew}>
            {tAsk.newOne}
          </Button>
        )
      }
    >
      {before ? <Past id={before} onForget={anew} /> : null}
      {opening ? <QuestionBox initial={initial} asking={asking} onAsk={ask} onHear={hear} onStop={stop} /> : null}
      {opening ? (
        <Below ready={isSettled}>
          <Openers onAsk={ask} />
        </Below>
      ) : null}
      <Suspense fallback={<Bars />}>
        {turns.map((turn, index) => (
          <TurnView key={turn.id} turn={turn} last={index === asked - 1} onAsk={ask} onRetry={() => retry(turn)} />
        ))}
      </Suspense>
      {opening ? null : <QuestionBox initial="" asking={asking} onAsk={ask} onHear={hear} onStop={stop} />}
      <div ref={end} />
    </Page>
  );
}

function Openers({ onAsk }: { onAsk: (question: string) => void }) {
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
      <Earlier />
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
