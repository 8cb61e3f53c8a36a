import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { conversation, conversations, forget } from "../../api/ask";
import { tAsk } from "../../text/ask";
import { day, moment } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

/** The last conversations; nothing where there are none. */
export function Earlier() {
  const found = useQuery(conversations()).data?.slice(0, 6) ?? [];
  if (found.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {tAsk.recent}
      </Text>
      <div>
        {found.map(({ id, title, updated_at }) => (
          <Link key={id} to="/ask" search={{ c: id }} className={classes.row}>
            <Group justify="space-between" wrap="nowrap">
              <Text truncate>{title}</Text>
              <Text size="sm" c="dimmed" miw="max-content">
                {day(updated_at)}
              </Text>
            </Group>
          </Link>
        ))}
      </div>
    </Stack>
  );
}

/** What was said in a conversation, and the way to forget it. The next question goes on from there. */
export function Past({ id, onForget }: { id: string; onForget: () => void }) {
  const queries = useQueryClient();
  const away = useMutation({
    mutationFn: () => forget(id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["ai", "conversations"] });
      onForget();
    },
  });
  return (
    <StateOf query={useQuery(conversation(id))}>
      {({ turns }) => (
        <Section>
          {turns.map(({ at, asked, answered }) => (
            <div key={at}>
              <Text c="dimmed">{asked}</Text>
              <Text>{answered}</Text>
              <Text size="sm" c="dimmed">
                {moment(at)}
              </Text>
            </div>
          ))}
          <Group>
            <Button size="xs" variant="default" loading={away.isPending} onClick={() => away.mutate()}>
              {tAsk.forget}
            </Button>
          </Group>
          {away.isError ? <ProblemNote error={away.error} /> : null}
        </Section>
      )}
    </StateOf>
  );
}
