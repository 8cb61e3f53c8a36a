import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { chargeNoCard, storefrontCard } from "../../api/settings";
import { tSettings } from "../../text/settings";
import { day } from "../../ui/format";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import { PayPlan } from "./PayPlan";

const words = tSettings.storefronts.card;

/** Who pays each month: the card that an owner agreed to, until it is stopped; without one, by hand. */
export function HowPaid() {
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: chargeNoCard,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["settings", "card"] }),
  });
  return (
    <StateOf query={useQuery(storefrontCard())}>
      {(card) =>
        card === null ? (
          <PayPlan />
        ) : (
          <>
            <Group justify="space-between">
              <div>
                <Text>{words.charged(card.brand, card.last4, day(card.next_charge_on))}</Text>
                <Text size="sm" c="dimmed">
                  {words.agreed(card.agreed_by_name ?? "", day(card.agreed_at))}
                </Text>
              </div>
              <Button size="sm" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
                {words.stop}
              </Button>
            </Group>
            {stop.isError ? <ProblemNote error={stop.error} /> : null}
          </>
        )
      }
    </StateOf>
  );
}
