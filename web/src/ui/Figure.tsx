import type { ReactNode } from "react";
import { t } from "../text";
import { change } from "./format";
import classes from "./ui.module.css";

interface Props {
  label: string;
  value: ReactNode;
  /** What the figure means, or what to do about it. */
  meaning?: ReactNode;
  /** Change against the period before, in percent. */
  changed?: number | null | undefined;
  risk?: boolean;
  large?: boolean;
}

/** One number with its name and its meaning. */
export function Figure({ label, value, meaning, changed, risk = false, large = false }: Props) {
  return (
    <div className={classes.stack}>
      <p className={classes.note}>{label}</p>
      <p className={large ? classes.large : classes.figure} {...(risk ? { style: { color: "var(--risk)" } } : {})}>
        {value}
      </p>
      {changed === null || changed === undefined ? null : (
        <p className={classes.note}>{t.app.against(change(changed))}</p>
      )}
      {meaning ? <div className={classes.note}>{meaning}</div> : null}
    </div>
  );
}
