import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Answer } from "shop-client";
import { enter } from "../../api/accounts";
import { problemOf } from "../../api/problem";
import { anyone } from "../../api/shop";
import { t } from "../../text";
import { tLogIn } from "../../text/logIn";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import { Entry } from "./Entry";

type Offer = Answer<"lookAtInvitation">;

export function Accept() {
  const { secret = "" } = useSearch({ from: "/invitations/accept" });
  const offer = useQuery({
    queryKey: ["invitation", secret],
    queryFn: () => anyone().call("lookAtInvitation", { body: { secret } }),
  });
  return (
    <Entry title={tLogIn.invitation}>
      <StateOf query={offer}>
        {(found) => (
          <>
            <Text>{tLogIn.invited(found.invited_by, found.business, t.role[found.role])}</Text>
            <Join secret={secret} offer={found} />
          </>
        )}
      </StateOf>
    </Entry>
  );
}

function Join({ secret, offer }: { secret: string; offer: Offer }) {
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: "", password: "", code: "" } });
  const join = useMutation({
    mutationFn: ({ name, password, code }: typeof form.values) =>
      anyone().call("acceptInvitation", {
        body: { secret, password, ...(name ? { name } : {}), ...(code ? { code } : {}) },
      }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: (answer) => {
      enter(answer);
      void navigate({ to: "/" });
    },
  });
  const asksCode = problemOf(join.error).code === "second_factor_required";
  return (
    <form onSubmit={form.onSubmit((values) => join.mutate(values))}>
      <Stack>
        <TextInput label={tLogIn.email} value={offer.email} readOnly autoComplete="username" />
        {offer.has_account ? null : (
          <TextInput label={tLogIn.yourName} autoComplete="name" required {...form.getInputProps("name")} />
        )}
        <PasswordInput
          label={tLogIn.password}
          autoComplete={offer.has_account ? "current-password" : "new-password"}
          required
          {...form.getInputProps("password")}
        />
        {asksCode ? (
          <TextInput label={tLogIn.code} autoComplete="one-time-code" {...form.getInputProps("code")} />
        ) : null}
        {join.isError && !asksCode ? <ProblemNote error={join.error} /> : null}
        <Button type="submit" loading={join.isPending}>
          {tLogIn.join}
        </Button>
      </Stack>
    </form>
  );
}
