"""A shop's history as a file: ten questions about any such file, and their answers from its lines alone.

Nothing here knows the database: figures are added up with `csv` and `Decimal`, so that they check both the import and
the answers. `write` makes a file as untidy as real ones: returns, walk-ins, services, gifts, goods renamed.
"""

import csv
import datetime as dt
import gzip
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

COLUMNS = ("invoice_no", "sold_at", "sku", "product", "quantity", "unit_price", "customer")
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Line:
    """One line of the file."""

    invoice: str
    day: dt.date
    sku: str
    product: str
    customer: str
    units: Decimal
    revenue: Decimal


class History:
    """The lines of a file, plain or gzipped, with what a question needs to know to ask about it."""

    def __init__(self, path: Path) -> None:
        open_ = gzip.open if path.suffix == ".gz" else open
        with open_(path, "rt", newline="", encoding="utf-8") as stream:
            self.lines = [_line(row) for row in csv.DictReader(stream)]
        self.months = sorted({line.day.replace(day=1) for line in self.lines})
        self.first_name = {line.sku: line.product for line in reversed(self.lines)}

    def during(self, first: dt.date, last: dt.date | None = None) -> list[Line]:
        """The lines of one month, or of all months from the first to the last."""
        return [line for line in self.lines if first <= line.day.replace(day=1) <= (last or first)]

    @property
    def dearest_product(self) -> str:
        """The name of the goods that brought most, of those with one name and one code."""
        codes, names = defaultdict(set), defaultdict(set)
        for line in self.lines:
            codes[line.product].add(line.sku)
            names[line.sku].add(line.product)
        plain = [line for line in self.lines if len(codes[line.product]) == len(names[line.sku]) == 1]
        return str(next(iter(_summed(plain, lambda line: line.product))))

    @property
    def keenest_customer(self) -> str:
        return Counter(line.customer for line in self.lines if line.customer).most_common(1)[0][0]


def _line(row: dict[str, str]) -> Line:
    units = Decimal(row["quantity"])
    revenue = (units * Decimal(row["unit_price"])).quantize(CENT, ROUND_HALF_UP)
    day = dt.date.fromisoformat(row["sold_at"][:10])
    return Line(row["invoice_no"], day, row["sku"], row["product"], row["customer"], units, revenue)


def _summed(lines: list[Line], key: Callable[[Line], Any], *, of: str = "revenue") -> dict[Any, Decimal]:
    """Totals by key, the highest first."""
    found: dict[Any, Decimal] = defaultdict(Decimal)
    for line in lines:
        found[key(line)] += getattr(line, of)
    return dict(sorted(found.items(), key=lambda item: (-item[1], str(item[0]))))


def _money(value: Decimal) -> str:
    return f"{value.quantize(CENT, ROUND_HALF_UP):.2f}"


def _revenue(lines: list[Line]) -> str:
    return _money(sum((line.revenue for line in lines), Decimal(0)))


def _sales(lines: list[Line]) -> int:
    return len({line.invoice for line in lines if line.units > 0})


def _top(totals: dict[Any, Decimal], number: int) -> list[tuple[str, str]]:
    return [(str(key), _money(value)) for key, value in list(totals.items())[:number]]


