"""The words of a shop: what its figures are called, what they can be cut by, and how people say it.

The meaning of each figure is in `reports.metrics`; here are the names people use for it.
"""

from dataclasses import dataclass
from typing import Final

from reports.metrics import METRICS, Unit


@dataclass(frozen=True)
class Dimension:
    """Something figures can be cut by: its names, and the words people use for it."""

    key: str
    title: str
    plural: str
    words: str


@dataclass(frozen=True)
class ListMetric:
    """A list that is more than a metric by a dimension: what it lists, its figures, and what can narrow it."""

    key: str
    title: str
    definition: str
    of: str
    filters: frozenset[str]
    words: str
    columns: tuple[tuple[str, str, Unit], ...]
    uses_period: bool = False


DIMENSIONS: Final[dict[str, Dimension]] = {
    each.key: each
    for each in (
        Dimension(
            "product",
            "product",
            "products",
            r"products?|items?|goods|articles?|skus?|merchandise|things?|stuffs?|lines?",
        ),
        Dimension(
            "category",
            "category",
            "categories",
            r"(?:product )?categor(?:y|ies)|departments?|sections?|product groups?|types? of (?:product|good|item)s?",
        ),
        Dimension("brand", "brand", "brands", r"brands?|makes"),
        Dimension("customer", "customer", "customers", r"customers?|clients?|buyers?|shoppers?|patrons?|debtors?"),
        Dimension(
            "storefront", "storefront", "storefronts", r"storefronts?|shops?|stores?|branch(?:es)?|outlets?|locations?"
        ),
        Dimension(
            "staff",
            "member of staff",
            "staff",
            (
                r"staff(?: members?)?|members? of staff|cashiers?|attendants?|employees?|sales ?(?:persons?|"
                r"people|girls?|boys?|reps?|m[ae]n|wom[ae]n)|sellers?|workers?|tellers?"
            ),
        ),
        Dimension(
            "method",
            "payment method",
            "payment methods",
            (
                r"(?:payment|pay) (?:methods?|modes?|types?|channels?|options?)|(?:methods?|modes?|means|"
                r"forms?) of payments?|methods? (?:they|customers|people) paid"
            ),
        ),
        Dimension("network", "mobile money network", "networks", r"(?:mobile money |momo )?networks?"),
        Dimension(
            "price_tier",
            "price tier",
            "price tiers",
            (
                r"price (?:tiers?|types?|levels?)|retail (?:and|or|vs|versus) wholesale|wholesale (?:and|or|"
                r"vs|versus) retail"
            ),
        ),
        Dimension("supplier", "supplier", "suppliers", r"suppliers?|vendors?|distributors?"),
        Dimension("hour", "hour", "hours", r"hours?(?: of (?:the )?day)?|hourly|times? of (?:the )?day|times?"),
        Dimension(
            "weekday", "weekday", "weekdays", r"weekdays?|days? of (?:the )?week|week days?|days? in (?:the|a) week"
        ),
        Dimension("day", "day", "days", r"days?|daily|dates?|day by day|every day"),
        Dimension("week", "week", "weeks", r"weeks?|weekly|week by week"),
        Dimension("month", "month", "months", r"months?|monthly|month by month|month on month"),
        Dimension("quarter", "quarter", "quarters", r"quarters?|quarterly"),
        Dimension("year", "year", "years", r"years?|yearly|annual(?:ly)?|year by year"),
    )
}
TIME_DIMENSIONS: Final = frozenset({"day", "week", "month", "quarter", "year"})
NAMED: Final = ("product", "category", "brand", "customer", "storefront", "staff", "supplier")

