import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { storefronts } from "../../api/accounts";
import { shop } from "../../api/shop";
import { t } from "../../text";
import { mayRole } from "../rights";
import { session, useRole, useSession } from "../session";
import { Heading, Item, Menu } from "./Menu";
import classes from "./shell.module.css";

const SHOPS = "shops";
const PERSON = "person";

/** Which business and storefront is looked at, the colours, and the way out. */
export function Switches() {
  const now = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const scheme = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const role = useRole();
  const shops = useQuery(storefronts()).data?.results ?? [];
  if (!now) return null;
  const business = now.businesses.find(({ id }) => id === now.businessId);
  const storefront = shops.find(({ id }) => id === now.storefrontId)?.name ?? t.app.allStorefronts;

  const choose = (businessId: string, storefrontId: string | null) => {
    if (businessId !== now.businessId) {
      queries.clear();
      const chosen = now.businesses.find(({ id }) => id === businessId);
      void navigate({ to: chosen && mayRole(chosen.role, "today") ? "/" : "/sell" });
    }
    session.change({ businessId, storefrontId });
  };
  const logOut = async () => {
    await shop()
      .call("logout")
      .catch(() => undefined);
    queries.clear();
    session.close();
  };

  const shown = (
    <>
      <strong className={classes.cut}>{business?.name}</strong>
      <span className={classes.aside}>{storefront}</span>
      <IconChevronDown size={16} aria-hidden />
    </>
  );
  return (
    <>
      <div className={classes.grow}>
        <Menu id={SHOPS} face={shown} className={classes.switch} corner="top left">
          <Heading>{t.app.storefront}</Heading>
          {[{ id: null, name: t.app.allStorefronts }, ...shops].map(({ id, name }) => (
            <Item
              key={id ?? "all"}
              of={SHOPS}
              chosen={id === now.storefrontId}
              onClick={() => choose(now.businessId, id)}
            >
              {name}
            </Item>
          ))}
          {now.businesses.length > 1 ? (
            <>
              <Heading>{t.app.business}</Heading>
              {now.businesses.map(({ id, name }) => (
                <Item key={id} of={SHOPS} chosen={id === now.businessId} onClick={() => choose(id, null)}>
                  {name}
                </Item>
              ))}
            </>
          ) : null}
        </Menu>
      </div>
      <Menu
        id={PERSON}
        face={<span className={classes.cut}>{now.name.split(" ")[0]}</span>}
        className={classes.switch}
        corner="top right"
      >
        <Heading>
          {now.name}, {t.role[role]}
        </Heading>
        <Item
          of={PERSON}
          icon={dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
          onClick={() => scheme.setColorScheme(dark ? "light" : "dark")}
        >
          {dark ? t.app.light : t.app.dark}
        </Item>
        <Item of={PERSON} icon={<IconLogout size={18} aria-hidden />} onClick={() => void logOut()}>
          {t.app.logOut}
        </Item>
      </Menu>
    </>
  );
}
