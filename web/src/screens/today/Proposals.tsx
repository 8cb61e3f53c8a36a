import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { approve, type Proposal, proposals, refuse, undo } from "../../api/proposals";
import { tProposals } from "../../text/proposals";
import { moment, time, unbroken } from "../../ui/format";
import { ProblemNote } from "../../ui/ProblemNote";
import ui from "../../ui/ui.module.css";
import classes from "./today.module.css";

/** What waits for a yes, and what can still be taken back; nothing where there is none. */
export function Proposals() {
  const found = useQuery(proposals()).data ?? [];
  if (found.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label={tProposals.title}>
      <div>
        <Title order={2} size="h4">
          {tProposals.title}
        </Title>
        <Text c="dimmed">{tProposals.note}</Text>
      </div>
      {found.map((each) => (
        <Row key={each.id} proposal={each} />
      ))}
    </Stack>
  );
}

/** One of the steps that a person takes; what came of it is read anew, also when it was refused. */
function useStep(step: (id: string) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSettled: () => {
      for (const key of ["proposals", "money", "stock"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

function Row({ proposal: { id, summary, payload, state, acts_at, expires_at, link } }: { proposal: Proposal }) {
  const yes = useStep(approve);
  const no = useStep(refuse);
  const back = useStep(undo);
  const error = yes.error ?? no.error ?? back.error;
  return (
    <article className={classes.card}>
      <Text fw={650}>{unbroken(summary)}</Text>
      <Text size="sm" c="dimmed" role="status">
        {state === "approved" && acts_at
          ? tProposals.acts(time(acts_at))
          : state === "executed"
            ? tProposals.done
            : tProposals.until(moment(expires_at))}
      </Text>
      <Exactly payload={payload} />
      <Group mt={6} gap="xs">
        {state === "proposed" ? (
          <>
            <Button
              size="sm"
              aria-label={tProposals.agreeTo(summary)}
              loading={yes.isPending}
              onClick={() => yes.mutate(id)}
            >
              {tProposals.agree}
            </Button>
            <Button
              size="sm"
              variant="default"
              aria-label={tProposals.refuseTo(summary)}
              loading={no.isPending}
              onClick={() => no.mutate(id)}
            >
              {tProposals.refuse}
            </Button>
          </>
        ) : (
          <Button
            size="sm"
            variant="default"
            aria-label={tProposals.undoOf(summary)}
            loading={back.isPending}
            onClick={() => back.mutate(id)}
          >
            {tProposals.undo}
          </Button>
        )}
        {link ? (
          <Anchor href={link} target="_blank" rel="noreferrer" fw={600}>
            {tProposals.link}
          </Anchor>
        ) : null}
      </Group>
      {error ? <ProblemNote error={error} /> : null}
    </article>
  );
}

const textIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** The very text that will be sent, where one is. */
function Exactly({ payload }: { payload: Proposal["payload"] }) {
  const [text, subject] = [textIn(payload.text), textIn(payload.subject)];
  if (text === "") return null;
  return (
    <details>
      <summary className={ui.summary}>{tProposals.what}</summary>
      {subject === "" ? null : (
        <Text size="sm" fw={600}>
          {tProposals.subject(subject)}
        </Text>
      )}
      <pre className={ui.pre}>{text}</pre>
    </details>
  );
}
