import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import {
  type Delivery,
  deliveries,
  type SendBack as Request,
  type SentBack,
  sendBack,
  sentBack,
} from "../../api/suppliers";
import { useKey } from "../../api/useKey";
import { t } from "../../text";
import { tSuppliers } from "../../text/suppliers";
import { day, money } from "../../ui/format";
import { ProblemNote } from "../../ui/ProblemNote";
import { Bars, StateOf } from "../../ui/StateOf";
import { goodsOf } from "./goods";
import { OfDelivery, OfStock } from "./WhatGoes";

const words = tSuppliers.back;

interface Props {
  supplierId: string;
  onDone: (made: SentBack | null) => void;
}

/** Goods that go back: of a delivery, at what they cost there, or of what is in stock. */
export default function SendBack({ supplierId, onDone }: Props) {
  return (
    <StateOf query={useQuery(deliveries(supplierId))} skeleton={<Bars lines={4} height={40} />}>
      {(came) => <Form came={came} supplierId={supplierId} onDone={onDone} />}
    </StateOf>
  );
}

const nameOf = ({ received_at, lines, goods_value }: Delivery): string =>
  words.delivery(day(received_at.slice(0, 10)), lines.length, money(goods_value, { whole: true }));

export type What = Pick<Request, "lines" | "storefront_id">;

function Form({ came, supplierId, onDone }: Props & { came: readonly Delivery[] }) {
  const [receipt, setReceipt] = useState(came[0]?.id ?? "");
  const [what, setWhat] = useState<What>({ lines: [], storefront_id: "" });
  const [reason, setReason] = useState("");
  const [isCredited, setCredited] = useState(true);
  const earlier = useQuery(sentBack(supplierId)).data ?? [];
  const queries = useQueryClient();
  const keys = useKey();
  const send = useMutation({
    mutationFn: (confirmed: boolean) => {
      const request: Request = {
        supplier_id: supplierId,
        ...what,
        reason,
        is_credited: isCredited,
        ...(receipt === "" ? {} : { receipt_id: receipt }),
        ...(confirmed ? { confirmed } : {}),
      };
      return sendBack(request, keys.of(request));
    },
    onSuccess: (made) => {
      keys.spent();
      for (const key of ["suppliers", "stock", "goods", "reports"]) void queries.invalidateQueries({ queryKey: [key] });
      onDone(made);
    },
  });
  const delivery = came.find(({ id }) => id === receipt);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(false);
      }}
    >
      <Stack>
        <NativeSelect
          label={words.from}
          size="md"
          maw={420}
          data={[...came.map((each) => ({ value: each.id, label: nameOf(each) })), { value: "", label: words.other }]}
          value={receipt}
          onChange={({ currentTarget: { value } }) => {
            setReceipt(value);
            setWhat({ lines: [], storefront_id: "" });
          }}
        />
        {delivery ? (
          <OfDelivery
            key={receipt}
            goods={goodsOf(delivery, earlier)}
            onChange={(lines) => setWhat({ lines, storefront_id: delivery.storefront_id })}
          />
        ) : (
          <OfStock onChange={setWhat} />
        )}
        <TextInput
          label={words.reason}
          placeholder={words.reasonExample}
          required
          maw={420}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Checkbox
          label={words.credited}
          checked={isCredited}
          onChange={({ currentTarget: { checked } }) => setCredited(checked)}
        />
        {send.isError ? <ProblemNote error={send.error} /> : null}
        <Group>
          <Button type="submit" disabled={what.lines.length === 0} loading={send.isPending}>
            {words.go}
          </Button>
          <Button variant="default" onClick={() => onDone(null)}>
            {t.app.cancel}
          </Button>
          {problemOf(send.error).code === "confirmation_required" ? (
            <Button variant="default" onClick={() => send.mutate(true)}>
              {t.before.confirm}
            </Button>
          ) : null}
        </Group>
        {what.lines.length === 0 ? (
          <Text size="sm" c="dimmed">
            {words.nothing}
          </Text>
        ) : null}
      </Stack>
    </form>
  );
}
