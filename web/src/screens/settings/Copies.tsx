import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { openFile } from "../../api/files";
import { copies } from "../../api/settings";
import type { Copy } from "../../api/shapes";
import { shop } from "../../api/shop";
import { tSettings } from "../../text/settings";
import { count, moment } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tSettings.copies;

export function Copies() {
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: () => shop().call("createExport"),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["settings", "copies"] }),
  });
  return (
    <Section>
      <Group>
        <Button loading={ask.isPending} onClick={() => ask.mutate()}>
          {words.ask}
        </Button>
        <Text c="dimmed">{words.note}</Text>
      </Group>
      {ask.isError ? <ProblemNote error={ask.error} /> : null}
      <StateOf query={useQuery(copies())} empty={(found) => found.count === 0} whenEmpty={words.empty}>
        {({ results }) => (
          <div>
            {results.map((copy) => (
              <Row key={copy.id} copy={copy} />
            ))}
          </div>
        )}
      </StateOf>
    </Section>
  );
}

function Row({ copy: { id, status, rows, created_at, by_name, is_kept } }: { copy: Copy }) {
  const download = useMutation({
    mutationFn: () => openFile(`/accounts/api/export/${id}/download/`, {}, `copy-${created_at.slice(0, 10)}.zip`),
  });
  return (
    <div className={classes.row}>
      <Group justify="space-between">
        <div>
          <Text>
            {words.status[status]} · {words.rows(count(rows))}
          </Text>
          <Text size="sm" c="dimmed">
            {[moment(created_at), by_name].filter((part) => part).join(" · ")}
          </Text>
        </div>
        {status === "done" && is_kept ? (
          <Button size="sm" variant="default" loading={download.isPending} onClick={() => download.mutate()}>
            {words.download}
          </Button>
        ) : null}
      </Group>
      {download.isError ? <ProblemNote error={download.error} /> : null}
    </div>
  );
}
