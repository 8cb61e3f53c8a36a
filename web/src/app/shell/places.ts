import {
  IconCash,
  IconChartBar,
  IconCoins,
  IconEye,
  IconMessageCircle,
  IconPackage,
  IconSettings,
  IconShoppingCart,
  IconSun,
  IconUsers,
} from "@tabler/icons-react";
import { t } from "../../text";
import type { Right } from "../rights";

export const main = [
  { to: "/", right: "today", label: t.place.today, icon: IconSun },
  { to: "/ask", right: "ask", label: t.place.ask, icon: IconMessageCircle },
  { to: "/money", right: "money", label: t.place.money, icon: IconCash },
  { to: "/stock", right: "stock", label: t.place.stock, icon: IconPackage },
  { to: "/sell", right: "sell", label: t.place.sell, icon: IconShoppingCart },
] as const satisfies readonly { to: string; right: Right; label: string; icon: unknown }[];

export const more = [
  { to: "/reports", right: "reports", label: t.place.reports, icon: IconChartBar },
  { to: "/unusual", right: "unusual", label: t.place.unusual, icon: IconEye },
  { to: "/customers", right: "customers", label: t.place.customers, icon: IconUsers },
  { to: "/credits", right: "credits", label: t.place.credits, icon: IconCoins },
  { to: "/settings", right: "settings", label: t.place.settings, icon: IconSettings },
] as const satisfies readonly { to: string; right: Right; label: string; icon: unknown }[];
