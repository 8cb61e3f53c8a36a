import { Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ageing, openInvoices, priority, promises } from "../../api/money";
import { useKey } from "../../api/useKey";
import { useStorefront } from "../../app/session";
import { tMoney } from "../../text/money";
import { tTills } from "../../text/tills";
import { Columns } from "../../ui/Columns";
import { Figure } from "../../ui/Figure";
import { dayFromNow, fromPesewas, money, percent, pesewas } from "../../ui/format";
import { TextLink } from "../../ui/links";
import { Page, Section } from "../../ui/Page";
import { PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars, StateOf } from "../../ui/StateOf";
import { AgeingBar } from "./AgeingBar";
import { CallList, OverdueList } from "./CallList";

export function MoneyOwed() {
  const storefront = useStorefront();
  const found = useQuery(ageing(storefront));
  const queries = useQueryClient();
  const keys = useKey();
  const rank = useMutation({
    mutationFn: () => priority(storefront, keys.of(storefront)),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  return (
    <Page
      title={tMoney.title}
      action={
        <Group gap="lg">
          <TextLink to="/money/health" size="sm">
            {tMoney.health.title}
          </TextLink>
          <TextLink to="/money/expenses" size="sm">
            {tTills.expenses.title}
          </TextLink>
        </Group>
      }
    >
      <StateOf query={found} skeleton={<Bars lines={3} height={44} />}>
        {({ summary }) => (
          <Stack gap="lg">
            <Figure
              large
              risk={Number(summary.overdue_amount) > 0}
              label={tMoney.overdue}
              value={money(summary.overdue_amount, { whole: true })}
              meaning={
                Number(summary.overdue_amount) > 0
                  ? tMoney.meaning(
                      (found.data?.results ?? []).filter(({ overdue }) => Number(overdue) > 0).length,
                      percent(summary.overdue_percentage),
                    )
                  : tMoney.nothing
              }
            />
            {Number(summary.overdue_amount) > 0 && !rank.data ? (
              <PriceButton
                feature="collection_priority"
                label={tMoney.priority}
                loading={rank.isPending}
                onClick={() => rank.mutate()}
              />
            ) : null}
            {rank.isError ? <ProblemNote error={rank.error} paid retry={() => rank.mutate()} /> : null}
            {rank.data ? (
              <CallList found={rank.data} onBack={() => rank.reset()} />
            ) : (
              <OverdueList rows={found.data?.results ?? []} />
            )}
            <Section title={tMoney.ageing}>
              <AgeingBar buckets={summary.buckets} />
              <Columns phone={1} desk={3}>
                <Figure label={tMoney.owed} value={money(summary.total_outstanding, { whole: true })} />
                <DueSoon storefront={storefront} />
                <Promised />
              </Columns>
            </Section>
          </Stack>
        )}
      </StateOf>
    </Page>
  );
}

/** What falls due within a week. */
function DueSoon({ storefront }: { storefront: string | null }) {
  const invoices = useQuery(openInvoices(storefront ? { storefront_id: storefront } : {}));
  if (!invoices.data) return <Bars lines={2} />;
  const [today, week] = [dayFromNow(0), dayFromNow(7)];
  const due = invoices.data.filter(({ due_date }) => due_date !== null && due_date >= today && due_date <= week);
  const sum = due.reduce((all, { open_amount }) => all + pesewas(open_amount), 0);
  return (
    <Figure label={tMoney.expected} value={money(fromPesewas(sum), { whole: true })} meaning={tMoney.expectedNote} />
  );
}

function Promised() {
  const found = useQuery(promises({ status: "open", page_size: 200 }));
  if (!found.data) return <Bars lines={2} />;
  const soon = found.data.results.filter(({ due_on }) => due_on <= dayFromNow(7));
  const sum = soon.reduce((all, { amount, received }) => all + pesewas(amount) - pesewas(received), 0);
  return (
    <Figure
      label={tMoney.promised}
      value={money(fromPesewas(sum), { whole: true })}
      meaning={soon.length === 0 ? <Text inherit>{tMoney.noPromises}</Text> : null}
    />
  );
}
