import classes from "./ui.module.css";

/** The first row of a table. */
export const Heads = ({ columns }: { columns: readonly { key: string; title: string; number?: boolean }[] }) => (
  <thead>
    <tr>
      {columns.map(({ key, title, number }) => (
        <th key={key} className={number ? classes.number : undefined} scope="col">
          {title}
        </th>
      ))}
    </tr>
  </thead>
);