_STOCKED = frozenset({"product", "category", "brand", "supplier", "storefront"})
_COUNT, _UNITS, _MONEY, _DAYS = Unit.COUNT, Unit.UNITS, Unit.MONEY, Unit.DAYS
LISTS: Final[dict[str, ListMetric]] = {
    each.key: each
    for each in (
        ListMetric(
            "reorder",
            "Products to restock",
            "products whose units on hand are at or below their reorder level; suggested is what brings "
            "them back above "
            "it with enough for 30 days and the supplier's delivery at the pace of the last 30 days",
            "product",
            _STOCKED,
            r"(?:needs?|has|have|to|should|must|require|due for|which|what) (?:to be |be |i |we |to "
            r")*(?:re-?stock(?:ed|ing)?|re-?order(?:ed|ing)?|replenish(?:ed|ing|ment)?|buy(?: more(?: "
            r"of)?)?|order|top(?:ped)? up)(?: soon| again)?"
            r"|re-?stock(?:ing)?(?: list)?|re-?order(?:ing)?(?: list| need| point)?|replenish(?:ment)?|"
            r"running (?:low|out)|run(?:ning)? out|low(?: on| in)? stock|stock (?:is |are )?low|low "
            r"(?:stock )?items|almost finish(?:ed)?|(?:dey |about to )finish(?:ing)?|finishing|below "
            r"(?:the |their )?reorder levels?",
            (
                ("on_hand", "On hand", _UNITS),
                ("reorder_level", "Reorder level", _UNITS),
                ("suggested", "Suggested order", _UNITS),
            ),
        ),
        ListMetric(
            "out_of_stock",
            "Products out of stock",
            "active products with no units on hand",
            "product",
            _STOCKED,
            (
                r"out[ -]of[ -]stock|stock ?outs?|sold out|finished|(?:have|has|with) (?:no|zero) stock(?: "
                r"left)?|no stock|zero stock"
            ),
            (("on_hand", "On hand", _UNITS), ("sold_30_days", "Sold in 30 days", _UNITS)),
        ),
        ListMetric(
            "cover",
            "Days of cover",
            "units on hand divided by the units sold a day over the last 30 days; none where nothing was sold",
            "product",
            _STOCKED,
            (
                r"days? of (?:cover|stock)|stock cover(?:age)?|days? (?:of stock )?(?:cover|left)|how (?:long|"
                r"many days) (?:will|can|would|does|do) .{0,40}?last"
            ),
            (
                ("days_of_cover", "Days of cover", _DAYS),
                ("on_hand", "On hand", _UNITS),
                ("sold_30_days", "Sold in 30 days", _UNITS),
            ),
        ),
        ListMetric(
            "unsold",
            "Products not selling",
            "products with units on hand of which none was sold in the period",
            "product",
            _STOCKED,
            (
                r"(?:not|no|never|have not|has not|haven'?t|hasn'?t|are not|aren'?t|isn'?t|did not|didn'?t|"
                r"don'?t|dey not) (?:been )?(?:dey )?(?:sell(?:ing)?|sold|mov(?:e|ing|ed))(?: at all)?|dead "
                r"stock|unsold|without (?:any )?sales?|(?:had|have|with|made) (?:no|zero) sales?|zero sales"
            ),
            (("on_hand", "On hand", _UNITS), ("value_at_cost", "Value at cost", _MONEY)),
            uses_period=True,
        ),
        ListMetric(
            "new_customers",
            "New customers",
            "known customers whose first sale falls in the period",
            "customer",
            frozenset({"storefront"}),
            (
                r"(?:new|first[ -]time|newly acquired) (?:customers?|clients?|buyers?|shoppers?)|customers? "
                r"(?:gained|acquired)|(?:gain(?:ed)?|acquired?|joined) .{0,12}?customers?"
            ),
            (("revenue", "Sales", _MONEY), ("sales_count", "Number of sales", _COUNT)),
            uses_period=True,
        ),
        ListMetric(
            "returning_customers",
            "Returning customers",
            "known customers who bought in the period and had bought before it, or bought more than once in it",
            "customer",
            frozenset({"storefront"}),
            (
                r"(?:returning|repeat|repeated) (?:customers?|clients?|buyers?|shoppers?)|customers? (?:who|"
                r"that|wey) (?:came back|come back|returned|bought again|buy again)"
            ),
            (("revenue", "Sales", _MONEY), ("sales_count", "Number of sales", _COUNT)),
            uses_period=True,
        ),
        ListMetric(
            "lapsed_customers",
            "Lapsed customers",
            "known customers who bought before but not in the last 90 days, or not in the period named",
            "customer",
            frozenset({"storefront"}),
            (
                r"(?:lapsed|lost|inactive|dormant|sleeping) (?:customers?|clients?|buyers?)|(?:customers?|"
                r"clients?|buyers?|who) (?:.{0,12}?)?(?:have not|has not|haven'?t|hasn'?t|did not|didn'?t|"
                r"never|no|not|stopped?) (?:been )?(?:bought|buy(?:ing)?|purchased?|purchasing|come|came|"
                r"coming|visited|shopped)(?: anything| back| again)?"
            ),
            (("last_sale", "Last bought", _DAYS), ("revenue", "Sales so far", _MONEY)),
            uses_period=True,
        ),
        ListMetric(
            "churn_risk",
            "Customers at risk",
            "customers who used to buy often in the last 12 months and have not been back for long: the segments At "
            "risk and Can't lose",
            "customer",
            frozenset({"storefront"}),
            (
                r"churn(?:ing|ed)?(?: risk)?|(?:at )?risk (?:of )?(?:churn(?:ing)?|leaving)|at[ -]risk(?: "
                r"customers?)?|customers? (?:am i|are we) losing|(?:about|going|likely) to (?:leave|stop "
                r"buying)|losing"
            ),
            (
                ("days_since", "Days since last sale", _DAYS),
                ("sales_count", "Number of sales", _COUNT),
                ("revenue", "Sales", _MONEY),
            ),
        ),
        ListMetric(
            "customer_count",
            "Customers on record",
            "customers in your books, whether they bought or not",
            "customer",
            frozenset(),
            (
                r"how many (?:customers?|clients?) (?:do (?:i|we) have|are there|have (?:i|we) got|on "
                r"(?:record|file)|in total)(?: in (?:all|total))?|number of customers? (?:on record|in total|"
                r"(?:i|we) have)|total number of customers?"
            ),
            (),
        ),
        ListMetric(
            "staff_count",
            "Staff on record",
            "staff in your books",
            "staff",
            frozenset(),
            r"how many (?:staff(?: members?)?|employees?|cashiers?|workers?|attendants?) (?:do (?:i|we) "
            r"(?:have|use)|are there|work(?:s|ing)?(?: for (?:me|us))?|have (?:i|we) got)"
            r"|how many (?:staff(?: members?)?|employees?|cashiers?|workers?|attendants?)$|(?:list|show|"
            r"name)(?: all)?(?: my| our| the| all)* (?:staff(?: members?)?|employees?|cashiers?|workers?|"
            r"attendants?)$",
            (),
        ),
        ListMetric(
            "storefront_count",
            "Storefronts on record",
            "storefronts in your books",
            "storefront",
            frozenset(),
            r"how many (?:storefronts?|shops?|stores?|branch(?:es)?|outlets?) (?:do (?:i|we) (?:have|use)|"
            r"are there|work(?:s|ing)?(?: for (?:me|us))?|have (?:i|we) got)"
            r"|how many (?:storefronts?|shops?|stores?|branch(?:es)?|outlets?)$|(?:list|show|name)(?: "
            r"all)?(?: my| our| the| all)* (?:storefronts?|shops?|stores?|branch(?:es)?|outlets?)$",
            (),
        ),
        ListMetric(
            "supplier_count",
            "Suppliers on record",
            "suppliers in your books",
            "supplier",
            frozenset(),
            r"how many (?:suppliers?|vendors?) (?:do (?:i|we) (?:have|use)|are there|work(?:s|ing)?(?: "
            r"for (?:me|us))?|have (?:i|we) got)"
            r"|how many (?:suppliers?|vendors?)$|(?:list|show|name)(?: all)?(?: my| our| the| all)* "
            r"(?:suppliers?|vendors?)$",
            (),
        ),
        ListMetric(
            "category_count",
            "Categories on record",
            "categories in your books",
            "category",
            frozenset(),
            r"how many (?:(?:product )?categor(?:y|ies)) (?:do (?:i|we) (?:have|use)|are there|work(?:s|"
            r"ing)?(?: for (?:me|us))?|have (?:i|we) got)"
            r"|how many (?:(?:product )?categor(?:y|ies))$|(?:list|show|name)(?: all)?(?: my| our| the| "
            r"all)* (?:(?:product )?categor(?:y|ies))$",
            (),
        ),
        ListMetric(
            "product_count",
            "Products on record",
            "active products in your catalogue",
            "product",
            frozenset({"category", "brand", "supplier"}),
            (
                r"(?:list|show)(?: all)?(?: my| our| the| all)* (?:products?|items?)$|how many (?:different "
                r")?(?:products?|items?|skus?)(?! .*(?:in stock|on hand|left)) (?:do (?:i|we) (?:have|stock|"
                r"carry)|are "
                r"there|have (?:i|we) got|in (?:the|my|our) (?:catalogue|catalog))|number of products? (?:on "
                r"record|(?:i|we) have)"
            ),
            (),
        ),
    )
}

