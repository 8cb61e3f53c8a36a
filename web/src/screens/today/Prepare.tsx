import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BriefCard } from "../../api/brief";
import { propose } from "../../api/proposals";
import { useKey } from "../../api/useKey";
import { tProposals } from "../../text/proposals";
import { ProblemNote } from "../../ui/ProblemNote";
import classes from "./today.module.css";

/** Has the messages or orders of a card written, for a yes each; free. */
export function Prepare({ card: { id, action } }: { card: BriefCard }) {
  const queries = useQueryClient();
  const keys = useKey();
  const prepare = useMutation({
    mutationFn: () => propose({ card_id: id }, keys.of(id)),
    onSuccess: () => {
      keys.spent();
      return queries.invalidateQueries({ queryKey: ["proposals"] });
    },
  });
  return (
    <div className={classes.above}>
      {prepare.data ? (
        <Text size="sm" role="status">
          {tProposals.prepared(prepare.data.proposals.length)} {prepare.data.notices.join(" ")}
        </Text>
      ) : (
        <Button mt="xs" size="sm" variant="default" loading={prepare.isPending} onClick={() => prepare.mutate()}>
          {action.label}
        </Button>
      )}
      {prepare.isError ? <ProblemNote error={prepare.error} /> : null}
    </div>
  );
}
