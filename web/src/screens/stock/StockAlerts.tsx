import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { stockAlerts } from "../../api/stock";
import { useStorefront } from "../../app/session";
import { t } from "../../text";
import { tStock } from "../../text/stock";
import { count, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import classes from "../../ui/ui.module.css";

const words = tStock.alerts;
const FIRST = 5;

/** Goods in trouble, each until the trouble is over; nothing where there is none. */
export function StockAlerts() {
  const found = useQuery(stockAlerts(useStorefront())).data ?? [];
  const [all, setAll] = useState(false);
  if (found.length === 0) return null;
  return (
    <Section title={words.title}>
      <div>
        {found.slice(0, all ? undefined : FIRST).map((alert) => (
          <Link key={alert.id} to="/stock/$productId" params={{ productId: alert.product_id }} className={classes.row}>
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text>
                  {alert.product_name} · {words.kind[alert.kind]}
                </Text>
                <Text size="sm" c="dimmed">
                  {words.line(count(alert.units), alert.unit, alert.storefront_name)}
                </Text>
              </div>
              <Text miw="max-content">{money(alert.value, { whole: true })}</Text>
            </Group>
          </Link>
        ))}
      </div>
      {found.length > FIRST && !all ? (
        <Group>
          <Button size="sm" variant="default" onClick={() => setAll(true)}>
            {t.app.more}
          </Button>
        </Group>
      ) : null}
    </Section>
  );
}
