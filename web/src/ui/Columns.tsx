import type { ReactNode } from "react";
import classes from "./ui.module.css";

declare module "react" {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}

interface Props {
  /** How many stand side by side on a phone. */
  phone: number;
  desk: number;
  children: ReactNode;
}

/** Parts side by side. Mantine's own grid writes a style of its own into the page for each use. */
export const Columns = ({ phone, desk, children }: Props) => (
  <div className={classes.columns} style={{ "--phone": phone, "--desk": desk }}>
    {children}
  </div>
);
