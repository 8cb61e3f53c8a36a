import { Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { audit } from "../../api/settings";
import type { AuditEntry } from "../../api/shapes";
import { tSettings } from "../../text/settings";
import { moment } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tSettings.audit;
const told: Record<AuditEntry["action"], string> = words.action;

export function Audit() {
  const [page, setPage] = useState(1);
  const found = useQuery({ ...audit(page), placeholderData: keepPreviousData });
  return (
    <Section>
      <StateOf query={found} empty={({ count }) => count === 0} whenEmpty={words.empty}>
        {({ results, count }) => (
          <>
            <div>
              {results.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </div>
            <Pager count={count} size={50} page={page} onChange={setPage} />
          </>
        )}
      </StateOf>
    </Section>
  );
}

const Entry = ({ entry: { at, action, by, by_staff, subject } }: { entry: AuditEntry }) => (
  <div className={classes.row}>
    <Text>
      {by_staff ? words.staff : (by?.name ?? "")} {told[action]}
    </Text>
    <Text size="sm" c="dimmed">
      {[moment(at), subject].filter((part) => part !== "").join(" · ")}
    </Text>
  </div>
);
