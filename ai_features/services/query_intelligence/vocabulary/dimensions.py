"""What figures can be cut by and narrowed to, with the words people use for it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Dimension:
    """Something figures can be cut by: its names, and the words people use for it."""

    key: str
    title: str
    plural: str
    words: str


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
        Dimension("sale", "sale", "sales", r"(?:single|individual) (?:sales?|invoices?)"),
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
