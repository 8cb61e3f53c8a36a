import { List, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Answer } from "shop-client";
import { portfolio } from "../../api/money";
import { useKey } from "../../api/useKey";
import { tMoney } from "../../text/money";
import { Columns } from "../../ui/Columns";
import { Figure } from "../../ui/Figure";
import { count, money, percent } from "../../ui/format";
import { Page, Section } from "../../ui/Page";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";

const words = tMoney.health;
type Found = Answer<"postPortfolioDashboard">;

/** How healthy the credit is that customers were given. */
export function Portfolio() {
  const queries = useQueryClient();
  const keys = useKey();
  const ask = useMutation({
    mutationFn: () => portfolio(keys.of("portfolio")),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  return (
    <Page title={words.title} intro={words.note}>
      {ask.data ? (
        <Shown found={ask.data} />
      ) : (
        <PriceButton
          feature="portfolio_dashboard"
          label={words.go}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        />
      )}
      {ask.isError ? <ProblemNote error={ask.error} paid retry={() => ask.mutate()} /> : null}
    </Page>
  );
}

function Shown({ found }: { found: Found }) {
  const { portfolio_health: health, key_metrics: key, ai_insights: insights, recommendations } = found;
  return (
    <Stack gap="lg">
      <Figure
        large
        label={words.score}
        value={health.overall_score === null ? "–" : words.of(count(health.overall_score))}
        meaning={health.previous_score === null ? null : words.before(count(health.previous_score))}
      />
      <Text>{found.ai_executive_summary}</Text>
      <Columns phone={2} desk={4}>
        <Figure label={words.owed} value={money(key.total_outstanding, { whole: true })} />
        <Figure
          label={words.overdue}
          risk={Number(key.overdue_amount) > 0}
          value={money(key.overdue_amount, { whole: true })}
          meaning={percent(key.overdue_percentage)}
        />
        <Figure label={words.atRisk} value={money(key.default_risk_amount, { whole: true })} />
        <Figure label={words.days} value={count(key.average_collection_days)} />
      </Columns>
      <Points
        title={words.risks}
        points={insights.biggest_risks.map(({ risk, action }) => ({ said: risk, todo: action }))}
      />
      <Points
        title={words.chances}
        points={insights.opportunities.map(({ opportunity, action }) => ({ said: opportunity, todo: action }))}
      />
      <Points title={words.todo} points={recommendations.map((said) => ({ said, todo: "" }))} />
      <Charge used={found.credits_used} balance={found.balance} degraded={found.degraded} cached={found.cached} />
    </Stack>
  );
}

const Points = ({ title, points }: { title: string; points: { said: string; todo: string }[] }) =>
  points.length === 0 ? null : (
    <Section title={title}>
      <List spacing="xs">
        {points.map(({ said, todo }) => (
          <List.Item key={said}>
            {said}
            {todo === "" ? null : (
              <Text size="sm" c="dimmed">
                {todo}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  );
