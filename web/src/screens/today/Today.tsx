import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { aiSettings, balance } from "../../api/credits";
import { ageing, promises, risks } from "../../api/money";
import { report, spanOf } from "../../api/reports";
import { productsToOrder, reorderPlan } from "../../api/stock";
import { useRole, useSession, useStorefront } from "../../app/session";
import { tToday } from "../../text/today";
import { Figure } from "../../ui/Figure";
import { dayFromNow, money } from "../../ui/format";
import { ButtonLink } from "../../ui/links";
import { Page } from "../../ui/Page";
import { Bars } from "../../ui/StateOf";
import { type Card, cardsOf } from "./cards";
import classes from "./today.module.css";

/** What needs doing, then how the shop is doing. */
export function Today() {
  const now = useSession();
  return (
    <Page
      title={tToday.greeting(now?.name.split(" ")[0] ?? "")}
      action={
        <ButtonLink to="/ask" variant="default" size="sm" visibleFrom="sm">
          {tToday.ask}
        </ButtonLink>
      }
    >
      <Cards />
      <Figures />
    </Page>
  );
}

function Cards() {
  const role = useRole();
  const storefront = useStorefront();
  const debts = useQuery(ageing(storefront));
  const broken = useQuery(promises({ status: "broken", page_size: 100 }));
  const plan = useQuery(reorderPlan(storefront));
  const worse = useQuery(risks());
  const left = useQuery(balance());
  const settings = useQuery(aiSettings());
  const asked = [debts, broken, plan, worse, left, settings];
  if (asked.some(({ isPending }) => isPending)) return <Bars lines={3} height={72} />;
  const recent = (broken.data?.results ?? []).filter(({ due_on }) => due_on >= dayFromNow(-14));
  const cards = cardsOf({
    role,
    ageing: debts.data,
    broken: recent,
    stock: plan.data && { toOrder: productsToOrder(plan.data), soldOut: plan.data.summary.out_of_stock },
    risks: worse.data?.results,
    balance: left.data,
    settings: settings.data,
  });
  if (cards.length === 0)
    return (
      <div className={classes.card}>
        <Text fw={600}>{tToday.calm}</Text>
        <Text c="dimmed">{tToday.calmNote}</Text>
      </div>
    );
  return (
    <Stack gap="sm">
      {cards.map((card) => (
        <CardView key={card.key} card={card} />
      ))}
    </Stack>
  );
}

function CardView({ card: { title, why, action, to, id, risk } }: { card: Card }) {
  const params =
    to === "/money/$customerId" ? { customerId: id ?? "" } : to === "/settings/$part" ? { part: id ?? "" } : {};
  return (
    <Link to={to} params={params} className={classes.card}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fz="lg" fw={650} {...(risk ? { c: "var(--risk)" } : {})}>
            {title}
          </Text>
          <Text c="dimmed">{why}</Text>
        </div>
        <Text className={classes.action} fw={600}>
          {action} →
        </Text>
      </Group>
    </Link>
  );
}

function Figures() {
  const storefront = useStorefront();
  const [today, yesterday] = [dayFromNow(0), dayFromNow(-1)];
  const sold = useQuery(report("sales/summary", { from: today, to: today }, storefront));
  const before = useQuery(report("sales/summary", { from: yesterday, to: yesterday }, storefront));
  const month = useQuery(report("financial/revenue-profit", spanOf("this_month"), storefront));
  const amount = (value: unknown): string => money(typeof value === "string" ? value : null, { whole: true });
  if (sold.isError || month.isError) return null;
  if (!sold.data || !month.data) return <Bars lines={2} height={32} />;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }}>
      <Figure
        label={tToday.sales}
        value={amount(sold.data.summary.revenue)}
        meaning={before.data ? tToday.yesterday(amount(before.data.summary.revenue)) : null}
      />
      <Figure label={tToday.month} value={amount(month.data.summary.revenue)} />
      <Figure label={tToday.profit} value={amount(month.data.summary.profit)} />
    </SimpleGrid>
  );
}
