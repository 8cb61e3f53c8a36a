import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { storefronts } from "../../api/accounts";
import { problemOf } from "../../api/problem";
import { invitations, staff } from "../../api/settings";
import type { Member, Role } from "../../api/shapes";
import { shop } from "../../api/shop";
import { useMay } from "../../app/rights";
import { tSettings } from "../../text/settings";
import { day } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tSettings.staff;
const roles = [
  { value: "owner", label: words.roles.owner },
  { value: "manager", label: words.roles.manager },
  { value: "cashier", label: words.roles.cashier },
];

export function Staff() {
  const may = useMay();
  return (
    <>
      {may("settings.business") ? <Invite /> : null}
      <Section>
        <StateOf query={useQuery(staff())}>
          {({ results }) => (
            <div>
              {results.map((member) => (
                <Person key={member.id} member={member} />
              ))}
            </div>
          )}
        </StateOf>
      </Section>
      {may("settings.business") ? <Offers /> : null}
    </>
  );
}

function Person({ member }: { member: Member }) {
  const may = useMay();
  const queries = useQueryClient();
  const shops = useQuery(storefronts()).data?.results ?? [];
  const change = useMutation({
    mutationFn: (body: Partial<Pick<Member, "role" | "storefront_id" | "is_active">>) =>
      shop().call("updateStaffMember", { path: { id: member.id }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["settings", "staff"] }),
  });
  const owner = may("settings.business");
  return (
    <div className={classes.row}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text>{member.name}</Text>
          <Text size="sm" c="dimmed">
            {member.is_active ? (member.email ?? words.noLogIn) : words.gone}
            {owner ? "" : ` · ${words.roles[member.role]}`}
          </Text>
        </div>
        {owner ? (
          <Group gap="xs">
            <NativeSelect
              aria-label={words.roleOf(member.name)}
              data={roles}
              value={member.role}
              onChange={(event) => {
                const role = event.currentTarget.value;
                if (role === "owner" || role === "manager" || role === "cashier") change.mutate({ role });
              }}
            />
            {member.role === "cashier" ? (
              <NativeSelect
                aria-label={words.placeOf(member.name)}
                data={[
                  { value: "", label: words.everywhere },
                  ...shops.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={member.storefront_id ?? ""}
                onChange={(event) => change.mutate({ storefront_id: event.currentTarget.value || null })}
              />
            ) : null}
            <Button size="sm" variant="default" onClick={() => change.mutate({ is_active: !member.is_active })}>
              {member.is_active ? words.letGo : words.back}
            </Button>
          </Group>
        ) : null}
      </Group>
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </div>
  );
}

function Invite() {
  const queries = useQueryClient();
  const form = useForm<{ email: string; role: Role }>({ initialValues: { email: "", role: "cashier" } });
  const invite = useMutation({
    mutationFn: (values: typeof form.values) => shop().call("inviteStaff", { body: values }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: () => {
      form.reset();
      void queries.invalidateQueries({ queryKey: ["settings", "invitations"] });
    },
  });
  return (
    <Section title={words.invite}>
      <form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
        <Group align="flex-end">
          <TextInput label={words.email} type="email" required {...form.getInputProps("email")} />
          <NativeSelect label={words.role} size="md" data={roles} {...form.getInputProps("role")} />
          <Button type="submit" loading={invite.isPending}>
            {words.go}
          </Button>
        </Group>
      </form>
      {invite.data ? (
        <Text role="status">{invite.data.email_sent ? words.sent(invite.data.email) : words.notSent}</Text>
      ) : null}
      {invite.isError ? <ProblemNote error={invite.error} /> : null}
    </Section>
  );
}

function Offers() {
  const queries = useQueryClient();
  const found = useQuery(invitations());
  const end = useMutation({
    mutationFn: (id: string) => shop().call("withdrawInvitation", { path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["settings", "invitations"] }),
  });
  if (!found.data || found.data.count === 0) return null;
  return (
    <Section title={words.open}>
      <Stack gap="xs">
        {found.data.results.map(({ id, email, role, expires_at }) => (
          <Group key={id} justify="space-between">
            <Text>
              {email} · {words.roles[role]} · {words.until(day(expires_at))}
            </Text>
            <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
              {words.takeBack}
            </Button>
          </Group>
        ))}
      </Stack>
      {end.isError ? <ProblemNote error={end.error} /> : null}
    </Section>
  );
}
