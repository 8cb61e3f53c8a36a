import { Select, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { customers } from "../../api/money";
import type { Customer } from "../../api/shapes";
import { tSell } from "../../text/sell";
import { money } from "../../ui/format";

interface Props {
  chosen: Customer | null;
  required: boolean;
  onChoose: (customer: Customer | null) => void;
}

/** Who buys: needed on account, else as they like. */
export function CustomerChoice({ chosen, required, onChoose }: Props) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery({
    ...customers({ search: search === chosen?.name ? "" : search, page_size: 20, ordering: "name" }),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.results ?? [];
  const all = chosen && !rows.some(({ id }) => id === chosen.id) ? [chosen, ...rows] : rows;
  return (
    <div>
      <Select
        label={tSell.customer}
        placeholder={tSell.customerFind}
        searchable
        clearable
        required={required}
        maw={360}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options }) => options}
        nothingFoundMessage={tSell.customerNone}
        value={chosen?.id ?? null}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(id) => onChoose(all.find((each) => each.id === id) ?? null)}
        {...(required && !chosen ? { description: tSell.needsCustomer } : {})}
      />
      {chosen && required ? (
        <Text size="sm" c="dimmed" mt={4} role="status">
          {chosen.credit_hold
            ? tSell.hold
            : chosen.available_credit === null
              ? tSell.noLimit
              : tSell.headroom(money(chosen.available_credit))}
        </Text>
      ) : null}
    </div>
  );
}
