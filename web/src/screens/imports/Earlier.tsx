import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { imports, type Kind, type Row as Line, sources } from "../../api/imports";
import { tImports } from "../../text/imports";
import { count, moment } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

/** What was brought in, and the way back where there is one. */
export const Earlier = ({ kind }: { kind: Kind }) => (
  <Section title={tImports.earlier}>
    <StateOf query={useQuery(imports(kind))} empty={({ length }) => length === 0} whenEmpty={tImports.none}>
      {(found) => (
        <div>
          {found.map((each) => (
            <Row key={each.id} kind={kind} row={each} />
          ))}
        </div>
      )}
    </StateOf>
  </Section>
);

function Row({ kind, row }: { kind: Kind; row: Line }) {
  const { id, original_name, status, created_at, by_name, lines_imported, lines_refused } = row;
  const { undo } = sources[kind];
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: async () => undo?.(id),
    onSuccess: () => queries.invalidateQueries(),
  });
  const mayGoBack = undo !== undefined && (status === "done" || status === "failed") && lines_imported > 0;
  return (
    <div className={classes.row}>
      <Group justify="space-between">
        <div>
          <Text>
            {original_name} · {tImports.status[status]}
          </Text>
          <Text size="sm" c="dimmed">
            {[moment(created_at), by_name, tImports.lines(count(lines_imported), count(lines_refused))]
              .filter((part) => part)
              .join(" · ")}
          </Text>
        </div>
        {mayGoBack ? (
          <Button
            size="sm"
            variant="default"
            aria-label={tImports.undoOf(original_name)}
            loading={back.isPending}
            onClick={() => back.mutate()}
          >
            {tImports.undo}
          </Button>
        ) : null}
      </Group>
      {back.isError ? <ProblemNote error={back.error} /> : null}
    </div>
  );
}
