import { type ReactNode, useEffect } from "react";
import { t } from "../text";
import classes from "./ui.module.css";

// Plain elements: every screen has several of these, and a component of Mantine costs a phone a millisecond each.

interface PageProps {
  title: string;
  /** The one primary action of the screen. */
  action?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}

export function Page({ title, action, intro, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${t.app.name}`;
  }, [title]);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {intro ? <p className={classes.intro}>{intro}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  title?: string;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, note, action, children }: SectionProps) {
  return (
    <section className={classes.section}>
      {title ? (
        <div className={classes.head}>
          <div>
            <h2 className={classes.subtitle}>{title}</h2>
            {note ? <p className={classes.note}>{note}</p> : null}
          </div>
          {action}
        </div>
      ) : null}
      {children}
    </section>
  );
}
