"""What credits cost: the packs, custom amounts, the monthly add-on and the plans, before taxes."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from common import money


@dataclass(frozen=True, slots=True)
class Pack:
    """An offer: `price` in GHS before taxes buys `credits`, and `bonus` comes on top."""

    key: str
    name: str
    price: Decimal
    credits: Decimal
    bonus: Decimal = money.ZERO

    @property
    def total(self) -> Decimal:
        return self.credits + self.bonus

    @property
    def savings(self) -> Decimal:
        """The bonus as a percentage of what is paid for, whole: 20 on 80 is 25."""
        return money.rounded(self.bonus * 100 / self.credits, 0) if self.credits else Decimal(0)


def _plan(key: str, *, fair_use: str | None = None, **numbers: str) -> dict[str, Any]:
    zeros = dict.fromkeys(("price", "credits", "rollover", "starter_bonus"), "0.00")
    decimals = {name: Decimal(number) for name, number in (zeros | numbers).items()}
    return {"key": key, "fair_use": None if fair_use is None else Decimal(fair_use), **decimals}


PACKS = (
    Pack("starter", "Starter Pack", Decimal("30.00"), Decimal("30.00")),
    Pack("value", "Value Pack", Decimal("80.00"), Decimal("80.00"), Decimal("20.00")),
    Pack("premium", "Premium Pack", Decimal("180.00"), Decimal("180.00"), Decimal("70.00")),
)
BY_KEY = {pack.key: pack for pack in PACKS}
ALIASES = {"pro": "premium"}
ADDON = Pack("addon", "Monthly add-on", Decimal("50.00"), Decimal("100.00"))
ADDON_ROLLOVER = Decimal("50.00")
PLANS: tuple[dict[str, Any], ...] = (
    _plan("standard", price="0.00", credits="10.00"),
    _plan("ai_powered", price="100.00", credits="200.00", rollover="100.00", starter_bonus="10.00"),
    _plan("enterprise", price="250.00", credits="0.00", fair_use="3000.00"),
)
"""The fields of `AIPlan` as they are until staff changes a row."""
CUSTOM_LEAST, CUSTOM_MOST = Decimal("5.00"), Decimal("10000.00")


def custom(amount: Decimal) -> Pack:
    """Any amount at a credit for a cedi. The caller has checked its limits."""
    return Pack("custom", "Custom amount", amount, amount)
