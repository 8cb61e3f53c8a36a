import { Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { type ComponentType, lazy, Suspense } from "react";
import { NotFound } from "../../app/errors";
import { useRole } from "../../app/session";
import { tSettings } from "../../text/settings";
import { Page, Section } from "../../ui/Page";
import { Bars } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { Ai } from "./Ai";
import { Audit } from "./Audit";
import { Automations } from "./Automations";
import { Copies } from "./Copies";
import { Devices } from "./Devices";
import { Security } from "./Security";
import { Staff } from "./Staff";
import { Storefronts } from "./Storefronts";

type Part = keyof typeof tSettings.parts;

const everyone: readonly Part[] = ["devices", "security"];
const parts: Record<"owner" | "manager" | "cashier", readonly Part[]> = {
  owner: ["ai", "automations", "staff", "storefronts", "imports", "devices", "security", "audit", "copies"],
  manager: ["ai", "automations", "staff", "storefronts", "imports", ...everyone],
  cashier: everyone,
};
const screens: Record<Part, ComponentType> = {
  ai: Ai,
  automations: Automations,
  staff: Staff,
  storefronts: Storefronts,
  imports: lazy(async () => ({ default: (await import("../imports/Imports")).Imports })),
  devices: Devices,
  security: Security,
  audit: Audit,
  copies: Copies,
};

export function Settings() {
  const role = useRole();
  return (
    <Page title={tSettings.title}>
      <Section>
        <div>
          {parts[role].map((part) => (
            <Link key={part} to="/settings/$part" params={{ part }} className={classes.row}>
              <Text fw={600}>{tSettings.parts[part]}</Text>
              <Text size="sm" c="dimmed">
                {tSettings.about[part]}
              </Text>
            </Link>
          ))}
        </div>
      </Section>
    </Page>
  );
}

export function SettingsPart() {
  const { part: asked } = useParams({ from: "/shell/settings/$part" });
  const role = useRole();
  const part = parts[role].find((each) => each === asked);
  if (!part) return <NotFound />;
  const Screen = screens[part];
  return (
    <Page title={tSettings.parts[part]}>
      <Suspense fallback={<Bars />}>
        <Screen />
      </Suspense>
    </Page>
  );
}