METRIC_WORDS: Final[tuple[tuple[str, str], ...]] = (
    (
        "credit_sales",
        r"(?:how many|number of|count of) (?:credit sales?|sales? (?:(?:did|have) (?:we|i) (?:make|made) )?on credit)",
    ),
    ("return_rate", r"(?:rates? of returns?|returns? rates?|percentage (?:of (?:goods|items) )?returned)"),
    (
        "returned_units",
        (
            r"(?:how many|number of|units?|pieces?|items?|quantity)(?: of)? (?:\S+ ){0,4}?(?:were |was |"
            r"got |been |have been )?(?:returned|brought back)|units? returned|returned units?|how many "
            r"returns"
        ),
    ),
    (
        "returns",
        (
            r"(?:value of )?(?:returns|returned(?: goods| items)?|refunds?|refunded|goods brought back|"
            r"brought back)"
        ),
    ),
    (
        "margin",
        (
            r"(?:gross )?profit (?:percentages?|percent|%|rate)|(?:gross |profit |percentage )?(?:profit "
            r")?margins?(?: percentage)?|profitability|gross margin"
        ),
    ),
    (
        "profit",
        (
            r"(?:gross |net |total |actual |real )*(?:profits?|gain|loss(?:es)?)(?: or loss(?:es)?| and "
            r"loss(?:es)?)?|profitable|net income|bottom line|making (?:any |some )?money"
        ),
    ),
    (
        "cost",
        (
            r"(?:total )?(?:costs? of (?:the )?(?:goods(?: sold)?|sales|stock sold|what (?:we|i) sold)|"
            r"cogs|goods cost)|how much did .{0,25}?cost(?: us| me)?|costs?(?: us| me)?"
        ),
    ),
    (
        "average_sale",
        (
            r"(?:average|avg|mean|typical) (?:value (?:of|per) )?(?:a )?(?:sales?|baskets?|orders?|"
            r"transactions?|tickets?|bills?|purchases?|receipts?|cart)(?: value| size| amount)?|(?:basket|"
            r"transaction|order|ticket) (?:value|size)|average per (?:sale|transaction|order|receipt)|"
            r"(?:sales?|revenue|spend) per (?:sale|transaction|order|receipt)"
        ),
    ),
    ("average_price", r"(?:average|avg|mean) (?:selling |unit )?prices?"),
    ("basket_size", r"(?:units?|items?|pieces?|products?) per (?:sale|transaction|basket|order|receipt)"),
    ("discount", r"discounts?(?: given| offered)?|discounted|price reductions?"),
    ("tax", r"(?:sales )?tax(?:es)?(?: collected| charged)?|vat(?: collected| charged)?|nhil|getfund|lev(?:y|ies)"),
    (
        "credit_given",
        (
            r"(?:credit sales?|sales? on (?:credit|account|book)|(?:sold|sell|selling|given|gave|bought|"
            r"give|buy|took|take|collected) (?:goods |items |things )?on (?:credit|account|book)|credit "
            r"(?:given|extended|granted)|on credit|credit (?:did|have) (?:we|i) (?:give|given))"
        ),
    ),
    (
        "overdue_invoices",
        (
            r"(?:how many|number of|count of) (?:overdue|late) (?:invoices?|bills?|payments?)|(?:how many|"
            r"number of) (?:invoices?|bills?) (?:are|is) (?:overdue|late|past due)"
        ),
    ),
    (
        "overdue",
        (
            r"overdue(?: (?:invoices?|amounts?|balances?|debts?|payments?|money|bills?))?|past due|late "
            r"(?:payments?|invoices?|payers?|debts?)|(?:paying|pay|pays) late|past (?:their|its|the) due "
            r"dates?"
        ),
    ),
    (
        "debtors",
        (
            r"(?:how many|number of|count of) (?:customers?|people|clients?|persons?|debtors?)(?: are| "
            r"is)? ?(?:dey )?(?:who |that |wey )?(?:dey )?(?:owe|owes|owing|debtors?|still owe|have not "
            r"paid|haven'?t paid)(?: me| us)?(?: money)?"
        ),
    ),
    (
        "open_invoices",
        (
            r"(?:how many|number of|count of) (?:open|unpaid|outstanding|pending) (?:invoices?|bills?)|"
            r"(?:how many|number of) (?:invoices?|bills?) (?:are|is) (?:still )?(?:open|unpaid|"
            r"outstanding|not paid)"
        ),
    ),
    (
        "outstanding",
        (
            r"(?:how much )?(?:money )?(?:dey |still |is |are )*(?:owe[sd]?|owing|owning)(?: (?:to "
            r")?(?:me|us|the shop|the business))?(?: (?:the )?(?:most )?money)?|outstanding(?: "
            r"(?:balances?|amounts?|debts?|payments?|credit|invoices?|money))?|(?:total |all )?(?:debts?|"
            r"debtors?|receivables?|accounts receivable|money owed)|unpaid(?: (?:invoices?|bills?|"
            r"balances?|credit))?|(?:open|pending) (?:invoices?|bills?)|(?:have not|has not|haven'?t|"
            r"hasn'?t|never|not|no|not yet|yet to) (?:yet )?(?:paid|pay)(?: (?:me|us))?(?: yet)?|no dey "
            r"pay|credit balances?|on (?:the )?books?"
        ),
    ),
    ("payments", r"(?:how many|number of|count of) payments?"),
    (
        "received",
        (
            r"paid|did (?:\S+ ){0,3}?pay|"
            r"(?:payments?|money|cash|amount)s? (?:was |were |is |has |have |been |that |we |i |did we |"
            r"did i |do we )*(?:received?|collected?|came in|come in|entered|enter|taken in)|"
            r"(?:receive[ds]?|collect(?:ed)?|collections?)(?: from customers)?|payments?|(?:how much |"
            r"money |what )?(?:came|come|comes|coming|enter(?:ed)?) in|how much (?:did|have|has) .{0,30}? "
            r"(?:paid?)(?: (?:me|us))?|(?:paid|pay) (?:me|us)|cash[ -]?in"
        ),
    ),
    (
        "stock_retail_value",
        (
            r"(?:stock|inventory) (?:value )?at (?:retail|selling) (?:prices?|value)|(?:retail|selling) "
            r"value of (?:my |our |the )?(?:stock|inventory)"
        ),
    ),
    (
        "stock_value",
        (
            r"(?:stock|inventory|goods) (?:is |are )?(?:value|valuation|worth)|(?:value|worth) of (?:my |"
            r"our |the |all )*(?:current )?(?:stock|inventory|goods)(?: on hand| in stock)?|(?:how much|"
            r"what) (?:is|are) (?:my |our |the |all )*(?:stock|inventory|goods) worth|money (?:is |do i "
            r"have |do we have )?(?:tied up )?in (?:my |our |the )?(?:stock|inventory)"
        ),
    ),
    (
        "sales_count",
        (
            r"(?:how many|number of|count of|total number of) (?:sales?|transactions?|orders?|receipts?|"
            r"invoices? (?:did we (?:issue|make)|were issued|issued)|tickets?|purchases?)(?: (?:did|do|"
            r"have) (?:we|i) (?:make|made|have|record(?:ed)?|do|done|ring(?: up)?))?|(?:sales?|"
            r"transactions?) counts?|transactions?|how many times|foot ?fall"
        ),
    ),
    (
        "products_sold",
        (
            r"how many (?:different|distinct|unique) (?:products?|items?)(?: (?:did|have|were) (?:we |i "
            r")?(?:sell|sold))?"
        ),
    ),
    (
        "buyers",
        (
            r"(?:how many|number of|count of) (?:different |unique |of our |of my )?(?:customers?|"
            r"clients?|people|buyers?|persons?) ?(?:did (?:we|i) (?:serve|have|sell to)|have (?:we|i) "
            r"(?:served|had)|(?:who |that |wey )?(?:bought|buy|came|visited|shopped|purchased|served|were "
            r"served))?(?: from (?:us|me))?|customers? served|active customers?"
        ),
    ),
    (
        "stock",
        (
            r"(?:stock|inventory)(?: (?:levels?|on hand|available|balance|position|quantity|status|count|"
            r"left))?|(?:in|on) (?:stock|hand)|(?:do|does|have) (?:we|i) (?:still )?(?:have|got)(?: left| "
            r"in stock)?|(?:are |is )?(?:left|remaining|remain|remains|available)"
        ),
    ),
    (
        "units",
        (
            r"(?:units?|pieces?|pcs|quantit(?:y|ies)|qty|volumes?)(?: (?:of (?:goods|items|products) "
            r")?(?:sold|moved|of sales|did (?:we|i) sell))?|(?:number|how many) (?:of )?(?:units?|pieces?|"
            r"items?|goods|things?)(?: (?:were |was |did (?:we|i) |have (?:we|i) |have been |we |i |we "
            r"don )?(?:sold|sell))?|(?:items?|goods) sold|sales volumes?|most sold|fast(?:est)?[ -]moving|"
            r"fast[ -]movers?|best[ -]?sell(?:ing|ers?)|top[ -]sell(?:ing|ers?)|worst[ -]sell(?:ing|ers?)|"
            r"slow(?:est)?[ -](?:moving|selling|movers?)|least[ -](?:sold|selling)|poor(?:est)?[ "
            r"-]?sell(?:ing|ers?)|hot cakes?"
        ),
    ),
    (
        "revenue",
        (
            r"(?:total |overall |gross |net )*(?:sales?(?: (?:values?|amounts?|totals?|figures?|revenue|"
            r"performance|made|income|numbers?))?|revenues?|turnover|takings|income|sold|sell(?:s|ing)?|"
            r"spen[dt]s?(?: with us)?|spending|bought|buy(?:s|ing)?|purchase[sd]?|business|earn(?:ed|"
            r"ings?)?|money made|performance|perform(?:ed|ing)?|doing)"
        ),
    ),
)

