/** The shapes of what the API answers, as far as the screens use them. */
import type { Business } from "../app/session";

export interface Page<Row> {
  count: number;
  next: string | null;
  previous: string | null;
  results: Row[];
}

export interface LogIn {
  token: string;
  user: { id: string; email: string; email_verified: boolean; name: string };
  businesses: Business[];
}

export interface Storefront {
  id: string;
  name: string;
  address: string;
  phone: string;
  is_active: boolean;
}

export interface Availability {
  feature: string;
  feature_name: string;
  available: boolean;
  reason: string | null;
  required: number;
  current_balance: number;
  shortfall: number;
}

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

export interface Lot {
  source: "purchase" | "bonus" | "grant" | "trial" | "addon" | "rollover";
  remaining: number;
  expires_at: string | null;
}

export interface Balance {
  balance: number;
  held: number;
  available: number;
  low_balance: boolean;
  lots: Lot[];
  has_monthly_addon: boolean;
}

export interface Pack {
  type: string;
  name: string;
  price: number;
  credits: number;
  bonus_credits: number;
  total_credits: number;
  savings: string;
  recommended: boolean;
}

export interface Pricing {
  credit_packs: Pack[];
  custom_amount: { minimum: number; maximum: number; credits_per_cedi: number };
  monthly_addon: { available: boolean; price: number; credits: number; rollover: number; description: string };
}

export interface Quote {
  authorization_url: string;
  reference: string;
  credits_to_add: number;
  invoice: {
    base_amount: number;
    taxes: { name: string; rate: number; amount: number }[];
    total_tax: number;
    total_amount: number;
    currency: string;
  };
}

export type PaymentMethod = "mobile_money" | "card";

export interface Purchase {
  id: string;
  payment_reference: string;
  package: string;
  amount_paid: number;
  credits_purchased: number;
  bonus_credits: number;
  payment_status: "pending" | "completed" | "failed" | "refunded";
  authorization_url: string;
  created_at: string;
}

export interface Verified {
  success: boolean;
  status: "pending" | "completed" | "failed" | "refunded";
  credits_added: number;
  new_balance: number;
  message: string;
}

export interface Usage {
  period_days: number;
  total_credits_used: number;
  total_requests: number;
  feature_breakdown: { feature: string; name: string; count: number; credits: number }[];
  daily: { date: string; requests: number; credits: number }[];
}

export interface CreditAlert {
  id: string;
  alert_type: "low_balance" | "depleted" | "expiring" | "expired" | "cost";
  current_balance: number;
  threshold: number;
  created_at: string;
}

export interface AddonState {
  has_monthly_addon: boolean;
  rollover: number;
  addon: {
    status: "waiting" | "active" | "lapsed" | "cancelled";
    price: number;
    credits: number;
    next_renewal: string | null;
    end_date: string | null;
    cancel_at_period_end: boolean;
  } | null;
}

export interface AiSettings {
  consent: boolean;
  consent_by: string | null;
  consent_at: string | null;
  consent_text: { version: string; text: string };
  ai_enabled: boolean;
  low_balance_threshold: number;
  notification_channels: { email: boolean; sms: boolean; email_to: string; phone: string };
  trial: "none" | "after_consent" | "after_email_is_confirmed" | "granted" | "email_had_one_before";
}

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

export interface Customer {
  id: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  language: "en" | "tw";
  price_tier: "retail" | "wholesale";
  credit_limit: string | null;
  terms_days: number;
  credit_hold: boolean;
  credit_hold_reason: string;
  reminders_allowed: boolean;
  outstanding: string;
  overdue: string;
  oldest_due: string | null;
  credit: string;
  balance: string;
  available_credit: string | null;
}

export interface Ageing {
  summary: {
    total_outstanding: string;
    overdue_amount: string;
    overdue_percentage: number;
    buckets: Record<"current" | "days_1_30" | "days_31_60" | "days_61_90" | "days_over_90", string>;
    customers: number;
    overdue_invoices: number;
    disputed_amount: string;
  };
  results: { customer_id: string; customer_name: string; overdue: string; days_overdue: number; total: string }[];
}

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

export interface CustomerPromise {
  id: string;
  customer_id: string;
  customer_name: string | null;
  amount: string;
  received: string;
  promised_on: string;
  due_on: string;
  status: "open" | "kept" | "broken" | "cancelled";
  note: string;
}

export interface CollectionNote {
  id: string;
  channel: "call" | "sms" | "whatsapp" | "email" | "visit";
  outcome: "reached" | "not_reached" | "promised" | "disputed" | "refused";
  text: string;
  by_name: string | null;
  at: string;
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

export interface RiskAlert {
  id: string;
  severity: "HIGH" | "MEDIUM";
  customer: { id: string; name: string };
  detected_at: string;
}

// --- Selling

export type MoneyMethod = "cash" | "mobile_money" | "card" | "bank";
export type Network = "mtn" | "telecel" | "at";

export interface Sale {
  id: string;
  number: string;
  kind: "sale" | "return";
  status: "paid" | "open" | "overdue";
  sold_at: string;
  storefront_name: string | null;
  customer_id: string | null;
  customer_name: string | null;
  total: string;
  paid: string;
  open_amount: string;
  due_date: string | null;
  disputed_at: string | null;
}

export interface SoldSale extends Sale {
  change: string;
}

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

export interface Product {
  id: string;
  sku: string;
  name: string;
  category_name: string | null;
  supplier_name: string | null;
  barcode: string;
  unit: string;
  cost: string | null;
  retail_price: string;
  wholesale_price: string | null;
  reorder_level: string;
  description: string;
  tracks_stock: boolean;
  stock: string;
  stock_by_storefront: { storefront_id: string; storefront_name: string; quantity: string }[];
  low_stock: boolean;
}

export interface StockReport {
  summary: {
    stock: string;
    stock_value: string;
    products: number;
    out_of_stock: number;
    to_reorder: number;
  };
  results: {
    product_id: string;
    product: string;
    category: string;
    on_hand: string;
    unit: string;
    reorder_level: string;
    retired: boolean;
    low_stock: boolean;
    value_at_cost: string;
    units_sold: string;
    days_of_cover: number | null;
    note: string;
  }[];
}

export interface Movement {
  id: string;
  product_name: string | null;
  storefront_name: string | null;
  kind: "purchase" | "sale" | "return" | "adjustment" | "transfer";
  quantity: string;
  balance_after: string;
  reason: string;
  at: string;
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

export interface Member {
  id: string;
  name: string;
  email: string | null;
  role: "owner" | "manager" | "cashier";
  storefront_id: string | null;
  is_active: boolean;
}

export interface Invitation {
  id: string;
  email: string;
  role: "owner" | "manager" | "cashier";
  invited_by: string;
  expires_at: string;
}

export interface Device {
  id: string;
  device: string;
  address: string;
  created_at: string;
  current: boolean;
}

export interface AuditEntry {
  id: string;
  at: string;
  action: string;
  by: { name?: string } | null;
  by_staff: boolean;
  subject: string;
}

export interface Copy {
  id: string;
  status: "waiting" | "running" | "done" | "failed";
  rows: number;
  by_name: string | null;
  created_at: string;
  is_kept: boolean;
}

export interface Plan {
  plan: string;
  status: "trial" | "active" | "lapsed";
  storefronts: number;
  monthly_price: string;
  renews_on: string;
}

export interface TwoFactor {
  enabled: boolean;
  recovery_codes_left: number;
}
