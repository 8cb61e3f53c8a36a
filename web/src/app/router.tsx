import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { brief } from "../api/brief";
import { proposals } from "../api/proposals";
import { Bars } from "../ui/StateOf";
import { ErrorPage, NotFound } from "./errors";
import { type Role, roleIn } from "./kept";
import { mayRole, type Right } from "./rights";
import { session } from "./session";
import { Shell } from "./shell/Shell";

interface Context {
  queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ErrorPage,
});

const roleNow = (): Role | undefined => {
  const now = session.now();
  return now ? roleIn(now) : undefined;
};

/** Keeps out whose role does not have the place. */
const needs = (right: Right) => () => {
  const role = roleNow();
  if (role && !mayRole(role, right)) throw redirect({ to: "/sell" });
};

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const amount = (value: unknown): string | undefined =>
  (typeof value === "string" || typeof value === "number") && Number.isFinite(Number(value))
    ? String(value)
    : undefined;

const token = (search: Record<string, unknown>): { token?: string } => {
  const found = text(search.token);
  return found ? { token: found } : {};
};

// --- Before the log-in

const logIn = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search): { to?: string } => {
    const to = text(search.to);
    return to ? { to } : {};
  },
  beforeLoad: () => {
    if (session.now()) throw redirect({ to: "/" });
  },
  component: lazyRouteComponent(() => import("../screens/entry/LogIn"), "LogIn"),
});
const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: lazyRouteComponent(() => import("../screens/entry/Register"), "Register"),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: "/password/reset",
  validateSearch: token,
  component: lazyRouteComponent(() => import("../screens/entry/Password"), "Password"),
});
const verify = createRoute({
  getParentRoute: () => root,
  path: "/email/verify",
  validateSearch: token,
  component: lazyRouteComponent(() => import("../screens/entry/Verify"), "Verify"),
});
const accept = createRoute({
  getParentRoute: () => root,
  path: "/invitations/accept",
  validateSearch: (search): { secret?: string } => {
    const secret = text(search.secret);
    return secret ? { secret } : {};
  },
  component: lazyRouteComponent(() => import("../screens/entry/Accept"), "Accept"),
});

