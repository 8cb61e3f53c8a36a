import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { type SentBack as Return, sentBack } from "../../api/suppliers";
import { tSuppliers } from "../../text/suppliers";
import { count, day, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "../../ui/ui.module.css";

const words = tSuppliers.back;

const SendBack = lazy(() => import("./SendBack"));

/** What went back to a supplier, and the form for more. */
export function SentBack({ supplierId }: { supplierId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<Return | null>(null);
  return (
    <Section
      title={words.title}
      action={
        isOpen ? null : (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setOpen(true);
              setDone(null);
            }}
          >
            {words.start}
          </Button>
        )
      }
    >
      {isOpen ? (
        <Suspense fallback={<Bars />}>
          <SendBack
            supplierId={supplierId}
            onDone={(made) => {
              setOpen(false);
              setDone(made);
            }}
          />
        </Suspense>
      ) : null}
      {done ? <Text role="status">{words.done(money(done.value))}</Text> : null}
      <StateOf query={useQuery(sentBack(supplierId))} empty={({ length }) => length === 0} whenEmpty={words.none}>
        {(found) => (
          <div>
            {found.map((each) => (
              <Row key={each.id} sent={each} />
            ))}
          </div>
        )}
      </StateOf>
    </Section>
  );
}

const Row = ({ sent: { lines, reason, returned_at, value, credit_id, by_name } }: { sent: Return }) => (
  <div className={classes.row}>
    <Text>{lines.map(({ quantity, product_name }) => words.line(count(quantity), product_name ?? "")).join(", ")}</Text>
    <Text size="sm" c="dimmed">
      {[day(returned_at.slice(0, 10)), reason, credit_id ? `${money(value)} ${words.credit}` : money(value), by_name]
        .filter((part) => part)
        .join(" · ")}
    </Text>
  </div>
);
