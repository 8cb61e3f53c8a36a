import { Button, Group, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { allStorefronts, plan } from "../../api/settings";
import type { Storefront } from "../../api/shapes";
import { shop } from "../../api/shop";
import { useMay } from "../../app/rights";
import { tSettings } from "../../text/settings";
import { day, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";
import { HowPaid } from "./HowPaid";

const words = tSettings.storefronts;

export function Storefronts() {
  const may = useMay();
  return (
    <>
      <Section>
        <StateOf query={useQuery(allStorefronts())}>
          {({ results }) => (
            <div>
              {results.map((each) => (
                <Row key={each.id} storefront={each} />
              ))}
            </div>
          )}
        </StateOf>
      </Section>
      <Section title={words.plan}>
        <StateOf query={useQuery(plan())}>
          {({ status, monthly_price, storefronts, renews_on, is_overdue, grace_ends_on }) => (
            <>
              <Text>
                {words.status[status]} · {words.price(money(monthly_price), storefronts)}.{" "}
                {words.renews(day(renews_on))}
              </Text>
              {is_overdue ? <Text c="var(--risk)">{words.overdue(day(grace_ends_on))}</Text> : null}
              {may("settings.business") ? <HowPaid /> : null}
            </>
          )}
        </StateOf>
      </Section>
      {may("settings.business") ? <Open /> : null}
    </>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ["settings"] });
    void queries.invalidateQueries({ queryKey: ["storefronts"] });
  };
}

function Row({ storefront: { id, name, address, is_active } }: { storefront: Storefront }) {
  const may = useMay();
  const refresh = useRefresh();
  const change = useMutation({
    mutationFn: () => shop().call("updateStorefront", { path: { id }, body: { is_active: !is_active } }),
    onSuccess: refresh,
  });
  return (
    <div className={classes.row}>
      <Group justify="space-between">
        <div>
          <Text>{is_active ? name : `${name} · ${words.closed}`}</Text>
          <Text size="sm" c="dimmed">
            {address}
          </Text>
        </div>
        {may("settings.business") ? (
          <Button size="sm" variant="default" loading={change.isPending} onClick={() => change.mutate()}>
            {is_active ? words.close : words.reopen}
          </Button>
        ) : null}
      </Group>
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </div>
  );
}

function Open() {
  const refresh = useRefresh();
  const form = useForm({ initialValues: { name: "", address: "", phone: "" } });
  const open = useMutation({
    mutationFn: (values: typeof form.values) => shop().call("createStorefront", { body: values }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      form.reset();
      refresh();
    },
  });
  return (
    <Section title={words.open} note={words.openNote}>
      <form onSubmit={form.onSubmit((values) => open.mutate(values))}>
        <Group align="flex-end">
          <TextInput label={words.name} required {...form.getInputProps("name")} />
          <TextInput label={words.address} {...form.getInputProps("address")} />
          <TextInput label={words.phone} type="tel" {...form.getInputProps("phone")} />
          <Button type="submit" variant="default" loading={open.isPending}>
            {words.go}
          </Button>
        </Group>
      </form>
      {open.isError ? <ProblemNote error={open.error} /> : null}
    </Section>
  );
}
