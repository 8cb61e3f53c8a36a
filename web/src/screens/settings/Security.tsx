import { Anchor, Button, Code, Group, List, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { problemOf } from "../../api/problem";
import { twoFactor } from "../../api/settings";
import type { TwoFactor } from "../../api/shapes";
import { shop } from "../../api/shop";
import { session } from "../../app/session";
import { tSettings } from "../../text/settings";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars, StateOf } from "../../ui/StateOf";

const words = tSettings.security;
const Code2D = lazy(() => import("qrcode.react").then(({ QRCodeSVG }) => ({ default: QRCodeSVG })));

export function Security() {
  return (
    <>
      <StateOf query={useQuery(twoFactor())}>{(found) => <SecondStep found={found} />}</StateOf>
      <ChangePassword />
    </>
  );
}

function SecondStep({ found }: { found: TwoFactor }) {
  const queries = useQueryClient();
  const form = useForm({ initialValues: { current_password: "", code: "" } });
  const look = () => queries.invalidateQueries({ queryKey: ["settings", "two-factor"] });
  const fail = (error: unknown) => form.setErrors(problemOf(error).fields);
  const start = useMutation({
    mutationFn: () => shop().call("startMyTwoFactor", { body: { current_password: form.values.current_password } }),
    onError: fail,
  });
  const confirm = useMutation({
    mutationFn: () => shop().call("confirmMyTwoFactor", { body: { code: form.values.code } }),
    onError: fail,
    onSuccess: look,
  });
  const stop = useMutation({
    mutationFn: () => shop().call("endMyTwoFactor", { body: form.values }),
    onError: fail,
    onSuccess: () => {
      form.reset();
      start.reset();
      confirm.reset();
      return look();
    },
  });
  const error = start.error ?? confirm.error ?? stop.error;
  const setUp = start.data && !found.enabled;
  return (
    <Section title={words.second} note={found.enabled ? words.on(found.recovery_codes_left) : words.off}>
      {confirm.data ? <Codes codes={confirm.data.recovery_codes} /> : null}
      {setUp ? (
        <Stack gap="xs" align="flex-start">
          <Text>{words.scan}</Text>
          <Suspense fallback={<Bars lines={1} height={180} />}>
            <Code2D value={start.data.url} title={words.scanTitle} size={180} marginSize={2} />
          </Suspense>
          <Text>
            {words.key}: <Code>{start.data.secret}</Code>
          </Text>
          <Anchor href={start.data.url}>{words.open}</Anchor>
        </Stack>
      ) : null}
      <form onSubmit={form.onSubmit(() => (found.enabled ? stop.mutate() : setUp ? confirm.mutate() : start.mutate()))}>
        <Group align="flex-end">
          {setUp ? null : (
            <PasswordInput
              label={words.password}
              autoComplete="current-password"
              required
              w={240}
              {...form.getInputProps("current_password")}
            />
          )}
          {setUp || found.enabled ? (
            <TextInput
              label={words.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              w={180}
              {...form.getInputProps("code")}
            />
          ) : null}
          <Button type="submit" variant="default" loading={start.isPending || confirm.isPending || stop.isPending}>
            {found.enabled ? words.stop : setUp ? words.confirm : words.start}
          </Button>
        </Group>
      </form>
      {error ? <ProblemNote error={error} /> : null}
    </Section>
  );
}

const Codes = ({ codes }: { codes: string[] }) => (
  <div role="status">
    <Text fw={600}>{words.codes}</Text>
    <Text size="sm" c="dimmed">
      {words.codesNote}
    </Text>
    <List listStyleType="none">
      {codes.map((code) => (
        <List.Item key={code}>
          <Code>{code}</Code>
        </List.Item>
      ))}
    </List>
  </div>
);

function ChangePassword() {
  const form = useForm({ initialValues: { current_password: "", new_password: "" } });
  const change = useMutation({
    mutationFn: (values: typeof form.values) => shop().call("changeMyPassword", { body: values }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: ({ token }) => {
      session.change({ token });
      form.reset();
    },
  });
  return (
    <Section title={words.change}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Group align="flex-end">
          <PasswordInput
            label={words.password}
            autoComplete="current-password"
            required
            w={240}
            {...form.getInputProps("current_password")}
          />
          <PasswordInput
            label={words.newPassword}
            autoComplete="new-password"
            required
            w={240}
            {...form.getInputProps("new_password")}
          />
          <Button type="submit" variant="default" loading={change.isPending}>
            {words.changeGo}
          </Button>
        </Group>
      </form>
      {change.isSuccess ? <Text role="status">{words.changed}</Text> : null}
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </Section>
  );
}
