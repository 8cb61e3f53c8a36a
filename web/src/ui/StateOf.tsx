import { Skeleton, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import { t } from "../text";
import { ProblemNote } from "./ProblemNote";

interface Props<T> {
  query: UseQueryResult<T>;
  /** The skeleton in the form of what comes; bars when not given. */
  skeleton?: ReactNode;
  empty?: (data: T) => boolean;
  /** What will appear here, and how to start. */
  whenEmpty?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Loading, failed, empty, or there. */
export function StateOf<T>({ query, skeleton, empty, whenEmpty, children }: Props<T>) {
  // What came is drawn in small pieces, between which a touch is answered.
  const data = useDeferredValue(query.data);
  if (data !== undefined) {
    if (empty?.(data)) return <Empty>{whenEmpty}</Empty>;
    return children(data);
  }
  if (query.isError) return <ProblemNote error={query.error} retry={() => void query.refetch()} />;
  return (
    <div aria-busy="true" aria-live="polite">
      <Text className="visually-hidden">{t.app.loading}</Text>
      {skeleton ?? <Bars />}
    </div>
  );
}

export const Empty = ({ children }: { children: ReactNode }) => (
  <Text c="dimmed" py="md">
    {children}
  </Text>
);

export function Bars({ lines = 4, height = 18 }: { lines?: number; height?: number }) {
  return (
    <Stack gap="sm" py="xs" aria-busy="true">
      {Array.from({ length: lines }, (_, line) => `bar ${line}`).map((bar) => (
        <Skeleton key={bar} height={height} radius="sm" />
      ))}
    </Stack>
  );
}
