import { Group, NumberInput, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { assess } from "../../api/money";
import type { Assessment, Customer } from "../../api/shapes";
import { useKey } from "../../api/useKey";
import { tMoney } from "../../text/money";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { count, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Points } from "../../ui/Points";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import classes from "../../ui/ui.module.css";

const words = tMoney.customer;
const isAction = (name: string): name is keyof typeof words.action => name in words.action;

export function Assess({ customer }: { customer: Customer }) {
  const queries = useQueryClient();
  const keys = useKey();
  const [limit, setLimit] = useState<string | number>(customer.credit_limit ?? 1000);
  const request = { customer_id: customer.id, requested_credit_limit: String(limit) };
  const ask = useMutation({
    mutationFn: () => assess(request, keys.of(request)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["ai"] }),
  });
  return (
    <Section title={words.assessment} note={words.advice}>
      {ask.data ? <Result found={ask.data} /> : null}
      {ask.isError ? <ProblemNote error={ask.error} paid /> : null}
      <Group align="flex-end">
        <NumberInput
          label={words.assessmentLimit}
          value={limit}
          onChange={setLimit}
          min={1}
          thousandSeparator=","
          hideControls
          w={220}
        />
        <PriceButton
          feature="credit_assessment"
          label={words.assessmentGo}
          variant="default"
          loading={ask.isPending}
          disabled={Number(limit) <= 0}
          onClick={() => ask.mutate()}
        />
      </Group>
    </Section>
  );
}

function Result({ found }: { found: Assessment }) {
  const { action, suggested_limit, suggested_terms_days } = found.recommendation;
  return (
    <Stack>
      <Figure
        label={found.risk_score === null ? words.unscored : words.scored(found.risk_score, found.grade ?? "–")}
        value={isAction(action) ? words.action[action] : action}
        meaning={suggested_limit > 0 ? words.suggested(money(suggested_limit), suggested_terms_days) : null}
      />
      <Text>{found.explanation}</Text>
      <Points title={words.conditions} points={found.conditions} />
      <Points title={words.bad} points={found.analysis.risk_factors} />
      <Points title={words.good} points={found.analysis.positive_factors} />
      <details>
        <summary className={classes.summary}>{words.points}</summary>
        <DataTable
          label={words.points}
          rows={found.scorecard}
          keyOf={({ factor }) => factor}
          columns={[
            { key: "factor", title: words.factor, cell: ({ value }) => value },
            {
              key: "points",
              title: words.pointsOf("", "").trim(),
              number: true,
              cell: ({ points, max_points }) => words.pointsOf(count(points), count(max_points)),
            },
          ]}
        />
      </details>
      <Charge used={found.credits_used} balance={found.balance} degraded={found.degraded} cached={found.cached} />
    </Stack>
  );
}
