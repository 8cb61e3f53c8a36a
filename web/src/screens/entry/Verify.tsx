import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { anyone } from "../../api/shop";
import { t } from "../../text";
import { tLogIn } from "../../text/logIn";
import { TextLink } from "../../ui/links";
import { StateOf } from "../../ui/StateOf";
import { Entry } from "./Entry";

/** Where the link in the email leads: it confirms the email at once. */
export function Verify() {
  const { token } = useSearch({ from: "/email/verify" });
  const confirmed = useQuery({
    queryKey: ["verify", token],
    queryFn: () => anyone().call("verifyEmail", { body: { token: token ?? "" } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Entry title={tLogIn.verify}>
      <StateOf query={confirmed} skeleton={<Text>{tLogIn.verifying}</Text>}>
        {({ email }) => <Text>{tLogIn.verified(email)}</Text>}
      </StateOf>
      <TextLink to="/">{t.app.home}</TextLink>
    </Entry>
  );
}
