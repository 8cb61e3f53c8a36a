import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { t } from "../text";
import classes from "./ui.module.css";

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
    <Stack className={classes.page ?? ""} gap="lg">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <Stack gap={2}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {intro ? <Text c="dimmed">{intro}</Text> : null}
        </Stack>
        {action}
      </Group>
      {children}
    </Stack>
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
    <Paper component="section" withBorder radius="md" p={{ base: "md", sm: "lg" }}>
      <Stack gap="md">
        {title ? (
          <Group justify="space-between" align="flex-start" gap="xs">
            <Stack gap={2}>
              <Title order={2} size="h5">
                {title}
              </Title>
              {note ? (
                <Text size="sm" c="dimmed">
                  {note}
                </Text>
              ) : null}
            </Stack>
            {action}
          </Group>
        ) : null}
        {children}
      </Stack>
    </Paper>
  );
}
