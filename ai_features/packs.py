"""What credits cost: the packs, custom amounts and the monthly add-on, before taxes."""

from dataclasses import dataclass
from decimal import Decimal

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
        return (self.bonus * 100 / self.credits).quantize(Decimal(1)) if self.credits else Decimal(0)


PACKS = (
    Pack("starter", "Starter Pack", Decimal("30.00"), Decimal("30.00")),
    Pack("value", "Value Pack", Decimal("80.00"), Decimal("80.00"), Decimal("20.00")),
    Pack("premium", "Premium Pack", Decimal("180.00"), Decimal("180.00"), Decimal("70.00")),
)
BY_KEY = {pack.key: pack for pack in PACKS}
ALIASES = {"pro": "premium"}
ADDON = Pack("addon", "Monthly add-on", Decimal("50.00"), Decimal("100.00"))
ADDON_ROLLOVER = Decimal("50.00")
CUSTOM_LEAST, CUSTOM_MOST = Decimal("5.00"), Decimal("10000.00")


def custom(amount: Decimal) -> Pack:
    """Any amount at a credit for a cedi. The caller has checked its limits."""
    return Pack("custom", "Custom amount", amount, amount)
