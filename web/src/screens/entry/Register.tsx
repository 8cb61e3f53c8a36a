import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { enter } from "../../api/accounts";
import { problemOf } from "../../api/problem";
import { anyone } from "../../api/shop";
import { tLogIn } from "../../text/logIn";
import { TextLink } from "../../ui/links";
import { ProblemNote } from "../../ui/ProblemNote";
import { Entry } from "./Entry";

export function Register() {
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: "", business_name: "", phone: "", email: "", password: "" } });
  const register = useMutation({
    mutationFn: (values: typeof form.values) => anyone().call("register", { body: values }),
    onError: (error) => form.setErrors(problemOf(error).fields),
    onSuccess: (answer) => {
      enter(answer);
      void navigate({ to: "/" });
    },
  });
  return (
    <Entry title={tLogIn.register}>
      <form onSubmit={form.onSubmit((values) => register.mutate(values))}>
        <Stack>
          <TextInput label={tLogIn.businessName} required {...form.getInputProps("business_name")} />
          <TextInput label={tLogIn.yourName} autoComplete="name" required {...form.getInputProps("name")} />
          <TextInput label={tLogIn.phone} type="tel" autoComplete="tel" {...form.getInputProps("phone")} />
          <TextInput
            label={tLogIn.email}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={tLogIn.password}
            autoComplete="new-password"
            required
            {...form.getInputProps("password")}
          />
          {register.isError ? <ProblemNote error={register.error} /> : null}
          <Button type="submit" loading={register.isPending}>
            {tLogIn.registerGo}
          </Button>
        </Stack>
      </form>
      <TextLink to="/login" size="sm">
        {tLogIn.hasAccount}
      </TextLink>
    </Entry>
  );
}
