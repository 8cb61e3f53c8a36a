import { Alert, Button, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { csv, save } from "../../api/files";
import { type Import, isOnItsWay, type Kind, oneImport } from "../../api/imports";
import { tImports } from "../../text/imports";
import { Columns } from "../../ui/Columns";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { count } from "../../ui/format";
import { titleOf } from "../../ui/words";
import { columnsOf } from "./columns";

interface Props {
  kind: Kind;
  sent: Import;
  isSending: boolean;
  onBring: () => void;
}

/** How far the file is, then what would come in or came in. */
export function Outcome({ kind, sent, isSending, onBring }: Props) {
  const now = useQuery(oneImport(kind, sent)).data;
  const isIn = !now.check_only && !isOnItsWay(now);
  const queries = useQueryClient();
  useEffect(() => {
    if (!isIn) return;
    for (const key of ["imports", "goods", "stock", "suppliers", "money", "reports", "sales"])
      void queries.invalidateQueries({ queryKey: [key] });
  }, [isIn, queries]);
  if (isOnItsWay(now)) return <Reading now={now} />;
  if (now.status === "failed")
    return (
      <Alert role="alert" color="gray" title={tImports.refused}>
        {now.error}
      </Alert>
    );
  const comes = now.lines_imported + now.lines_updated;
  return (
    <Stack role="status">
      <Title order={2} size="h5">
        {now.check_only ? tImports.would : tImports.came}
      </Title>
      <Counts now={now} />
      {comes === 0 ? <Text>{tImports.nothing}</Text> : null}
      {now.check_only && comes > 0 ? (
        <Button style={{ alignSelf: "flex-start" }} loading={isSending} onClick={onBring}>
          {tImports.bring}
        </Button>
      ) : null}
      {isIn ? <Text>{tImports.done}</Text> : null}
      <Notes title={tImports.problems} head={tImports.what} notes={now.problems} hint={tImports.problemsNote} />
      <Notes title={tImports.notices} head={tImports.note} notes={now.notices} />
      {now.check_only ? <FirstRows rows={now.first_rows} /> : null}
    </Stack>
  );
}

function Reading({ now: { status, lines_read, lines_total } }: { now: Import }) {
  const said = status === "waiting" ? tImports.queued : tImports.reading(count(lines_read), count(lines_total));
  return (
    <Stack gap={4} role="status">
      <progress aria-label={said} value={lines_read} max={lines_total || 1} style={{ width: "100%" }} />
      <Text>{said}</Text>
      <Text size="sm" c="dimmed">
        {tImports.leave}
      </Text>
    </Stack>
  );
}

function Counts({ now }: { now: Import }) {
  const figures = [
    [tImports.added, now.lines_imported],
    [tImports.changed, now.lines_updated],
    [tImports.owed, now.opening_balances ?? 0],
    [tImports.skipped, now.lines_skipped],
    [tImports.left, now.lines_refused],
  ] as const;
  return (
    <Columns phone={2} desk={5}>
      {figures
        .filter(([label, lines]) => lines > 0 || label === tImports.added)
        .map(([label, lines]) => (
          <Figure key={label} label={label} value={count(lines)} />
        ))}
    </Columns>
  );
}

interface NotesProps {
  title: string;
  head: string;
  notes: Import["problems"];
  hint?: string;
}

/** What was said of single lines, to be read here or beside the file. */
function Notes({ title, head, notes, hint }: NotesProps) {
  if (notes.length === 0) return null;
  const download = () =>
    save(
      csv(
        [tImports.line, head],
        notes.map(({ line, reason }) => [String(line), reason]),
      ),
      `${title}.csv`,
    );
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="h6">
        {title}
      </Title>
      {hint ? <Text size="sm">{hint}</Text> : null}
      <DataTable
        label={title}
        rows={notes}
        keyOf={({ line }, index) => `${line} ${index}`}
        columns={[
          { key: "line", title: tImports.line, cell: ({ line }) => (line === 0 ? tImports.whole : line) },
          { key: "reason", title: head, cell: ({ reason }) => reason },
        ]}
      />
      <Button size="xs" variant="default" onClick={download}>
        {tImports.save}
      </Button>
    </Stack>
  );
}

function FirstRows({ rows }: { rows: Import["first_rows"] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{tImports.first}</summary>
      <DataTable
        label={tImports.first}
        rows={rows}
        keyOf={({ line }, index) => `${String(line)} ${index}`}
        columns={columnsOf(rows).map((key) => ({
          key,
          title: titleOf(key),
          cell: (row: Import["first_rows"][number]) => String(row[key] ?? ""),
        }))}
      />
    </details>
  );
}
