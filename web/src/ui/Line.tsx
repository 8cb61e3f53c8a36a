import type { ReactNode } from "react";
import classes from "./ui.module.css";

interface Props {
  name: ReactNode;
  /** Under the name. */
  about?: ReactNode;
  figure?: ReactNode;
  /** Under the figure. */
  aside?: ReactNode;
}

/** One line of a list: what it is, and a figure beside it. Plain elements, as there are many of them. */
export const Line = ({ name, about, figure, aside }: Props) => (
  <div className={classes.line}>
    <div className={classes.stack}>
      <span className={classes.cut}>{name}</span>
      {about ? <span className={classes.note}>{about}</span> : null}
    </div>
    {figure ? (
      <div className={classes.end}>
        <span>{figure}</span>
        {aside ? <span className={classes.note}>{aside}</span> : null}
      </div>
    ) : null}
  </div>
);