METHODS: Final[dict[str, str]] = {
    "mobile_money": r"(?:by |with |via |through |in |on |using )?(?:mobile money|momo|mo-mo|mobile wallet)s?",
    "cash": r"(?:by |with |in |using )?(?:physical |raw )?cash",
    "card": r"(?:by |with |via |using |on )?(?:bank |debit |credit |visa |atm )?cards?|pos machine",
    "bank": (
        r"(?:by |with |via |through |using )?bank(?: transfers?| deposits?)?|(?:by |with |via |using "
        r")?(?:che(?:que|ck)s?|transfers?)"
    ),
}
NETWORKS: Final[dict[str, str]] = {
    "mtn": r"(?:on |by |via |with )?mtn(?: momo| mobile money)?",
    "telecel": r"(?:on |by |via |with )?(?:telecel|vodafone|voda)(?: cash)?",
    "at": r"(?:on |by |via |with )?(?:at money|airtel ?tigo|airteltigo money|tigo cash|airtel money)",
}
TIERS: Final[dict[str, str]] = {"wholesale": r"whole ?sale(?:rs?)?", "retail": r"retail(?:ers?)?"}
METHOD_TITLES: Final = {
    "cash": "cash", "mobile_money": "mobile money", "card": "card", "bank": "bank", "unknown": "method not recorded",
    "mtn": "MTN MoMo", "telecel": "Telecel Cash", "at": "AT Money", "retail": "retail", "wholesale": "wholesale",
}  # fmt: skip
WEEKDAY_TITLES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def title(key: str) -> str:
    """What an answer calls a metric or a list."""
    return METRICS[key].title if key in METRICS else LISTS[key].title


def definition(key: str) -> str:
    return METRICS[key].definition if key in METRICS else LISTS[key].definition


def kind_of_question(metric: str, dimensions: tuple[str, ...]) -> str:
    """The `query_type` of the contract."""
    if metric in ("stock", "stock_value", "stock_retail_value", "reorder", "out_of_stock", "cover", "unsold"):
        return "inventory"
    if metric in ("profit", "margin", "cost", "tax", "received", "payments", "discount", "credit_given"):
        return "financial"
    if metric in ("outstanding", "overdue", "debtors", "open_invoices", "overdue_invoices", "buyers"):
        return "customer"
    if "customer" in dimensions or (metric in LISTS and LISTS[metric].of == "customer"):
        return "customer"
    return "product" if {"product", "category", "brand"} & set(dimensions) or metric == "product_count" else "sales"
