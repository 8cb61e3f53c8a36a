/** The shapes of what the API answers, as far as the screens use them. */
import type { Input, Answer as Of } from "shop-client";

type Listed<List extends { results: unknown[] }> = List["results"][number];

export type LogIn = Of<"login">;
export type Storefront = Listed<Of<"listStorefronts">>;
export type Balance = Of<"getBalance">;
export type Pricing = Of<"getPricing">;
export type Pack = Pricing["credit_packs"][number];
export type Quote = Of<"purchaseCredits">;
export type PaymentMethod = "mobile_money" | "card";
export type Purchase = Listed<Of<"listPurchases">>;
export type Verified = Of<"verifyPurchase">;
export type Usage = Of<"getUsage">;
export type AiSettings = Of<"getAiSettings">;
export type AiSettingsChange = NonNullable<Input<"updateAiSettings">["body"]>;
export type Customer = Of<"getCustomer">;
export type CustomerFilters = NonNullable<Input<"listCustomers">["query"]>;
export type PromiseFilters = NonNullable<Input<"listPromises">["query"]>;
export type SaleFilters = NonNullable<Input<"listSales">["query"]>;
export type Ageing = Of<"reportFinancialArAging">;
export type CustomerPromise = Listed<Of<"listPromises">>;
export type PaymentPlan = Listed<Of<"listPaymentPlans">>;
export type Sale = Listed<Of<"listSales">>;
export type SoldSale = Of<"createSale">;
export type Product = Of<"getProduct">;
/** What the till keeps of a product. */
export type Good = Pick<
  Product,
  | "id"
  | "name"
  | "sku"
  | "barcode"
  | "retail_price"
  | "wholesale_price"
  | "tracks_stock"
  | "stock"
  | "stock_by_storefront"
>;
export type ReorderPlan = Of<"reportInventoryReorder">;
export type DraftOrder = ReorderPlan["orders"][number];
export type Move = ReorderPlan["transfers"][number];
export type RiskAlert = Listed<Of<"listCreditAlerts">>;
export type Member = Listed<Of<"listStaff">>;
export type Role = Member["role"];
export type AuditEntry = Listed<Of<"listAudit">>;
export type Copy = Listed<Of<"listExports">>;
export type TwoFactor = Of<"getMyTwoFactor">;

/** What every answer of an AI feature has. */
export interface Charged {
  credits_used: number;
  balance: number;
  cached: boolean;
  degraded: boolean;
  model: string;
  transaction_id: string | null;
}

// --- Credits

// --- Questions

export type Row = Record<string, unknown>;

export type Visualization = Answer["visualizations"][number];

export type Choice = NonNullable<Answer["choices"]>[number];

export type Answer = Of<"askQuestion">;

// --- Money

export type PriorityCustomer = Of<"postCollectionPriority">["priority_list"][number];

export type Priority = Of<"postCollectionPriority">;

export type Reminder = Of<"writeCollectionMessage">;

export type Prediction = Of<"predictPayment">;

export type Assessment = Of<"assessCredit">;

// --- Selling

export type MoneyMethod = "cash" | "mobile_money" | "card" | "bank";
export type Network = "mtn" | "telecel" | "at";

export interface SaleRequest {
  storefront_id: string;
  customer_id?: string;
  lines: { product_id: string; quantity: string; discount?: string }[];
  payments: { method: MoneyMethod | "on_account"; amount: string; network?: Network; reference?: string }[];
  discount?: string;
  price_tier?: Customer["price_tier"];
  sold_at?: string;
  client_id: string;
  credit_approval_reason?: string;
  confirmed?: boolean;
}

// --- Reports

export interface Report {
  summary: Row;
  results: Row[];
  period: { from: string; to: string; days: number };
  comparison?: { summary: Row; change_percent?: Record<string, number | null> };
  ai_narrative?: unknown;
  ai_error?: { error: string; message: string } | null;
}

// --- Settings

export type Forecast = Of<"forecastInventory">;
