/**
 * A small app in a terminal, written with docs/frontend.md alone: log in, ask with a stream and a chart, buy credits, see
 * whom to ask for money. No `any`, no cast.
 */
import { type Answer, Client, isApiError, NetworkError, type Visualization } from "shop-client";

export type Show = (line: string) => void;

/** A client for the person's first business; throws what `explained` puts into words. */
export async function logIn(baseUrl: string, email: string, password: string, onLoggedOut?: () => void): Promise<Client> {
  const stranger = new Client({ baseUrl });
  const { token, businesses } = await stranger.call("login", { body: { email, password } });
  return stranger.with({ token, businessId: businesses[0]?.id ?? null, ...(onLoggedOut && { onLoggedOut }) });
}

/** What the first screen shows: what may be done, what is left, and questions to begin with. */
export async function home(shop: Client): Promise<{ credits: number; questions: string[]; mayBuy: boolean }> {
  const [{ available }, { questions }, { can }] = await Promise.all([
    shop.call("getBalance"),
    shop.call("getStarters"),
    shop.call("getCapabilities"),
  ]);
  return { credits: available, questions, mayBuy: can.includes("purchaseCredits") };
}

/** Shows the sentences as they come and the charts after them; answers with the whole answer. */
export async function ask(shop: Client, query: string, show: Show): Promise<Answer<"askQuestion">> {
  for await (const each of shop.stream("streamQuestion", { body: { query } })) {
    switch (each.event) {
      case "sentence":
        show(each.data.text);
        break;
      case "error":
        throw new Error(each.data.message);
      case "done":
        for (const picture of each.data.visualizations) chart(picture).forEach(show);
        return each.data;
    }
  }
  throw new Error("The answer broke off. Nothing was charged.");
}

/** A chart in lines of text. */
export function chart(picture: Visualization): string[] {
  switch (picture.type) {
    case "number":
      return [`${picture.title}: ${picture.data.text}`];
    case "bar":
    case "line":
    case "pie":
      return [picture.title, ...bars(picture.data.map(({ label, value }) => ({ label, value: value ?? 0 })))];
    case "waterfall":
      return [picture.title, ...bars(picture.data)];
    case "table": {
      const heads = picture.columns.map(({ title, unit }) => (unit ? `${title} (${unit})` : title));
      const rows = picture.data.map((row) => picture.columns.map(({ key }) => row[key] ?? "-").join(" | "));
      return [picture.title, heads.join(" | "), ...rows];
    }
  }
}

function bars(points: { label: string; value: number }[]): string[] {
  const longest = Math.max(1, ...points.map(({ value }) => Math.abs(value)));
  return points.map(({ label, value }) => `${label} ${"#".repeat(Math.round((Math.abs(value) / longest) * 30))} ${value}`);
}

/** Opens a purchase: where to pay, how much, and the reference to ask after. */
export async function buy(shop: Client, key?: string) {
  const { authorization_url, reference, invoice } = await shop.call(
    "purchaseCredits",
    { body: { package: "value", payment_method: "mobile_money" } },
    { ...(key && { key }) },
  );
  return { payAt: authorization_url, reference, price: `${invoice.total_amount.toFixed(2)} ${invoice.currency}` };
}

/** What became of a purchase, in words. */
export async function paid(shop: Client, reference: string): Promise<string> {
  const { status, credits_added, new_balance, message } = await shop.call("verifyPurchase", { query: { reference } });
  return status === "completed" ? `${credits_added} credits were added; you have ${new_balance}.` : message;
}

/** Whom to ask for money today, the most urgent first. */
export async function collect(shop: Client): Promise<string[]> {
  const { priority_list, message } = await shop.call("getCollectionPriority", { query: { overdue_only: true } });
  const lines = priority_list.map(
    ({ rank, urgency, customer }) => `${rank}. ${customer.name} owes GHS ${customer.overdue_amount} (${urgency})`,
  );
  return lines.length > 0 ? lines : [message];
}

/** A problem as a sentence for the person in front of the screen. */
export function explained(problem: unknown): string {
  if (isApiError(problem, "insufficient_credits")) return `${problem.message} Buy some more.`;
  if (isApiError(problem, "validation_error")) return Object.values(problem.fieldMessages)[0] ?? problem.message;
  if (isApiError(problem)) return problem.message;
  if (problem instanceof NetworkError) return "The shop could not be reached. Try again.";
  throw problem;
}
