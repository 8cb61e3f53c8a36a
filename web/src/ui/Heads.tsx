import { Table } from "@mantine/core";
import classes from "./ui.module.css";

/** The first row of a table. */
export const Heads = ({ columns }: { columns: readonly { key: string; title: string; number?: boolean }[] }) => (
  <Table.Thead>
    <Table.Tr>
      {columns.map(({ key, title, number }) => (
        <Table.Th key={key} className={number ? (classes.number ?? "") : ""} scope="col">
          {title}
        </Table.Th>
      ))}
    </Table.Tr>
  </Table.Thead>
);
