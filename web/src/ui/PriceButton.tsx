import { Button, type ButtonProps, Skeleton, Stack, Text } from "@mantine/core";
import { useFeature } from "../api/features";
import { t } from "../text";
import { credits } from "./format";

interface Props extends ButtonProps {
  feature: string;
  label: string;
  onClick?: () => void;
  type?: "button" | "submit";
}

/** A paid action: its price on it, or in its place the reason why it cannot be used. Switched off, it is not there. */
export function PriceButton({ feature, label, onClick, type = "button", ...rest }: Props) {
  const offer = useFeature(feature);
  if (offer === undefined) return <Skeleton height={42} maw={240} radius="md" />;
  if (!offer || offer.reason === "ai_disabled") return null;
  const refused = !offer.available;
  return (
    <Stack gap={4} align="flex-start">
      <Button type={type} {...(onClick ? { onClick } : {})} {...rest} disabled={refused || rest.disabled === true}>
        {offer.price > 0 ? `${label} · ${credits(offer.price)}` : label}
      </Button>
      {refused ? (
        <Text size="xs" c="dimmed">
          {t.price.refused(offer.reason ?? "", credits(offer.shortfall))}
        </Text>
      ) : null}
    </Stack>
  );
}

/** After a paid answer: what it cost and what is left. */
export function Charge({ used, balance, degraded, cached }: ChargeProps) {
  return (
    <Text size="sm" c="dimmed">
      {degraded ? t.price.degraded : used === 0 ? t.price.free : t.price.charged(credits(used))}
      {cached ? ` ${t.price.cached}` : ""} {t.price.left(credits(balance))}
    </Text>
  );
}

interface ChargeProps {
  used: number;
  balance: number;
  degraded: boolean;
  cached: boolean;
}
