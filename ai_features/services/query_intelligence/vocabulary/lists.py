"""Lists that are more than a metric by a dimension: what to restock, who is new, what there is on record."""

from dataclasses import dataclass
from typing import Final

from reports.metrics import Unit


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


_STOCKED = frozenset({"product", "category", "brand", "supplier", "storefront"})
_COUNT, _UNITS, _MONEY, _DAYS = Unit.COUNT, Unit.UNITS, Unit.MONEY, Unit.DAYS


def _on_record(of: str, name: str, plural: str, words: str) -> ListMetric:
    """What there is in the books of one kind: "how many staff do I have", "list all suppliers"."""
    asked = (
        rf"how many (?:{words}) (?:do (?:i|we) (?:have|use)|are there|work(?:s|ing)?(?: for (?:me|us))?"
        rf"|have (?:i|we) got)|how many (?:{words})$|(?:list|show|name)(?: all)?(?: my| our| the| all)* (?:{words})$"
    )
    return ListMetric(f"{of}_count", f"{name} on record", f"{plural} in your books", of, frozenset(), asked, ())


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
                r"stock|unsold|(?:did |does |has |have )?(?:nobody|no ?one|no customers?) (?:has |have |"
                r"is )?(?:buy(?:ing|s)?|"
                r"bought|purchased?)|without (?:any )?sales?|(?:had|have|with|made) (?:no|zero) sales?|zero sales"
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
                r"(?:gained|acquired)|(?:bought|buy|came|come|shopped|purchased) (?:from (?:us|me) |"
                r"here )?for (?:the|their|his|her) "
                r"(?:very )?(?:first|1st) time|(?:gain(?:ed)?|acquired?|joined) .{0,12}?customers?"
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
                r"(?:returning|repeat|repeated) (?:customers?|clients?|buyers?|shoppers?)|customers? (?:(?:who|"
                r"that|wey) )?(?:came back|come back|returned(?! (?:the )?"
                r"(?:topmost|goods|items?|things?|products?|any|some|a)\b)|bought again|buy again)"
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
                r"coming|visited|shopped)(?: anything| back| again)?|(?:(?:customers?|clients?|buyers?|"
                r"who) )?(?:(?:have|has) (?:we|i) |"
                r"(?:we|i) )?(?:have not|haven'?t|not|never) (?:been )?seen(?: again)?|(?:who|customers?) (?:has |"
                r"have )?(?:stopped|stop) (?:coming|buying|shopping)|"
                r"(?:who|customers?|clients?) (?:have|did) (?:we|i) (?:lost|lose)"
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
            "over_limit",
            "Customers over their credit limit",
            "customers who owe more, less what they have paid in advance, than their credit limit",
            "customer",
            frozenset({"customer"}),
            (
                r"(?:have |has |had |is |are |went |gone )*(?:over|above|past|beyond|exceed(?:s|ed|ing)?|pass(?:es|"
                r"ed)?|crossed)"
                r" (?:their |his |her |the |its )?(?:credit |debt )?limits?|over[- ]limit"
            ),
            (("balance", "Owed", _MONEY), ("limit", "Limit", _MONEY), ("over", "Over by", _MONEY)),
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
        _on_record("staff", "Staff", "staff", r"staff(?: members?)?|employees?|cashiers?|workers?|attendants?"),
        _on_record("storefront", "Storefronts", "storefronts", r"storefronts?|shops?|stores?|branch(?:es)?|outlets?"),
        _on_record("supplier", "Suppliers", "suppliers", r"suppliers?|vendors?"),
        _on_record("category", "Categories", "categories", r"(?:product )?categor(?:y|ies)"),
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
