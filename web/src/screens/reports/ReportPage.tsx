import { Button, Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { csv, save } from "../../api/files";
import { type Period, report, spanOf } from "../../api/reports";
import type { Report } from "../../api/shapes";
import { NotFound } from "../../app/errors";
import { useStorefront } from "../../app/session";
import { tReports } from "../../text/reports";
import { day } from "../../ui/format";
import { Page, Section } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";
import { titleOf } from "../../ui/words";
import { Figures, Picture, Rows } from "./Body";
import { InWords } from "./InWords";
import { fromSlug, isName, type Kind, kinds, type Name } from "./kinds";
import { PeriodChoice } from "./PeriodChoice";

export function ReportPage() {
  const { name: slug } = useParams({ from: "/shell/reports/$name" });
  const name = fromSlug(slug);
  return isName(name) ? <Shown name={name} /> : <NotFound />;
}

function Shown({ name }: { name: Name }) {
  const kind = kinds[name];
  const { title, about } = tReports.names[name];
  const { from, to } = useSearch({ from: "/shell/reports/$name" });
  const usual = name === "customer/segmentation" ? "year" : "days_30";
  const [period, setPeriod] = useState<Period | null>(from && to ? null : usual);
  const span = period === null && from && to ? { from, to } : spanOf(period ?? usual);
  const storefront = useStorefront();
  const found = useQuery(report(name, span, storefront));
  return (
    <Page
      title={title}
      intro={kind.now ? about : span.from === span.to ? day(span.from) : tReports.span(day(span.from), day(span.to))}
      action={kind.now ? null : <PeriodChoice value={period} onChange={setPeriod} />}
    >
      <StateOf query={found}>
        {(data) => (
          <Stack gap="lg">
            <Figures report={data} kind={kind} />
            <InWords key={`${name} ${period} ${storefront}`} name={name} span={span} storefront={storefront} />
            <Picture report={data} kind={kind} title={title} />
            <Section>
              <Rows report={data} kind={kind} title={title} />
              <Group>
                <Button size="sm" variant="default" onClick={() => saveTable(name, data, kind)}>
                  {tReports.save}
                </Button>
              </Group>
            </Section>
          </Stack>
        )}
      </StateOf>
    </Page>
  );
}

function saveTable(name: Name, { results, period }: Report, { columns }: Kind): void {
  const rows = results.map((row) => columns.map((key) => String(row[key] ?? "")));
  save(csv(columns.map(titleOf), rows), `${name.replace("/", "-")}-${period.from}-${period.to}.csv`);
}
