import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Narrated, narrate, type Span } from "../../api/reports";
import { useKey } from "../../api/useKey";
import { t } from "../../text";
import { tReports } from "../../text/reports";
import { Section } from "../../ui/Page";
import { Points } from "../../ui/Points";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";

interface Props {
  name: string;
  span: Span;
  storefront: string | null;
}

/** What the report says, in plain words; paid for. */
export function InWords({ name, span, storefront }: Props) {
  const queries = useQueryClient();
  const keys = useKey();
  const ask = useMutation({
    mutationFn: () => narrate(name, span, storefront, keys.of([name, span, storefront])),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  if (ask.data) return <Said found={ask.data} />;
  return (
    <>
      <PriceButton
        feature="report_narrative"
        label={tReports.explain}
        loading={ask.isPending}
        onClick={() => ask.mutate()}
      />
      {ask.isError ? <ProblemNote error={ask.error} paid /> : null}
    </>
  );
}

function Said({
  found: { ai_narrative: said, ai_error, credits_used, balance, degraded, cached },
}: {
  found: Narrated;
}) {
  if (!said)
    return (
      <Text role="alert">
        {ai_error?.message ?? t.problem.unexpected} {t.problem.notCharged} {tReports.narrativeRefused}
      </Text>
    );
  return (
    <Section>
      <Text>{said.summary}</Text>
      <Points title={tReports.insights} points={said.key_insights} />
      <Points title={tReports.todo} points={said.recommendations} />
      <Charge used={credits_used ?? 0} balance={balance ?? 0} degraded={degraded ?? false} cached={cached ?? false} />
    </Section>
  );
}
