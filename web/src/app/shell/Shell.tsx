import { AppShell, Stack } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { Link, Navigate, Outlet, useNavigate } from "@tanstack/react-router";
import { t } from "../../text";
import { useMay } from "../rights";
import { useSession } from "../session";
import { Connection } from "./Connection";
import { More } from "./More";
import { main, more } from "./places";
import { Switches } from "./Switches";
import classes from "./shell.module.css";

/** The frame of every screen: places at the side on a desk, at the bottom on a phone. */
export function Shell() {
  const navigate = useNavigate();
  const may = useMay();
  const now = useSession();
  useHotkeys([["/", () => may("ask") && void navigate({ to: "/ask" })]]);
  if (!now) return <Navigate to="/login" />;
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: true } }}
      footer={{ height: { base: 60, sm: 0 } }}
      padding="md"
      layout="alt"
    >
      <a href="#content" className="skip">
        {t.app.skip}
      </a>
      <AppShell.Header>
        <div className={classes.header}>
          <Switches />
        </div>
      </AppShell.Header>
      <AppShell.Navbar p="sm" visibleFrom="sm">
        <SidePlaces />
      </AppShell.Navbar>
      <AppShell.Main id="content">
        <Connection />
        {/* Another business or storefront starts every screen anew. */}
        <Outlet key={`${now.businessId} ${now.storefrontId ?? ""}`} />
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm">
        <BottomPlaces />
      </AppShell.Footer>
    </AppShell>
  );
}

function SidePlaces() {
  const may = useMay();
  return (
    <Stack justify="space-between" h="100%">
      <Stack gap="lg" component="nav" aria-label={t.app.places}>
        {[main, more].map((group) => (
          <Stack key={group[0].to} gap={2}>
            {group
              .filter(({ right }) => may(right))
              .map(({ to, label, icon: Icon }) => (
                <Link key={to} to={to} className={classes.side} activeOptions={{ exact: to === "/" }}>
                  <Icon size={20} stroke={1.6} aria-hidden />
                  {label}
                </Link>
              ))}
          </Stack>
        ))}
      </Stack>
    </Stack>
  );
}

function BottomPlaces() {
  const may = useMay();
  return (
    <nav className={classes.bottom} aria-label={t.app.places}>
      {main
        .filter(({ right }) => may(right))
        .map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === "/" }}>
            <Icon size={22} stroke={1.6} aria-hidden />
            {label}
          </Link>
        ))}
      <More />
    </nav>
  );
}
