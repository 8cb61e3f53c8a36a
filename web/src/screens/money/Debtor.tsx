import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { customer, setOpeningBalance } from "../../api/money";
import type { Customer } from "../../api/shapes";
import { tCustomers } from "../../text/customers";
import { tMoney } from "../../text/money";
import { Columns } from "../../ui/Columns";
import { Figure } from "../../ui/Figure";
import { day, dial, money } from "../../ui/format";
import { type OpeningBalance, OwedBefore } from "../../ui/OwedBefore";
import { Page } from "../../ui/Page";
import { Bars, StateOf } from "../../ui/StateOf";
import { Assess } from "./Assess";
import { ChangeCustomer } from "./ChangeCustomer";
import { Invoices } from "./Invoices";
import { Message } from "./Message";
import { Notes } from "./Notes";
import { PayInParts } from "./PayInParts";
import { Predict } from "./Predict";
import { Promises } from "./Promises";
import { TakePayment } from "./TakePayment";

const words = tMoney.customer;

/** One customer: what they owe, and what can be done about it. */
export function Debtor() {
  const { customerId } = useParams({ from: "/shell/money/$customerId" });
  const [changing, setChanging] = useState(false);
  const query = useQuery(customer(customerId));
  return (
    <Page
      title={query.data?.name ?? tMoney.title}
      action={
        query.data ? (
          <Group>
            <Call customer={query.data} />
            {changing || query.data.erased_at ? null : (
              <Button variant="default" onClick={() => setChanging(true)}>
                {tCustomers.edit.change}
              </Button>
            )}
          </Group>
        ) : null
      }
    >
      <StateOf query={query} skeleton={<Bars lines={6} height={32} />}>
        {(found) => (
          <>
            {changing ? <ChangeCustomer customer={found} onDone={() => setChanging(false)} /> : null}
            <Standing customer={found} />
            {Number(found.overdue) > 0 ? <Message customer={found} /> : null}
            {Number(found.balance) > 0 ? <TakePayment customer={found} /> : null}
            <Invoices customerId={customerId} />
            <Promises customer={found} />
            <PayInParts customer={found} />
            {Number(found.balance) > 0 ? <Predict customerId={customerId} /> : null}
            <Assess customer={found} />
            <Notes customerId={customerId} />
            <Before customerId={customerId} />
          </>
        )}
      </StateOf>
    </Page>
  );
}

function Before({ customerId }: { customerId: string }) {
  const queries = useQueryClient();
  const save = async ({ amount, due_on }: OpeningBalance) => {
    await setOpeningBalance(customerId, { amount, ...(due_on ? { due_on } : {}) });
    await queries.invalidateQueries({ queryKey: ["money"] });
  };
  return <OwedBefore note={words.before} save={save} />;
}

const Call = ({ customer: { phone } }: { customer: Customer }) =>
  phone === "" ? (
    <Text c="dimmed">{words.noPhone}</Text>
  ) : (
    <Button component="a" href={`tel:${dial(phone)}`} variant="default">
      {words.call} {phone}
    </Button>
  );

function Standing({ customer: found }: { customer: Customer }) {
  const late = Number(found.overdue) > 0;
  return (
    <>
      <Columns phone={1} desk={3}>
        <Figure
          label={words.late}
          risk={late}
          value={money(found.overdue)}
          meaning={late && found.oldest_due ? words.since(day(found.oldest_due)) : null}
        />
        <Figure label={words.owes} value={money(found.balance)} meaning={words.terms(found.terms_days)} />
        <Figure
          label={words.limit}
          value={found.credit_limit === null ? words.noLimit : money(found.credit_limit)}
          meaning={
            found.available_credit === null
              ? null
              : Number(found.available_credit) > 0
                ? words.free(money(found.available_credit))
                : words.over
          }
        />
      </Columns>
      {found.credit_hold ? (
        <Alert color="gray">
          <Group>{found.credit_hold_reason === "" ? words.hold : words.holdReason(found.credit_hold_reason)}</Group>
        </Alert>
      ) : null}
    </>
  );
}
