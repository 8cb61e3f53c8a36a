"""The only place where decimal figures are rounded, and where money and credits are turned into text."""

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

PESEWA = Decimal("0.01")
ZERO = Decimal("0.00")


def cedis(amount: Decimal | int | str) -> Decimal:
    """An amount in GHS, rounded half-up to the pesewa. Floats are refused with TypeError."""
    if isinstance(amount, float):
        raise TypeError("money is never a float")
    return Decimal(amount).quantize(PESEWA, ROUND_HALF_UP)


def model_cost(amount: Decimal) -> Decimal:
    """GHS in the six decimals in which costs of models are kept, rounded up: never less than it was."""
    return Decimal(amount).quantize(Decimal("0.000001"), ROUND_UP)


def sum_of_model_costs(amount: Decimal) -> Decimal:
    """A sum of costs of models that a database has added up, some in floats: in their six decimals, to the nearest."""
    return Decimal(amount).quantize(Decimal("0.000001"), ROUND_HALF_UP)


def pesewas(amount: Decimal) -> int:
    """GHS as the integer subunit that payment providers take: 94.00 -> 9400."""
    return int(cedis(amount) * 100)


def from_pesewas(amount: int) -> Decimal:
    """The inverse of `pesewas`: 9400 -> 94.00."""
    return Decimal(amount) / 100


def whole_step_down(amount: Decimal, step: int) -> Decimal:
    """The largest multiple of `step` GHS that is not above `amount`."""
    return (Decimal(amount) / step).to_integral_value(ROUND_DOWN) * step


def next_share(total: Decimal, part: Decimal, *, of: Decimal, after: Decimal = ZERO) -> Decimal:
    """What of `total` falls to `part` of the whole `of` when `after` of it had its share before.

    Such shares add up to the total exactly, which parts that are rounded each alone do not.
    """
    return cedis(total * (after + part) / of) - cedis(total * after / of) if of else ZERO


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """`part` as a percentage of `whole`, one decimal; None when there is no whole."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def plain(amount: Decimal) -> str:
    """Digits with two decimals and no separators: "1250.00", the form of the JSON contract."""
    return f"{cedis(amount):f}"


def written(amount: Decimal) -> str:
    """For people to read: "GHS 1,250.00". The letters, not the sign, which SMS cannot carry cheaply."""
    return f"GHS {cedis(amount):,.2f}"


def written_quantity(quantity: Decimal) -> str:
    """Units for people to read: 1,200 or 2.5, without trailing zeros."""
    text = f"{Decimal(quantity):,.3f}"
    return text.rstrip("0").rstrip(".")


def written_percent(percent: Decimal) -> str:
    """A percentage for people to read, one decimal at most, half-up: "15%", "4.3%"."""
    rounded = Decimal(percent).quantize(Decimal("0.1"), ROUND_HALF_UP) + 0  # never "-0"
    return f"{rounded:,.1f}".removesuffix(".0") + "%"


def number(amount: Decimal) -> float:
    """The amount as a JSON number, which only the edge of the API may make of it: 50.00 -> 50.0."""
    return float(cedis(amount))


def rounded(figure: Decimal, places: int) -> Decimal:
    """A figure that is no money, half-up to so many decimals: 2.45 -> 2.5."""
    return Decimal(figure).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def whole_up(figure: Decimal) -> Decimal:
    """The smallest whole number that is not below a figure that is no money: 2.1 units -> 3."""
    return Decimal(figure).to_integral_value(ROUND_CEILING)


def nearest_step(amount: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` GHS that is nearest to `amount`, half-up."""
    return cedis((Decimal(amount) / step).to_integral_value(ROUND_HALF_UP) * step)


def step_up(amount: Decimal, step: Decimal) -> Decimal:
    """The smallest multiple of `step` GHS that is not below `amount`."""
    return cedis((Decimal(amount) / step).to_integral_value(ROUND_UP) * step)
