import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { post } from "../../api/http";
import { t } from "../../text";
import { StateOf } from "../../ui/StateOf";
import { Entry } from "./Entry";

/** Where the link in the email leads: it confirms the email at once. */
export function Verify() {
  const { token } = useSearch({ from: "/email/verify" });
  const confirmed = useQuery({
    queryKey: ["verify", token],
    queryFn: () => post<{ email: string }>("/accounts/api/email/verify/", { token: token ?? "" }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Entry title={t.logIn.verify}>
      <StateOf query={confirmed} skeleton={<Text>{t.logIn.verifying}</Text>}>
        {({ email }) => <Text>{t.logIn.verified(email)}</Text>}
      </StateOf>
      <Anchor component={Link} to="/">
        {t.app.home}
      </Anchor>
    </Entry>
  );
}
