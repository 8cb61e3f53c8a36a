import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { enter } from "../../api/accounts";
import { problemOf } from "../../api/problem";
import { anyone } from "../../api/shop";
import { mayRole } from "../../app/rights";
import { session } from "../../app/session";
import { tLogIn } from "../../text/logIn";
import { TextLink } from "../../ui/links";
import { ProblemNote } from "../../ui/ProblemNote";
import { Entry } from "./Entry";

export function LogIn() {
  const { to } = useSearch({ from: "/login" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({ initialValues: { email: "", password: "", code: "" } });
  const logIn = useMutation({
    mutationFn: ({ email, password, code }: typeof form.values) =>
      anyone().call("login", { body: { email, password, ...(code ? { code } : {}) } }),
    onError: (error) => {
      if (problemOf(error).code === "second_factor_required") setAsksCode(true);
      form.setErrors(problemOf(error).fields);
    },
    onSuccess: (answer) => {
      queries.clear();
      const now = enter(answer);
      const role = now?.businesses[0]?.role ?? "cashier";
      void navigate({ to: to ?? (mayRole(role, "today") ? "/" : "/sell"), replace: true });
    },
  });
  const firstAsk = problemOf(logIn.error).code === "second_factor_required" && form.values.code === "";
  return (
    <Entry title={tLogIn.title}>
      {session.ended() ? <Text c="dimmed">{session.ended()}</Text> : null}
      <form onSubmit={form.onSubmit((values) => logIn.mutate(values))}>
        <Stack>
          <TextInput
            label={tLogIn.email}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={tLogIn.password}
            autoComplete="current-password"
            required
            {...form.getInputProps("password")}
          />
          {asksCode ? (
            <TextInput
              label={tLogIn.code}
              description={tLogIn.codeHint}
              autoComplete="one-time-code"
              inputMode="numeric"
              data-autofocus
              {...form.getInputProps("code")}
            />
          ) : null}
          {logIn.isError && !firstAsk ? <ProblemNote error={logIn.error} /> : null}
          <Button type="submit" loading={logIn.isPending} fullWidth>
            {tLogIn.go}
          </Button>
        </Stack>
      </form>
      <TextLink to="/password/reset" size="sm">
        {tLogIn.forgot}
      </TextLink>
      <TextLink to="/register" size="sm">
        {tLogIn.noAccount}
      </TextLink>
    </Entry>
  );
}
