import { SegmentedControl, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usage } from "../../api/credits";
import type { Usage } from "../../api/shapes";
import { tCredits } from "../../text/credits";
import { Chart } from "../../ui/Chart";
import { DataTable } from "../../ui/DataTable";
import { count, credits, day } from "../../ui/format";
import { Section } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";

/** The days that are looked at first. */
export const PERIOD = 30;

export function Used() {
  const [days, setDays] = useState(String(PERIOD));
  const found = useQuery(usage(Number(days)));
  return (
    <Section
      title={tCredits.used}
      note={found.data ? tCredits.usedIn(credits(found.data.total_credits_used), found.data.period_days) : "\u00a0"}
      action={
        <SegmentedControl
          aria-label={tCredits.perDay}
          size="xs"
          value={days}
          onChange={setDays}
          data={[
            { value: "7", label: tCredits.days(7) },
            { value: "30", label: tCredits.days(30) },
            { value: "90", label: tCredits.days(90) },
          ]}
        />
      }
    >
      <StateOf query={found} empty={({ total_requests }) => total_requests === 0} whenEmpty={tCredits.unused}>
        {(data) => <Breakdown usage={data} />}
      </StateOf>
    </Section>
  );
}

function Breakdown({ usage: { daily, feature_breakdown } }: { usage: Usage }) {
  const points = daily.map(({ date, credits: value }) => ({ label: day(date), value }));
  return (
    <>
      {points.filter(({ value }) => value > 0).length > 1 ? (
        <Chart kind="columns" points={points} title={tCredits.perDay} />
      ) : null}
      <DataTable
        label={tCredits.used}
        rows={feature_breakdown}
        keyOf={({ feature }) => feature}
        columns={[
          { key: "name", title: tCredits.feature, cell: ({ name }) => <Text inherit>{name}</Text> },
          { key: "count", title: tCredits.times, number: true, cell: (row) => count(row.count) },
          { key: "credits", title: tCredits.credits, number: true, cell: (row) => count(row.credits) },
        ]}
      />
    </>
  );
}
