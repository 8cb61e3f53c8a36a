import { Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Brief, type BriefCard, brief, dismiss } from "../../api/brief";
import { proposals } from "../../api/proposals";
import { tToday } from "../../text/today";
import { unbroken } from "../../ui/format";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars, StateOf } from "../../ui/StateOf";
import ui from "../../ui/ui.module.css";
import { Prepare } from "./Prepare";
import { isRisk, placeOf } from "./places";
import classes from "./today.module.css";

/** What a card leads to when messages or orders can be prepared from it. */
const PROPOSALS = "/ai/api/proposals/";

const skeleton = <Bars lines={5} height={116} />;

/** At most five cards, the one that is worth most first. */
export function Cards() {
  const away = useDismissal();
  const found = useQuery(brief());
  // What stands above the cards is known first, so that they do not move when it comes.
  if (useQuery(proposals()).isPending) return skeleton;
  return (
    <Stack gap="sm" component="section" aria-label={tToday.needs}>
      <StateOf query={found} skeleton={skeleton}>
        {({ cards }) =>
          cards.length === 0 ? (
            <div className={classes.card}>
              <Text fw={600}>{tToday.calm}</Text>
              <Text c="dimmed">{tToday.calmNote}</Text>
            </div>
          ) : (
            cards.map((card) => <CardView key={card.id} card={card} onDismiss={() => away.mutate(card.id)} />)
          )
        }
      </StateOf>
      {away.isError ? <ProblemNote error={away.error} /> : null}
    </Stack>
  );
}

/** The card goes at once, and comes back if the server did not take it. */
function useDismissal() {
  const queries = useQueryClient();
  const { queryKey } = brief();
  return useMutation({
    mutationFn: dismiss,
    onMutate: (id) => {
      const before = queries.getQueryData(queryKey);
      queries.setQueryData(queryKey, (now: Brief | undefined) =>
        now ? { ...now, cards: now.cards.filter((card) => card.id !== id) } : now,
      );
      return before;
    },
    onError: (_, __, before) => queries.setQueryData(queryKey, before),
  });
}

function CardView({ card, onDismiss }: { card: BriefCard; onDismiss: () => void }) {
  const { title, figure, why_now, action } = card;
  const prepares = action.path === PROPOSALS;
  return (
    <article className={classes.card}>
      <h2 className={ui.subtitle}>{title}</h2>
      <p className={classes.why}>
        <b className={`${ui.strong} ${isRisk(card) ? ui.risk : ""}`}>{figure}</b>
        <span className={ui.dim}> · {unbroken(why_now)}</span>
      </p>
      {prepares ? <Prepare card={card} /> : null}
      <div className={classes.foot}>
        <Link {...placeOf(card)} className={classes.action}>
          {prepares ? tToday.look : action.label} →
        </Link>
        <button type="button" className={classes.dismiss} aria-label={tToday.dismissOf(title)} onClick={onDismiss}>
          {tToday.dismiss}
        </button>
      </div>
    </article>
  );
}
