import type { ReactNode } from "react";
import classes from "./shell.module.css";

interface MenuProps {
  id: string;
  /** What the button shows. */
  face: ReactNode;
  className: string | undefined;
  /** Which corner of the screen it opens in. */
  corner: "top left" | "top right" | "bottom right";
  children: ReactNode;
}

/** A button and the list it opens. The browser's own popover closes it on Escape and on a touch elsewhere. */
export function Menu({ id, face, className, corner, children }: MenuProps) {
  return (
    <>
      <button type="button" className={className} popoverTarget={id}>
        {face}
      </button>
      <div id={id} popover="auto" className={classes.menu} data-corner={corner}>
        {children}
      </div>
    </>
  );
}

interface ItemProps {
  /** The menu it stands in, which it closes. */
  of: string;
  icon?: ReactNode;
  chosen?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function Item({ of, icon, chosen, onClick, children }: ItemProps) {
  return (
    <button
      type="button"
      className={classes.item}
      aria-pressed={chosen}
      onClick={onClick}
      popoverTarget={of}
      popoverTargetAction="hide"
    >
      {icon}
      {children}
    </button>
  );
}

export const Heading = ({ children }: { children: ReactNode }) => <p className={classes.heading}>{children}</p>;
