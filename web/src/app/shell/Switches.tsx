import { Button, Menu, Text, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { storefronts } from "../../api/accounts";
import { shop } from "../../api/shop";
import { t } from "../../text";
import { mayRole } from "../rights";
import { session, useRole, useSession } from "../session";
import classes from "./shell.module.css";

const oneLine = {
  root: { justifyContent: "flex-start" },
  inner: { minWidth: 0, maxWidth: "100%" },
  label: { whiteSpace: "nowrap", overflow: "hidden" },
} as const;

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

  return (
    <>
      <div className={classes.grow}>
        <Menu position="bottom-start" width={260}>
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              px="xs"
              maw="100%"
              styles={oneLine}
              rightSection={<IconChevronDown size={16} aria-hidden />}
            >
              <Text span truncate fw={600}>
                {business?.name}
              </Text>
              <Text span truncate c="dimmed" ml={6} visibleFrom="xs">
                {storefront}
              </Text>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t.app.storefront}</Menu.Label>
            {[{ id: null, name: t.app.allStorefronts }, ...shops].map(({ id, name }) => (
              <Menu.Item
                key={id ?? "all"}
                onClick={() => choose(now.businessId, id)}
                fw={id === now.storefrontId ? 700 : 400}
              >
                {name}
              </Menu.Item>
            ))}
            {now.businesses.length > 1 ? <Menu.Label>{t.app.business}</Menu.Label> : null}
            {now.businesses.length > 1
              ? now.businesses.map(({ id, name }) => (
                  <Menu.Item key={id} onClick={() => choose(id, null)} fw={id === now.businessId ? 700 : 400}>
                    {name}
                  </Menu.Item>
                ))
              : null}
          </Menu.Dropdown>
        </Menu>
      </div>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button variant="subtle" color="gray" c="var(--mantine-color-text)" px="xs" maw={160} styles={oneLine}>
            <Text span truncate size="sm">
              {now.name}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.role[role]}</Menu.Label>
          <Menu.Item
            leftSection={dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
            onClick={() => scheme.setColorScheme(dark ? "light" : "dark")}
          >
            {dark ? t.app.light : t.app.dark}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void logOut()}>
            {t.app.logOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
