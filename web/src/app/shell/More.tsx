import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { t } from "../../text";
import { useMay } from "../rights";
import { Menu } from "./Menu";
import { more } from "./places";
import classes from "./shell.module.css";

const ID = "more-places";

/** The places that do not fit at the bottom of a phone. */
export function More() {
  const may = useMay();
  const face = (
    <>
      <IconDots size={22} stroke={1.6} aria-hidden />
      {t.app.menu}
    </>
  );
  return (
    <Menu id={ID} face={face} className={classes.tab} corner="bottom right">
      {more
        .filter(({ right }) => may(right))
        .map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes.item} onClick={() => document.getElementById(ID)?.hidePopover()}>
            <Icon size={18} aria-hidden />
            {label}
          </Link>
        ))}
    </Menu>
  );
}
