import { Text } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { Heads } from "./Heads";
import { Bars } from "./StateOf";
import classes from "./ui.module.css";

export interface Column<Row> {
  key: string;
  title: string;
  number?: boolean;
  cell: (row: Row) => ReactNode;
}

export interface TableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
}

const LongTable = lazy(() => import("./LongTable"));

/** A table; past 100 rows only those in view are drawn. */
export function DataTable<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  const cells = () => columns.map((column) => ({ ...column, cells: rows.map(column.cell) }));
  if (rows.length > 100)
    return (
      <Suspense fallback={<Bars lines={8} />}>
        <LongTable label={label} columns={cells()} count={rows.length} />
      </Suspense>
    );
  return (
    // Scrolls sideways on a phone, by keyboard too.
    <section className={classes.scroll} aria-label={label} {...{ tabIndex: 0 }}>
      <table className={classes.table}>
        <Heads columns={columns} />
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              {columns.map(({ key, number, cell }) => (
                <td key={key} className={number ? classes.number : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <Text c="dimmed">–</Text> : null}
    </section>
  );
}
