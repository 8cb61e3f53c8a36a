import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { devices } from "../../api/settings";
import { shop } from "../../api/shop";
import { session } from "../../app/session";
import { tSettings } from "../../text/settings";
import { moment } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tSettings.devices;

export function Devices() {
  const queries = useQueryClient();
  const out = useMutation({
    mutationFn: (id: string) => shop().call("endMySession", { path: { session_id: id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["settings", "devices"] }),
  });
  const all = useMutation({
    mutationFn: () => shop().call("logoutAll"),
    onSuccess: () => {
      queries.clear();
      session.close();
    },
  });
  return (
    <Section>
      <StateOf query={useQuery(devices())}>
        {({ results }) => (
          <div>
            {results.map(({ id, device, address, created_at, current }) => (
              <Group key={id} className={classes.row ?? ""} justify="space-between">
                <div>
                  <Text>
                    {device || words.unknown}
                    {current ? ` · ${words.this}` : ""}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {[address, words.since(moment(created_at))].filter((part) => part !== "").join(" · ")}
                  </Text>
                </div>
                {current ? null : (
                  <Button size="xs" variant="default" onClick={() => out.mutate(id)}>
                    {words.out}
                  </Button>
                )}
              </Group>
            ))}
          </div>
        )}
      </StateOf>
      {out.isError ? <ProblemNote error={out.error} /> : null}
      <Group>
        <Button variant="default" loading={all.isPending} onClick={() => all.mutate()}>
          {words.all}
        </Button>
      </Group>
    </Section>
  );
}
