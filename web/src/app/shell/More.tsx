import { Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { t } from "../../text";
import { useMay } from "../rights";
import { more } from "./places";
import classes from "./shell.module.css";

/** The places that do not fit at the bottom of a phone. */
export function More() {
  const may = useMay();
  return (
    <Menu position="top-end" width={200}>
      <Menu.Target>
        <button type="button" className={classes.tab}>
          <IconDots size={22} stroke={1.6} aria-hidden />
          {t.app.menu}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {more
          .filter(({ right }) => may(right))
          .map(({ to, label, icon: Icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={18} aria-hidden />}>
              {label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