def ten_questions(history: History) -> Iterator[tuple[str, Any, Callable[[Any], Any]]]:
    """Question, the figures expected, and where they stand in the `data` of an answer."""
    *_, before, last, now = history.months
    first = history.months[0]
    goods, buyer = history.dearest_product, history.keenest_customer
    inside = history.during(now)

    yield f"What were my total sales in {now:%B %Y}?", _revenue(inside), _total("revenue")
    yield f"How many sales did we make in {last:%B %Y}?", _sales(history.during(last)), _total("sales_count")
    yield (
        f"average sale in {now:%B %Y}",
        _money(sum((line.revenue for line in inside), Decimal(0)) / _sales(inside)),
        _total("average_sale"),
    )
    by_code = _summed(history.during(last), lambda line: line.sku)
    named = {history.first_name[sku]: value for sku, value in by_code.items()}
    yield f"top 5 products by revenue in {last:%B %Y}", _top(named, 5), _rows("product", "revenue")
    known = [line for line in history.during(before, now) if line.customer]
    yield (
        f"Who were the top 5 customers from {before:%B %Y} to {now:%B %Y}?",
        _top(_summed(known, lambda line: line.customer), 5),
        _rows("customer", "revenue"),
    )
    yield (
        f"How many units were returned in {last:%B %Y}?",
        -sum(line.units for line in history.during(last) if line.units < 0),
        _total("returned_units"),
    )
    yield (
        f"monthly sales from {first:%B %Y} to {now:%B %Y}",
        [(f"{month:%B %Y}", _revenue(history.during(month))) for month in history.months],
        _rows("month", "revenue"),
    )
    yield (
        f"How many {goods} did we sell in {last:%B %Y}?",
        sum(line.units for line in history.during(last) if line.product == goods),
        _total("units"),
    )
    yield (
        f"How much did {buyer} buy between {first:%B %Y} and {now:%B %Y}?",
        _revenue([line for line in history.lines if line.customer == buyer]),
        _total("revenue"),
    )
    yield (
        f"compare {before:%B} and {last:%B %Y} sales",
        [_revenue(history.during(before)), _revenue(history.during(last))],
        lambda data: [data["total"]["revenue"], data["before"]["revenue"]],
    )


def _total(key: str) -> Callable[[Any], Any]:
    return lambda data: data["total"][key]


def _rows(dimension: str, key: str) -> Callable[[Any], Any]:
    return lambda data: [(row[dimension], row[key]) for row in data["rows"]]


_GOODS = (
    "Chop box, large",
    "Chop box, small",
    "Enamel basin 40 cm",
    "Enamel basin 60 cm",
    "Kente table runner",
    "Batik cushion cover",
    "Calabash bowl",
    "Cocoa butter 250 g",
    "Shea soap bar",
    "Raffia market basket",
    "Adinkra mug",
    "Palm oil lamp",
    "Wooden stool",
    "Bolga fan",
    "Brass bell",
    "Glass bead necklace",
    "Clay grinding bowl",
    "Straw hat",
    "Gift wrap, gold",
    "Birthday candles",
)
_SERVICES = (("POST", "Delivery"), ("M", "Manual entry"))


def write(path: Path, *, invoices: int = 900, seed: int = 7) -> None:
    """Half a year of a gift shop's trade, the same for the same seed."""
    random_ = random.Random(seed)
    with path.open("w", newline="", encoding="utf-8") as stream:
        file = csv.writer(stream)
        file.writerow(COLUMNS)
        for number in range(invoices):
            file.writerows(_invoice(1001 + number, 181 * number // invoices, random_))


def _invoice(number: int, day: int, random_: random.Random) -> Iterator[tuple[Any, ...]]:
    back = random_.random() < 0.08
    sold_at = dt.datetime(2024, 12, 1, random_.randint(8, 18), random_.randint(0, 59)) + dt.timedelta(days=day)  # noqa: DTZ001
    buyer = f"Kiosk {random_.randint(1, 60)}" if random_.random() < 0.7 else ""
    for place in random_.sample(range(len(_GOODS)), random_.randint(1, 6)):
        name = _GOODS[place] if place != 3 or day < 90 else "Enamel basin 60 cm, white"
        units = -random_.randint(1, 3) if back else random_.choice((1, 1, 2, 6, 12, 48))
        price = 0 if random_.random() < 0.01 else Decimal(random_.randint(150, 9000)) / 100
        yield f"{'C' * back}{number}", sold_at.isoformat(), f"G{place:02}", name, units, price, buyer
    if not back and random_.random() < 0.1:
        sku, name = random_.choice(_SERVICES)
        yield str(number), sold_at.isoformat(), sku, name, 1, Decimal(random_.randint(500, 4000)) / 100, buyer
