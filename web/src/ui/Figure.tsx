import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../text";
import { change } from "./format";
import classes from "./ui.module.css";

interface Props {
  label: string;
  value: ReactNode;
  /** What the figure means, or what to do about it. */
  meaning?: ReactNode;
  /** Change against the period before, in percent. */
  changed?: number | null | undefined;
  risk?: boolean;
  large?: boolean;
}

/** One number with its name and its meaning. */
export function Figure({ label, value, meaning, changed, risk = false, large = false }: Props) {
  return (
    <Stack gap={2} miw={0}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className={large ? classes.large : classes.figure} {...(risk ? { c: "var(--risk)" } : {})}>
        {value}
      </Text>
      {changed === null || changed === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t.app.against(change(changed))}
        </Text>
      )}
      {meaning ? (
        <Text size="sm" c="dimmed" component="div">
          {meaning}
        </Text>
      ) : null}
    </Stack>
  );
}
