import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { closeTill, type TillSession } from "../../api/tills";
import { useKey } from "../../api/useKey";
import { t } from "../../text";
import { tTills } from "../../text/tills";
import { ProblemNote } from "../../ui/ProblemNote";

/** The cash is counted before it is told what should be there. */
export function CloseTill({ till, onBack }: { till: TillSession; onBack: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keys = useKey();
  const [counted, setCounted] = useState<number | string>("");
  const close = useMutation({
    mutationFn: () => {
      const cash = [{ method: "cash" as const, amount: String(counted) }];
      return closeTill(till.id, cash, "", keys.of([till.id, cash]));
    },
    onSuccess: async () => {
      keys.spent();
      await navigate({ to: "/sell/till/$tillId", params: { tillId: till.id } });
      await queries.invalidateQueries({ queryKey: ["tills"] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (counted !== "") close.mutate();
      }}
    >
      <Stack gap="sm">
        <NumberInput
          label={tTills.counted}
          value={counted}
          onChange={setCounted}
          min={0}
          decimalScale={2}
          hideControls
          required
          autoFocus
          maw={220}
        />
        <Text size="sm" c="dimmed">
          {tTills.closeNote}
        </Text>
        <Group>
          <Button type="submit" loading={close.isPending} disabled={counted === ""}>
            {tTills.closeGo}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t.app.cancel}
          </Button>
        </Group>
        {close.isError ? <ProblemNote error={close.error} /> : null}
      </Stack>
    </form>
  );
}
