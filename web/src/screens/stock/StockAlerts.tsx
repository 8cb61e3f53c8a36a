import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { stockAlerts } from "../../api/stock";
import { useStorefront } from "../../app/session";
import { tStock } from "../../text/stock";
import { money, units } from "../../ui/format";
import { Line } from "../../ui/Line";
import { Section } from "../../ui/Page";
import { ShowMore } from "../../ui/ShowMore";
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
            <Line
              name={`${alert.product_name} · ${words.kind[alert.kind]}`}
              about={`${units(alert.units, alert.unit)} · ${alert.storefront_name}`}
              figure={money(alert.value, { whole: true })}
            />
          </Link>
        ))}
      </div>
      {found.length > FIRST && !all ? <ShowMore onClick={() => setAll(true)} /> : null}
    </Section>
  );
}
