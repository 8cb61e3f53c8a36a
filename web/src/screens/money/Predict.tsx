import { Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { predict } from "../../api/money";
import { useKey } from "../../api/useKey";
import { tMoney } from "../../text/money";
import { day, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import classes from "../../ui/ui.module.css";

const words = tMoney.customer;

export function Predict({ customerId }: { customerId: string }) {
  const queries = useQueryClient();
  const keys = useKey();
  const ask = useMutation({
    mutationFn: () => predict(customerId, keys.of(customerId)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["ai"] }),
  });
  return (
    <Section title={words.prediction}>
      {ask.data ? (
        <>
          <div>
            {ask.data.predictions.map((each) => (
              <Stack key={each.invoice_id} gap={0} className={classes.row ?? ""}>
                <Text>
                  {each.invoice_id} · {money(each.amount)} ·{" "}
                  <Text span inherit fw={600}>
                    {each.predicted_payment_date ? words.around(day(each.predicted_payment_date)) : words.unknown}
                  </Text>
                  {each.interval ? `, ${words.between(day(each.interval[0]), day(each.interval[1]))}` : ""}
                </Text>
                <Text size="sm" c="dimmed">
                  {each.prediction_reasoning} {each.recommended_action}
                </Text>
              </Stack>
            ))}
          </div>
          <Charge
            used={ask.data.credits_used}
            balance={ask.data.balance}
            degraded={ask.data.degraded}
            cached={ask.data.cached}
          />
        </>
      ) : (
        <PriceButton
          feature="payment_prediction"
          label={words.predictionGo}
          variant="default"
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        />
      )}
      {ask.isError ? <ProblemNote error={ask.error} paid /> : null}
    </Section>
  );
}
