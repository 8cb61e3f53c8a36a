import { Stack } from "@mantine/core";
import type { Row, Visualization } from "../api/shapes";
import { t } from "../text";
import { tAsk } from "../text/ask";
import { Chart } from "./Chart";
import { type Column, DataTable } from "./DataTable";
import classes from "./ui.module.css";
import { labelled, rowsOf } from "./visual";
import { bareCellOf, headOf } from "./words";

/** The picture of an answer, and its figures as a table one tap away. */
export function Visual({ all }: { all: Visualization[] }) {
  const picture = all.find(({ type }) => type !== "table" && type !== "number");
  const table = all.find(({ type }) => type === "table");
  const points = picture ? labelled(picture.data) : [];
  const rows = table ? rowsOf(table.data) : points.map(({ label, value }): Row => ({ label, value }));
  const drawn = picture && points.length > 1;
  return (
    <Stack gap="sm">
      {drawn ? <Chart kind={picture.type} points={points} title={picture.title} /> : null}
      {rows.length === 0 ? null : drawn ? (
        <details>
          <summary className={classes.summary}>{tAsk.table}</summary>
          <RowsTable label={picture.title} rows={rows} />
        </details>
      ) : (
        <RowsTable label={table?.title ?? t.app.figures} rows={rows} />
      )}
    </Stack>
  );
}

export function RowsTable({ label, rows }: { label: string; rows: Row[] }) {
  const [first] = rows;
  const columns: Column<Row>[] = Object.keys(first ?? {})
    .filter((key) => !key.endsWith("_id") && key !== "id")
    .map((key) => ({
      key,
      title: headOf(key),
      number: isNumeric(first?.[key]),
      cell: (row) => bareCellOf(key, row[key]),
    }));
  return <DataTable label={label} columns={columns} rows={rows} keyOf={(_, index) => String(index)} />;
}

const isNumeric = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && value !== "" && !Number.isNaN(Number(value)));
