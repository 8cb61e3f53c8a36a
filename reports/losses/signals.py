"""What is looked at: each signal with what it counts, out of what, and what honest reasons there may be."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Base(StrEnum):
    """The opportunities that events are counted out of."""

    OWN_SALES = "own_sales"
    OWN_CARTS = "own_carts"
    SALES_OF_THE_PLACE = "sales_of_the_place"
    OWN_SESSIONS = "own_sessions"
    LINES_COUNTED = "lines_counted"
    LARGEST_SALE = "largest_sale"


@dataclass(frozen=True, slots=True)
class Signal:
    """`events` and `out_of` are nouns in the plural; `checks` says what to look at first."""

    key: str
    title: str
    events: str
    out_of: str
    base: Base
    causes: tuple[str, ...]
    checks: str


_OWN, _CARTS, _PLACE = Base.OWN_SALES, Base.OWN_CARTS, Base.SALES_OF_THE_PLACE
_SIGNALS: Final = (
    Signal(
        "discounts",
        "More discounts than usual",
        "sales with a discount",
        "sales",
        _OWN,
        ("A promotion that only some were told of", "Regular customers who ask for this person", "Damaged goods"),
        "Open the receipts and see whether the same customers or goods come again.",
    ),
    Signal(
        "price_overrides",
        "More prices changed at the till than usual",
        "sales below the list price",
        "sales",
        _OWN,
        ("List prices that are out of date", "Haggling over dear goods", "A clearance that you agreed to"),
        "Compare the prices on the receipts with the list.",
    ),
    Signal(
        "below_cost",
        "More sales below cost than usual",
        "sales below cost",
        "sales",
        _OWN,
        ("A cost that was entered wrongly", "A clearance of old goods", "A discount on top of a low price"),
        "Check the cost of the goods first.",
    ),
    Signal(
        "low_prices",
        "More unusual prices than usual",
        "sales far below the usual price",
        "sales",
        _OWN,
        ("Sold by another unit than usual", "Damaged goods", "A slip of the keys"),
        "Compare the unit price on the receipts with the usual one.",
    ),
    Signal(
        "refunds",
        "More of this person's sales come back than usual",
        "sales taken back",
        "sales",
        _OWN,
        ("A faulty batch of goods", "A new person who is still learning", "Goods that customers try at home"),
        "Ask a customer or two whether they brought the goods back.",
    ),
    Signal(
        "voids",
        "More of this person's sales are voided than usual",
        "voided sales",
        "sales",
        _OWN,
        ("A new person who is still learning", "A till or network that fails", "Customers who change their mind"),
        "See whether the customer bought again just after.",
    ),
    Signal(
        "on_account",
        "More sales on account than usual",
        "sales on account",
        "sales",
        _OWN,
        ("A wholesale customer who came to this counter", "A season in which many buy on account"),
        "See which customers bought, and whether they know of it.",
    ),
    Signal(
        "odd_hours",
        "More sales outside the usual hours",
        "sales outside the usual hours",
        "sales",
        _OWN,
        ("Longer opening hours", "Stock-taking", "A till whose clock is wrong"),
        "Ask who was in the shop at those times.",
    ),
    Signal(
        "cancelled_carts",
        "More cancelled carts than usual",
        "cancelled carts",
        "carts",
        _CARTS,
        ("Customers without enough money", "A network that fails at payment", "A new person who is still learning"),
        "See what was in them, and whether stock of it is missing.",
    ),
    Signal(
        "removed_lines",
        "More lines removed after payment began",
        "lines removed",
        "carts",
        _CARTS,
        ("Customers who cannot pay for all", "Scanning twice by mistake"),
        "See which goods were removed, and count them.",
    ),
    Signal(
        "drawer_opened",
        "The drawer is opened without a sale more often",
        "openings without a sale",
        "carts",
        _CARTS,
        ("Giving change", "Putting takings away", "A drawer that sticks"),
        "Compare the times with the cash counted that day.",
    ),
    Signal(
        "reprints",
        "More receipts printed again than usual",
        "receipts printed again",
        "carts",
        _CARTS,
        ("Customers who need a copy", "A printer that runs out of paper"),
        "See whether the same sales were taken back later.",
    ),
    Signal(
        "refunds_given",
        "More goods taken back and sales voided by this person",
        "returns and voids",
        "sales",
        _PLACE,
        ("This person has taken over returns from others", "A faulty batch of goods"),
        "Open the returns and see whose sales they were, and when.",
    ),
    Signal(
        "credit_approvals",
        "More sales approved beyond the credit limit",
        "approvals",
        "sales",
        _PLACE,
        ("Limits that are too low for good customers", "A season in which many buy on account"),
        "See which customers it was, and what they owe now.",
    ),
    Signal(
        "adjustments_down",
        "More stock written off by this person",
        "write-offs",
        "sales",
        _PLACE,
        ("A count that was caught up on", "A freezer that failed", "Goods that expired together"),
        "Look at the reasons given, and at the goods.",
    ),
    Signal(
        "cash_short",
        "The drawer is short more often than usual",
        "sessions that were short",
        "sessions",
        Base.OWN_SESSIONS,
        ("Wrong change given", "Expenses that were not written down", "A float that was counted wrongly"),
        "Open the sessions and see whether the sums are alike.",
    ),
    Signal(
        "shrinkage",
        "More goods missing at the count than usual",
        "goods that were short",
        "goods counted",
        Base.LINES_COUNTED,
        ("Deliveries written down before they came", "Sales rung up as another product", "Breakage"),
        "Count the dearest of them again, then look at deliveries.",
    ),
    Signal(
        "large_sale",
        "A sale much larger than any before",
        "unusually large sale",
        "sales",
        Base.LARGEST_SALE,
        ("A wholesale order", "A quantity or price with a digit too many"),
        "Open the receipt, and ask who bought.",
    ),
)
SIGNALS: Final[dict[str, Signal]] = {signal.key: signal for signal in _SIGNALS}
OF_A_PLACE: Final = frozenset({"shrinkage", "large_sale"})
"""Signals that are about a storefront, not about a person."""
