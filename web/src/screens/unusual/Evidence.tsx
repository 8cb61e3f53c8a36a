import { Stack, Text } from "@mantine/core";
import { linkOptions } from "@tanstack/react-router";
import type { UnusualPattern } from "../../api/unusual";
import { tUnusual } from "../../text/unusual";
import { moment, money } from "../../ui/format";
import { TextLink } from "../../ui/links";

type Record = UnusualPattern["evidence"][number];

/** Where the console shows a record of this kind. */
function placeOf({ kind, id }: Record) {
  if (kind === "sale") return linkOptions({ to: "/sell/sales/$saleId", params: { saleId: id } });
  if (kind === "session") return linkOptions({ to: "/sell/till/$tillId", params: { tillId: id } });
  return null;
}

const nameOf = (kind: string): string => {
  const names: { [kind: string]: string } = tUnusual.record;
  return names[kind] ?? kind;
};

/** The records behind a pattern, each with its moment and amount. */
export function Evidence({ all }: { all: Record[] }) {
  return (
    <details>
      <summary>{tUnusual.evidence(all.length)}</summary>
      <Stack gap={2} mt="xs">
        {all.map((record) => {
          const place = placeOf(record);
          const text = `${nameOf(record.kind)}, ${moment(record.at)} · ${money(record.amount)}`;
          return place ? (
            <TextLink key={record.id} {...place} size="sm">
              {text}
            </TextLink>
          ) : (
            <Text key={record.id} size="sm">
              {text}
            </Text>
          );
        })}
      </Stack>
    </details>
  );
}
