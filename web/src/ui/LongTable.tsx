import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { Heads } from "./Heads";
import classes from "./ui.module.css";

interface Props {
  label: string;
  columns: { key: string; title: string; number?: boolean; cells: ReactNode[] }[];
  count: number;
}

/** A long table: of its rows only those in view are in the page. */
export default function LongTable({ label, columns, count }: Props) {
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => 42,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <section ref={frame} className={classes.list} aria-label={label} {...{ tabIndex: 0 }}>
      <table className={classes.table} data-sticky aria-rowcount={count}>
        <Heads columns={columns} />
        <tbody>
          {before > 0 ? <tr style={{ height: before }} /> : null}
          {shown.map(({ index }) => (
            <tr key={index}>
              {columns.map(({ key, number, cells }) => (
                <td key={key} className={number ? classes.number : undefined}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 ? <tr style={{ height: after }} /> : null}
        </tbody>
      </table>
    </section>
  );
}
