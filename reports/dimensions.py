"""What figures can be cut by and narrowed to, and what people call it."""

from dataclasses import dataclass
from typing import Final

from reports.metrics.metric import said
from sales.models import ExpenseCategory


@dataclass(frozen=True)
class Dimension:
    """Something figures can be cut by. `named`: its values are the shop's own, with names; `rows`: each is one row.

    `said`: what people call it, in small letters and the singular.
    """

    key: str
    title: str
    plural: str
    said: tuple[str, ...]
    named: bool = False
    rows: bool = False


DIMENSIONS: Final[dict[str, Dimension]] = {
    each.key: each
    for each in (
        Dimension(
            "product", "product", "products",
            said("product, item, good, goods, article, sku, merchandise, thing, stuff, line, commodity,"
                 "ware, product line"), named=True,
        ),
        Dimension(
            "category", "category", "categories",
            said("category, product category, department, section, product group, group of products, type of product,"
                 "type of good, type of item, kind of product, kind of good, kind of item, class, product type,"
                 "product class, family"), named=True,
        ),
        Dimension("brand", "brand", "brands", said("brand, brand name, manufacturer, label"), named=True),
        Dimension(
            "customer", "customer", "customers",
            said("customer, client, buyer, shopper, patron, debtor, account, person, people, trader, guest"),
            named=True,
        ),
        Dimension(
            "storefront", "storefront", "storefronts",
            said("storefront, shop, store, branch, outlet, location, site, point of sale, sales point"), named=True,
        ),
        Dimension(
            "staff", "member of staff", "staff",
            said("staff, staff member, member of staff, cashier, attendant, employee, salesperson, sales person,"
                 "salesman, saleswoman, sales girl, salesgirl, sales boy, sales rep, sales agent, sales people,"
                 "seller, worker, teller, shop girl, shop boy, shop attendant, boy, girl, team member"), named=True,
        ),
        Dimension(
            "method", "payment method", "payment methods",
            said("payment method, method of payment, payment mode, mode of payment, payment type, type of payment,"
                 "payment channel, payment option, means of payment, form of payment, pay type, tender, tender type,"
                 "way of paying, how paid"),
        ),
        Dimension(
            "network", "mobile money network", "networks",
            said("network, mobile money network, momo network, wallet, telco"),
        ),
        Dimension(
            "price_tier", "price tier", "price tiers",
            said("price tier, price type, price level, price list, tier, retail and wholesale, wholesale and retail"),
        ),
        Dimension(
            "supplier", "supplier", "suppliers",
            said("supplier, vendor, distributor, wholesaler we buy from, importer, who supplies"), named=True,
        ),
        Dimension(
            "sale", "sale", "sales",
            said("single sale, individual sale, each sale, each invoice, invoice, receipt, bill, transaction, order"),
            rows=True,
        ),
        Dimension(
            "destination", "storefront sent to", "storefronts sent to",
            said("storefront sent to, shop sent to, branch sent to, receiving shop, destination"),
        ),
        Dimension(
            "expense_category", "kind of expense", "kinds of expense",
            said("kind of expense, expense category, category of expense, expense type, type of expense,"
                 "expense kind, kind of spending, expense head, expense item"),
        ),
        Dimension(
            "lateness", "lateness", "ages",
            said("lateness, age, ageing, aging, aged, age band, age bracket, age bucket, ageing bucket"),
        ),
        Dimension(
            "payment", "payment", "payments",
            said("single payment, individual payment, each payment, payment one by one, each refund, single refund"),
            rows=True,
        ),
        Dimension(
            "line", "sale line", "sale lines",
            said("sale line, line of a sale, receipt line, line item, each line, item by item"), rows=True,
        ),
        Dimension(
            "movement", "stock movement", "stock movements",
            said("stock movement, movement, stock card, bin card, each movement, each delivery, each transfer,"
                 "each adjustment, stock ledger, stock history"), rows=True,
        ),
        Dimension(
            "hour", "hour", "hours",
            said("hour, hour of the day, hour of day, time of day, time of the day, hourly, which time, what time"),
        ),
        Dimension(
            "weekday", "weekday", "weekdays",
            said("weekday, day of the week, day of week, week day, day in the week, day in a week"),
        ),
        Dimension("day", "day", "days", said("day, daily, date, day by day, every day, each day")),
        Dimension("week", "week", "weeks", said("week, weekly, week by week, every week, each week")),
        Dimension("month", "month", "months", said("month, monthly, month by month, month on month, each month")),
        Dimension("quarter", "quarter", "quarters", said("quarter, quarterly, quarter by quarter, each quarter")),
        Dimension("year", "year", "years", said("year, yearly, annual, annually, year by year, year on year")),
    )
}  # fmt: skip
TIME_DIMENSIONS: Final = frozenset({"day", "week", "month", "quarter", "year"})
VALUE_TITLES: Final = {
    "cash": "cash", "mobile_money": "mobile money", "card": "card", "bank": "bank", "unknown": "method not recorded",
    "d00": "not yet due", "d30": "1 to 30 days late", "d60": "31 to 60 days late", "d90": "61 to 90 days late",
    "d91": "over 90 days late",
    "mtn": "MTN MoMo", "telecel": "Telecel Cash", "at": "AT Money", "retail": "retail", "wholesale": "wholesale",
    **{kind.value: str(kind.label)[:1].lower() + str(kind.label)[1:] for kind in ExpenseCategory},
}  # fmt: skip
WEEKDAY_TITLES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
