import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { storefronts } from "../../api/accounts";
import { useStorefront } from "../../app/session";
import { tSell } from "../../text/sell";

interface Props {
  value: string;
  onChange: (id: string) => void;
}

/** Where this till stands. Nothing to choose where there is one, or where the frame's switch has chosen. */
export function StorefrontChoice({ value, onChange }: Props) {
  const shops = useQuery(storefronts()).data?.results ?? [];
  const chosen = useStorefront();
  const [first] = shops;
  const known = shops.some(({ id }) => id === value);
  useEffect(() => {
    if (first && !known && !chosen) onChange(first.id);
  }, [first, known, chosen, onChange]);
  if (chosen || shops.length < 2) return null;
  return (
    <NativeSelect
      aria-label={tSell.at}
      w={200}
      data={shops.map(({ id, name }) => ({ value: id, label: name }))}
      value={known ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
