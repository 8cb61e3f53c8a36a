import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { anyone } from "../../api/shop";
import { tLogIn } from "../../text/logIn";
import { TextLink } from "../../ui/links";
import { ProblemNote } from "../../ui/ProblemNote";
import { Entry } from "./Entry";

/** Asks for a link to a new password; with the link's token, takes the new password. */
export function Password() {
  const { token } = useSearch({ from: "/password/reset" });
  return (
    <Entry title={token ? tLogIn.reset : tLogIn.forgotTitle}>
      {token ? <Choose token={token} /> : <Forgot />}
      <TextLink to="/login" size="sm">
        {tLogIn.title}
      </TextLink>
    </Entry>
  );
}

function Forgot() {
  const [email, setEmail] = useState("");
  const ask = useMutation({ mutationFn: () => anyone().call("forgotPassword", { body: { email } }) });
  if (ask.isSuccess) return <Text role="status">{tLogIn.forgotDone}</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Stack>
        <TextInput
          label={tLogIn.email}
          type="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {ask.isError ? <ProblemNote error={ask.error} /> : null}
        <Button type="submit" loading={ask.isPending}>
          {tLogIn.forgotGo}
        </Button>
      </Stack>
    </form>
  );
}

function Choose({ token }: { token: string }) {
  const [password, setPassword] = useState("");
  const reset = useMutation({
    mutationFn: () => anyone().call("resetPassword", { body: { token, new_password: password } }),
  });
  if (reset.isSuccess) return <Text role="status">{tLogIn.resetDone}</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate();
      }}
    >
      <Stack>
        <PasswordInput
          label={tLogIn.newPassword}
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {reset.isError ? <ProblemNote error={reset.error} /> : null}
        <Button type="submit" loading={reset.isPending}>
          {tLogIn.resetGo}
        </Button>
      </Stack>
    </form>
  );
}
