import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { aiSettings, balance } from "../../api/credits";
import { useMay } from "../../app/rights";
import { tToday } from "../../text/today";
import { credits } from "../../ui/format";
import { TextLink } from "../../ui/links";

/** What keeps the assistant from answering; nothing while it can. */
export function Assistant() {
  const may = useMay();
  const settings = useQuery(aiSettings()).data;
  const left = useQuery(balance()).data;
  if (settings && !settings.consent)
    return may("settings.business") ? (
      <Text>
        {tToday.consentWhy}{" "}
        <TextLink to="/settings/$part" params={{ part: "ai" }}>
          {tToday.consentDo}
        </TextLink>
      </Text>
    ) : null;
  if (!left?.low_balance) return null;
  return (
    <Text>
      {tToday.low(credits(left.available))} <TextLink to="/credits">{tToday.lowDo}</TextLink>
    </Text>
  );
}
