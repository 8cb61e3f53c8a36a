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
export type AddonState = Of<"getAddon">;
export type AiSettings = Of<"getAiSettings">;
export type AiSettingsChange = NonNullable<Input<"updateAiSettings">["body"]>;
export type Customer = Of<"getCustomer">;
export type CustomerFilters = NonNullable<Input<"listCustomers">["query"]>;
export type PromiseFilters = NonNullable<Input<"listPromises">["query"]>;
export type SaleFilters = NonNullable<Input<"listSales">["query"]>;
export type Ageing = Of<"reportFinancialArAging">;
export type CustomerPromise = Listed<Of<"listPromises">>;
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

export interface Visualization {
  type: "table" | "bar" | "line" | "pie" | "number" | "waterfall";
  title: string;
  data: unknown;
}

export interface Choice {
  id: string;
  question: string;
  plan: string;
}

export interface Answer extends Charged {
  answer: string;
  verdict: string;
  query_type: string;
  plan: string;
  data: { metrics: { key: string; title: string; definition: string }[]; rows: Row[] } | null;
  data_sources: string[];
  assumptions: string[];
  follow_up_questions: string[];
  visualizations: Visualization[];
  choices?: Choice[];
  conversation_id: string;
}

// --- Money

export interface PriorityCustomer {
  rank: number;
  urgency: "CRITICAL" | "HIGH" | "MEDIUM" | "LOW";
  customer: { id: string; name: string; overdue_amount: string; outstanding_balance: string; days_overdue: number };
  ai_insights: {
    collection_likelihood: string;
    recommended_approach: string;
    contact_today: boolean;
    reasoning: string;
    talking_points: string[];
  };
  next_steps: string[];
}

export interface Priority extends Charged {
  summary: {
    total_overdue_customers: number;
    total_overdue_amount: string;
    prioritized_count: number;
    potential_recovery_30_days: string;
  };
  priority_list: PriorityCustomer[];
}

export interface Reminder extends Charged {
  notices: string[];
  total_overdue: string;
  message: { subject: string; body: string; sms_version: string; whatsapp_version: string };
  sms_segments: number;
  whatsapp_link: string | null;
}

export interface Prediction extends Charged {
  predictions: {
    invoice_id: string;
    amount: string;
    due_date: string;
    days_overdue: number;
    predicted_payment_date: string | null;
    interval: [string, string] | null;
    prediction_reasoning: string;
    recommended_action: string;
  }[];
}

export interface Assessment extends Charged {
  risk_score: number;
  risk_level: string;
  grade: string;
  recommendation: { action: string; suggested_limit: number; suggested_terms_days: number };
  analysis: { positive_factors: string[]; risk_factors: string[] };
  conditions: string[];
  explanation: string;
  scorecard: { factor: string; value: string; points: number; max_points: number }[];
}

// --- Selling

export type MoneyMethod = "cash" | "mobile_money" | "card" | "bank";
export type Network = "mtn" | "telecel" | "at";

export interface SaleRequest {
  storefront_id: string;
  customer_id?: string;
  lines: { product_id: string; quantity: string; discount?: string }[];
  payments: { method: MoneyMethod | "on_account"; amount: string; network?: Network; reference?: string }[];
  discount?: string;
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

export interface Forecast extends Charged {
  forecast: {
    next_30_days?: { predicted_units: number; low: number; high: number };
    predicted_stockout_date: string | null;
    stockout_interval: [string, string] | null;
  };
  daily: { date: string; expected: number; low: number; high: number }[];
  recommendations?: { reasoning: string } | null;
  accuracy?: { days: number; missed_percent: number } | null;
  message: string;
}
