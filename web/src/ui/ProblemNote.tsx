import { Alert, Button, Stack, Text } from "@mantine/core";
import { problemOf } from "../api/problem";
import { useMay } from "../app/rights";
import { t } from "../text";
import { credits } from "./format";
import { TextLink } from "./links";

interface Props {
  error: unknown;
  /** A paid action: say that nothing was charged. */
  paid?: boolean;
  retry?: () => void;
}

/** What happened, that nothing was charged, and what to do. */
export function ProblemNote({ error, paid = false, retry }: Props) {
  const problem = problemOf(error);
  const said = problem.code === "offline" ? t.problem.offline : problem.message || t.problem.unexpected;
  return (
    <Alert role="alert" color="gray" variant="light" title={t.problem.title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{said}</Text>
        {paid ? <Text size="sm">{t.problem.notCharged}</Text> : null}
        <WayOut code={problem.code} shortfall={problem.amount("shortfall")} />
        {retry ? (
          <Button size="xs" variant="default" onClick={retry}>
            {t.problem.retry}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

function WayOut({ code, shortfall }: { code: string; shortfall: number | null }) {
  const may = useMay();
  if (code === "insufficient_credits" && may("credits"))
    return (
      <TextLink to="/credits" size="sm">
        {t.problem.buy(credits(shortfall))}
      </TextLink>
    );
  if (code === "consent_required")
    return may("settings.business") ? (
      <TextLink to="/settings/$part" params={{ part: "ai" }} size="sm">
        {t.problem.agree}
      </TextLink>
    ) : (
      <Text size="sm">{t.problem.askOwner}</Text>
    );
  return null;
}