// --- After it

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!session.now()) throw redirect({ to: "/login", search: location.href === "/" ? {} : { to: location.href } });
  },
});
const today = createRoute({
  getParentRoute: () => shell,
  path: "/",
  beforeLoad: needs("today"),
  // Its figures are asked for while its script is on its way.
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(proposals());
    void queries.prefetchQuery(brief());
  },
  component: lazyRouteComponent(() => import("../screens/today/Today"), "Today"),
});
const ask = createRoute({
  getParentRoute: () => shell,
  path: "/ask",
  beforeLoad: needs("ask"),
  validateSearch: (search): { q?: string; c?: string } => {
    const [q, c] = [text(search.q), text(search.c)];
    return { ...(q ? { q } : {}), ...(c ? { c } : {}) };
  },
  component: lazyRouteComponent(() => import("../screens/ask/Ask"), "Ask"),
});
const money = createRoute({
  getParentRoute: () => shell,
  path: "/money",
  beforeLoad: needs("money"),
  component: lazyRouteComponent(() => import("../screens/money/MoneyOwed"), "MoneyOwed"),
});
const debtor = createRoute({
  getParentRoute: () => shell,
  path: "/money/$customerId",
  beforeLoad: needs("money"),
  component: lazyRouteComponent(() => import("../screens/money/Debtor"), "Debtor"),
});
const stock = createRoute({
  getParentRoute: () => shell,
  path: "/stock",
  beforeLoad: needs("stock"),
  component: lazyRouteComponent(() => import("../screens/stock/Stock"), "Stock"),
});
const product = createRoute({
  getParentRoute: () => shell,
  path: "/stock/$productId",
  beforeLoad: needs("stock"),
  // A price that was asked about, in GHS or as a change in percent.
  validateSearch: (search): { price?: string; change?: string } => {
    const [price, change] = [amount(search.price), amount(search.change)];
    return { ...(price ? { price } : {}), ...(change ? { change } : {}) };
  },
  component: lazyRouteComponent(() => import("../screens/stock/ProductPage"), "ProductPage"),
});
const addProduct = createRoute({
  getParentRoute: () => shell,
  path: "/stock/add",
  beforeLoad: needs("stock.change"),
  component: lazyRouteComponent(() => import("../screens/stock/AddProduct"), "AddProduct"),
});
const suppliers = createRoute({
  getParentRoute: () => shell,
  path: "/stock/suppliers",
  beforeLoad: needs("suppliers"),
  component: lazyRouteComponent(() => import("../screens/suppliers/Suppliers"), "Suppliers"),
});
const supplier = createRoute({
  getParentRoute: () => shell,
  path: "/stock/suppliers/$supplierId",
  beforeLoad: needs("suppliers"),
  component: lazyRouteComponent(() => import("../screens/suppliers/SupplierPage"), "SupplierPage"),
});
const sell = createRoute({
  getParentRoute: () => shell,
  path: "/sell",
  beforeLoad: needs("sell"),
  component: lazyRouteComponent(() => import("../screens/sell/Sell"), "Sell"),
});
const sales = createRoute({
  getParentRoute: () => shell,
  path: "/sell/sales",
  beforeLoad: needs("sell"),
  component: lazyRouteComponent(() => import("../screens/till/Sales"), "Sales"),
});
const sale = createRoute({
  getParentRoute: () => shell,
  path: "/sell/sales/$saleId",
  beforeLoad: needs("sell"),
  component: lazyRouteComponent(() => import("../screens/till/SalePage"), "SalePage"),
});
const tills = createRoute({
  getParentRoute: () => shell,
  path: "/sell/till",
  beforeLoad: needs("sell"),
  component: lazyRouteComponent(() => import("../screens/till/TillPage"), "TillPage"),
});
const till = createRoute({
  getParentRoute: () => shell,
  path: "/sell/till/$tillId",
  beforeLoad: needs("sell"),
  component: lazyRouteComponent(() => import("../screens/till/TillReport"), "TillReport"),
});
const expenses = createRoute({
  getParentRoute: () => shell,
  path: "/money/expenses",
  beforeLoad: needs("money"),
  component: lazyRouteComponent(() => import("../screens/money/Expenses"), "Expenses"),
});
const health = createRoute({
  getParentRoute: () => shell,
  path: "/money/health",
  beforeLoad: needs("money"),
  component: lazyRouteComponent(() => import("../screens/money/Portfolio"), "Portfolio"),
});
const receipt = createRoute({
  getParentRoute: () => shell,
  path: "/sell/receipt/$saleId",
  beforeLoad: needs("sell"),
  component: lazyRouteComponent(() => import("../screens/sell/Receipt"), "Receipt"),
});
const reports = createRoute({
  getParentRoute: () => shell,
  path: "/reports",
  beforeLoad: needs("reports"),
  component: lazyRouteComponent(() => import("../screens/reports/Reports"), "Reports"),
});
const report = createRoute({
  getParentRoute: () => shell,
  path: "/reports/$name",
  beforeLoad: needs("reports"),
  validateSearch: (search): { from?: string; to?: string } => {
    const [from, to] = [text(search.from), text(search.to)];
    return from && to ? { from, to } : {};
  },
  component: lazyRouteComponent(() => import("../screens/reports/ReportPage"), "ReportPage"),
});
const unusual = createRoute({
  getParentRoute: () => shell,
  path: "/unusual",
  beforeLoad: needs("unusual"),
  component: lazyRouteComponent(() => import("../screens/unusual/Unusual"), "Unusual"),
});
const customers = createRoute({
  getParentRoute: () => shell,
  path: "/customers",
  beforeLoad: needs("customers"),
  component: lazyRouteComponent(() => import("../screens/customers/Customers"), "Customers"),
});
const credits = createRoute({
  getParentRoute: () => shell,
  path: "/credits",
  beforeLoad: needs("credits"),
  component: lazyRouteComponent(() => import("../screens/credits/Credits"), "Credits"),
});
const callback = createRoute({
  getParentRoute: () => shell,
  path: "/payment/callback",
  beforeLoad: needs("credits"),
  validateSearch: (search): { reference?: string } => {
    const reference = text(search.reference) ?? text(search.trxref);
    return reference ? { reference } : {};
  },
  component: lazyRouteComponent(() => import("../screens/credits/Callback"), "Callback"),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  beforeLoad: needs("settings"),
  component: lazyRouteComponent(() => import("../screens/settings/Settings"), "Settings"),
});
const setting = createRoute({
  getParentRoute: () => shell,
  path: "/settings/$part",
  beforeLoad: needs("settings"),
  // Of files: what is in the one to bring in.
  validateSearch: (search): { of?: string } => {
    const of = text(search.of);
    return of ? { of } : {};
  },
  component: lazyRouteComponent(() => import("../screens/settings/Settings"), "SettingsPart"),
});

const tree = root.addChildren([
  logIn,
  register,
  reset,
  verify,
  accept,
  shell.addChildren([
    today,
    ask,
    money,
    debtor,
    stock,
    product,
    addProduct,
    suppliers,
    supplier,
    expenses,
    health,
    sell,
    sales,
    sale,
    tills,
    till,
    receipt,
    reports,
    report,
    unusual,
    customers,
    credits,
    callback,
    settings,
    setting,
  ]),
]);

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultPendingComponent: Bars,
    scrollRestoration: true,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
