import { useQuery } from "@tanstack/react-query";
import { brief } from "../../api/brief";
import { report, spanOf } from "../../api/reports";
import { useSession, useStorefront } from "../../app/session";
import { tToday } from "../../text/today";
import { Below } from "../../ui/Below";
import { Columns } from "../../ui/Columns";
import { Figure } from "../../ui/Figure";
import { dayFromNow, money } from "../../ui/format";
import { ButtonLink } from "../../ui/links";
import { Page } from "../../ui/Page";
import { Bars } from "../../ui/StateOf";
import { Assistant } from "./Assistant";
import { Cards } from "./Cards";
import { Proposals } from "./Proposals";

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
      <Proposals />
      <Cards />
      <Below ready={!useQuery(brief()).isPending}>
        <Assistant />
        <Figures />
      </Below>
    </Page>
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
    <Columns phone={2} desk={3}>
      <Figure
        label={tToday.sales}
        value={amount(sold.data.summary.revenue)}
        meaning={before.data ? tToday.yesterday(amount(before.data.summary.revenue)) : null}
      />
      <Figure label={tToday.month} value={amount(month.data.summary.revenue)} />
      <Figure label={tToday.profit} value={amount(month.data.summary.profit)} />
    </Columns>
  );
}
