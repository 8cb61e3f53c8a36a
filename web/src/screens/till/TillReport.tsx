import { Button, Group, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { approveTill, explainTill, type TillSession, tillReport, tillSession } from "../../api/tills";
import { useMay } from "../../app/rights";
import { tSell } from "../../text/sell";
import { tTills } from "../../text/tills";
import { money } from "../../ui/format";
import { ButtonLink } from "../../ui/links";
import { Page, Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShareButton } from "../../ui/ShareButton";
import { Bars, StateOf } from "../../ui/StateOf";
import sell from "../sell/sell.module.css";

/** What a till took, was counted at, and is missing. */
export function TillReport() {
  const { tillId } = useParams({ from: "/shell/sell/till/$tillId" });
  const found = useQuery(tillSession(tillId));
  return (
    <Page title={found.data?.status === "open" ? tTills.x : tTills.z}>
      <StateOf query={found} skeleton={<Bars lines={3} />}>
        {(till) => (till.status === "open" ? null : <Settled till={till} />)}
      </StateOf>
      <StateOf query={useQuery(tillReport(tillId))} skeleton={<Bars lines={10} />}>
        {(text) => (
          <>
            <pre className={sell.receipt}>{text}</pre>
            <Group className="no-print">
              <Button onClick={() => window.print()}>{tSell.print}</Button>
              <ShareButton title={tTills.report} text={text} />
              <ButtonLink to="/sell" variant="default" size="sm">
                {tTills.toSell}
              </ButtonLink>
            </Group>
          </>
        )}
      </StateOf>
    </Page>
  );
}

/** Nothing to say of a till that is open, or whose difference is not for this person. */
export function Difference({ till: { difference } }: { till: TillSession }) {
  if (difference === null) return null;
  const apart = Number(difference);
  if (apart === 0) return <Text c="dimmed">{tTills.fits}</Text>;
  return (
    <Text fw={600} {...(apart < 0 ? { c: "var(--risk)" } : {})}>
      {tTills.difference(money(Math.abs(apart)), apart > 0)}
    </Text>
  );
}

function Settled({ till }: { till: TillSession }) {
  const may = useMay();
  const queries = useQueryClient();
  const [reason, setReason] = useState(till.reason);
  const look = () => queries.invalidateQueries({ queryKey: ["tills"] });
  const explain = useMutation({ mutationFn: () => explainTill(till.id, reason), onSuccess: look });
  const approve = useMutation({ mutationFn: () => approveTill(till.id), onSuccess: look });
  const error = explain.error ?? approve.error;
  return (
    <Section>
      <Difference till={till} />
      {till.approved_at ? <Text>{tTills.approved(till.approved_by_name ?? "")}</Text> : null}
      {!till.approved_at && Number(till.difference) !== 0 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            explain.mutate();
          }}
        >
          <Group align="flex-end">
            <TextInput
              label={tTills.explain}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              flex={1}
              maw={420}
            />
            <Button type="submit" variant="default" loading={explain.isPending}>
              {tTills.explainGo}
            </Button>
          </Group>
        </form>
      ) : null}
      {!till.approved_at && may("sell.override") ? (
        <Group>
          <Button loading={approve.isPending} onClick={() => approve.mutate()}>
            {tTills.approve}
          </Button>
        </Group>
      ) : null}
      {error ? <ProblemNote error={error} /> : null}
    </Section>
  );
}
