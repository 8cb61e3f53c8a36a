/** A small app: log in, ask with a stream and a picture, buy credits, see whom to ask for money. No `any`, no cast. */
import { Client, isApiError, type Visualization } from "../src/index.ts";

export async function logIn(baseUrl: string, email: string, password: string): Promise<Client> {
  const { token, businesses } = await new Client({ baseUrl }).call("login", { body: { email, password } });
  return new Client({ baseUrl, token, businessId: businesses[0]?.id ?? null });
}

export interface Told {
  text: string;
  pictures: string[];
  credits: number;
}

export async function ask(shop: Client, query: string, show: (sentence: string) => void): Promise<Told> {
  const told: Told = { text: "", pictures: [], credits: 0 };
  for await (const each of shop.stream("streamQuestion", { body: { query } })) {
    if (each.event === "sentence") show(each.data.text);
    if (each.event === "error") throw new Error(each.data.message);
    if (each.event === "done") {
      const { answer, visualizations, credits_used } = each.data;
      return { text: answer, pictures: visualizations.map(drawn), credits: credits_used };
    }
  }
  return told;
}

/** A picture as text: the compiler knows the data of each type. */
function drawn(picture: Visualization): string {
  switch (picture.type) {
    case "number":
      return `${picture.title}: ${picture.data.text}`;
    case "table":
      return [picture.columns.map((column) => column.title).join(" | "), ...picture.data.map((row) =>
        picture.columns.map((column) => row[column.key] ?? "").join(" | "))].join("\n");
    case "waterfall":
      return picture.data.map((step) => `${step.label} ${step.kind === "step" ? "by" : "is"} ${step.value}`).join("\n");
    default:
      return picture.data.map((point) => `${point.label} ${point.value ?? "-"} ${picture.unit}`).join("\n");
  }
}

/** The page to pay at, or why there is none, in words that can be shown. */
export async function buy(shop: Client): Promise<string> {
  try {
    const opened = await shop.call("purchaseCredits", { body: { package: "value", payment_method: "mobile_money" } });
    return `Pay ${opened.invoice.total_amount} ${opened.invoice.currency} at ${opened.authorization_url}`;
  } catch (problem) {
    if (isApiError(problem, "payment_provider_error", "validation_error")) return problem.message;
    throw problem;
  }
}

export async function collect(shop: Client): Promise<string[]> {
  const { priority_list, message } = await shop.call("getCollectionPriority", { query: { overdue_only: true } });
  if (priority_list.length === 0) return [message];
  return priority_list.map(({ rank, customer }) => `${rank}. ${customer.name} owes GHS ${customer.overdue_amount}`);
}
