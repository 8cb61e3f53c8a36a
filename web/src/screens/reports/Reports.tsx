import { SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Period, report, spanOf } from "../../api/reports";
import { useStorefront } from "../../app/session";
import { tReports } from "../../text/reports";
import { Page, Section } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { Figures, Picture } from "./Body";
import { isName, kinds, toSlug } from "./kinds";
import { PeriodChoice } from "./PeriodChoice";

/** Sales against the days before, then the way to every other report. */
export function Reports() {
  const [period, setPeriod] = useState<Period>("days_30");
  const storefront = useStorefront();
  const found = useQuery(report("sales/summary", spanOf(period), storefront));
  return (
    <Page title={tReports.title} action={<PeriodChoice value={period} onChange={setPeriod} />}>
      <StateOf query={found}>
        {(data) => (
          <Stack gap="lg">
            <Figures report={data} kind={kinds["sales/summary"]} />
            <Picture report={data} kind={kinds["sales/summary"]} title={tReports.byDay} />
          </Stack>
        )}
      </StateOf>
      <Section title={tReports.all}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing={0}>
          {Object.entries(tReports.names).map(([name, { title, about }]) =>
            isName(name) ? (
              <Link key={name} to="/reports/$name" params={{ name: toSlug(name) }} className={classes.row}>
                <Text fw={600}>{title}</Text>
                <Text size="sm" c="dimmed">
                  {about}
                </Text>
              </Link>
            ) : null,
          )}
        </SimpleGrid>
      </Section>
    </Page>
  );
}
