import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addon, pricing, subscribe } from "../../api/credits";
import type { AddonState, Pricing } from "../../api/shapes";
import { shop } from "../../api/shop";
import { useKey } from "../../api/useKey";
import { tCredits } from "../../text/credits";
import { credits, day, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { QuoteView } from "./QuoteView";

/** The monthly add-on: offered, running, or ending. */
export function Addon() {
  const offer = useQuery(pricing()).data?.monthly_addon;
  const state = useQuery(addon()).data;
  if (!offer || !state || (!offer.available && !state.has_monthly_addon)) return null;
  return (
    <Section title={tCredits.addon} note={tCredits.addonOffer(credits(offer.credits), money(offer.price))}>
      {state.has_monthly_addon ? <Running state={state} /> : <Subscribe offer={offer} />}
    </Section>
  );
}

function Running({ state: { addon: has } }: { state: AddonState }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (what: "cancelAddon" | "resumeAddon") => shop().call(what),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["ai"] }),
  });
  const ending = has?.cancel_at_period_end ?? false;
  return (
    <>
      <Text>
        {ending
          ? tCredits.addonEnding(day(has?.end_date ?? has?.next_renewal))
          : tCredits.addonOn(day(has?.next_renewal))}
      </Text>
      <div>
        <Button
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate(ending ? "resumeAddon" : "cancelAddon")}
        >
          {ending ? tCredits.addonResume : tCredits.addonCancel}
        </Button>
      </div>
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </>
  );
}

function Subscribe({ offer }: { offer: Pricing["monthly_addon"] }) {
  const keys = useKey();
  const [asked, setAsked] = useState(false);
  const quote = useMutation({ mutationFn: () => subscribe("mobile_money", keys.of("addon")) });
  if (quote.data && asked)
    return (
      <QuoteView
        quote={quote.data}
        onBack={() => {
          keys.spent();
          setAsked(false);
        }}
      />
    );
  return (
    <>
      <div>
        <Button
          variant="default"
          loading={quote.isPending}
          onClick={() => {
            setAsked(true);
            quote.mutate();
          }}
        >
          {tCredits.addonSubscribe(money(offer.price))}
        </Button>
      </div>
      {quote.isError ? <ProblemNote error={quote.error} paid /> : null}
    </>
  );
}
