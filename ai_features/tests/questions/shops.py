"""Shops with fourteen months of trade under the same names; the raw rows are kept for checking."""

import datetime as dt
import random
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from accounts.models import Business, Storefront
from accounts.tests.builders import make_business, make_member, make_storefront
from common import clock
from common.tenancy import Role
from inventory.models import Category, Product, Stock, Supplier
from sales.models import Customer, Payment, Sale, SaleLine

CATALOGUE = (
    # name, brand, category, supplier, cost (none: not known), price, units on hand, reorder level
    ('Samsung 43" TV', "Samsung", "Televisions", "Electroland", "1500", "2000", 9, 2),
    ('Samsung 55" QLED TV', "Samsung", "Televisions", "Electroland", "4200", "5600", 1, 2),
    ('LG 32" TV', "LG", "Televisions", "Electroland", "900", "1250", 6, 2),
    ("Samsung Galaxy A15", "Samsung", "Phones", "Electroland", "1300", "1700", 14, 4),
    ("Tecno Spark 20", "Tecno", "Phones", "Circle Mobile", "950", "1200", 3, 4),
    ("Royal Rice 5 kg", "Royal", "Groceries", "Harbour Foods", "62", "80", 120, 40),
    ("Gino Rice 25 kg", "Gino", "Groceries", "Harbour Foods", "300", "380", 12, 15),
    ("Frytol Oil 1 L", "Frytol", "Groceries", "Harbour Foods", "28", "36", 60, 20),
    ("Milo 400 g", "Nestle", "Drinks", "Harbour Foods", "33", "45", 0, 12),
    ("Bel-Aqua Water 1.5 L", "Bel", "Drinks", "Harbour Foods", "3", "5", 300, 100),
    ("Phone charger", "", "Accessories", "Circle Mobile", "20", "45", 25, 10),
    ("Extension board", "", "Accessories", "Circle Mobile", "35", "60", 8, 5),
    ("Standing fan", "Binatone", "Appliances", "Electroland", "180", "260", 7, 3),
    ("Old radio", "Binatone", "Appliances", "Electroland", "90", "140", 5, 0),
    ("Phone repair", "", "Services", "", "", "50", None, 0),
)
CUSTOMERS = (
    "Ama Mensah",
    "Kofi Mensah",
    "Kojo Asante",
    "Abena Ventures",
    "Yaw Boateng",
    "Golden Spoon Chop Bar",
    "Mary Arthur",
    "Nii Armah Enterprise",
    "Adwoa Sarpong",
    "Lapsed Larry",
)
LIMITS = {"Ama Mensah": "500.00", "Kojo Asante": "100.00", "Yaw Boateng": "900000.00"}
METHODS = (("cash", ""), ("cash", ""), ("mobile_money", "mtn"), ("mobile_money", "telecel"), ("card", ""), ("bank", ""))


@dataclass
class Line:
    """One line as it was sold, flat."""

    day: dt.date
    hour: int
    sale: Any
    product: str
    brand: str
    category: str
    supplier: str
    storefront: str
    customer: str
    staff: str
    tier: str
    units: Decimal
    revenue: Decimal
    cost: Decimal | None
    discount: Decimal

    @property
    def weekday(self) -> str:
        return f"{self.day:%A}"


@dataclass
class Paid:
    day: dt.date
    method: str
    network: str
    customer: str
    storefront: str
    staff: str
    amount: Decimal


@dataclass
class Owed:
    customer: str
    storefront: str
    open: Decimal
    due: dt.date
    number: str
    day: dt.date


@dataclass
class Trade:
    """Everything that happened in a shop."""

    business: Business
    lines: list[Line] = field(default_factory=list)
    paid: list[Paid] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)
    stock: dict[tuple[str, str], tuple[Decimal, Decimal]] = field(default_factory=dict)
    reorder_level: dict[str, Decimal] = field(default_factory=dict)
    rows: dict[type, list[Any]] = field(default_factory=dict)


def build_pair() -> tuple[Trade, Trade]:
    """Two shops with the same storefronts, staff, products and customers, and different trade."""
    names = ("Osu", "Tema"), ("Efua Sackey", "Yaw Darko")
    return build("Adom", *names, 11), build("Nhyira", *names, 23)


def build(name: str, storefronts: tuple[str, ...], staff: tuple[str, ...], seed: int) -> Trade:
    """A shop with about nine hundred sales up to yesterday, the same for the same seed and day."""
    random_ = random.Random(seed)
    business = make_business(name)
    trade = Trade(business, rows={Sale: [], SaleLine: [], Payment: []})
    places = {each: make_storefront(business, each) for each in storefronts}
    people = {each: make_member(business, Role.CASHIER, name=each) for each in staff}
    products = _catalogue(business)
    customers = {
        each: Customer.objects.create(business=business, name=each, credit_limit=LIMITS.get(each)) for each in CUSTOMERS
    }
    _stock(trade, products, places, random_)
    today = clock.today()
    for back in range(425, 0, -1):
        day = today - dt.timedelta(days=back)
        for _ in range(random_.randint(1, 3)):
            _sale(trade, day, random_, (places, people, products, customers))
    for model, rows in trade.rows.items():
        model._default_manager.bulk_create(rows)  # type: ignore[attr-defined]
    return trade


def _catalogue(business: Business) -> dict[str, Product]:
    found = {}
    for number, (name, brand, category, supplier, cost, price, _, level) in enumerate(CATALOGUE):
        found[name] = Product.objects.create(
            business=business,
            name=name,
            sku=f"S{number}",
            brand=brand,
            category=Category.objects.get_or_create(business=business, name=category)[0],
            supplier=Supplier.objects.get_or_create(business=business, name=supplier)[0] if supplier else None,
            cost=Decimal(cost or 0),
            retail_price=Decimal(price),
            reorder_level=level,
            tracks_stock=bool(cost),
        )
    return found


def _stock(trade: Trade, products: dict[str, Product], places: dict[str, Storefront], random_: random.Random) -> None:
    for name, *_, on_hand, level in CATALOGUE:
        trade.reorder_level[name] = Decimal(level)
        if on_hand is None:
            continue
        left = on_hand
        for place in places.values():
            here = left if place is list(places.values())[-1] else random_.randint(0, left)
            left -= here
            Stock.objects.create(business=trade.business, product=products[name], storefront=place, quantity=here)
            trade.stock[name, place.name] = (Decimal(here), products[name].cost)


def _sale(trade: Trade, day: dt.date, random_: random.Random, known: tuple[Any, Any, Any, Any]) -> None:
    places, people, products, customers = known
    place, person = random_.choice(list(places)), random_.choice(list(people))
    lately = day > clock.today() - dt.timedelta(days=200)
    buyer = random_.choice([*CUSTOMERS[:-1], "", "", ""]) if lately else CUSTOMERS[-1]
    tier = "wholesale" if buyer in ("Abena Ventures", "Nii Armah Enterprise") else "retail"
    returned = random_.random() < 0.05
    hour = random_.randint(8, 19)
    method, network = random_.choice(METHODS)
    on_credit = bool(buyer) and not returned and random_.random() < 0.2
    due = day + dt.timedelta(days=30) if on_credit else None
    moment = clock.start_of(day) + dt.timedelta(hours=hour, minutes=5)
    sale = Sale(
        business=trade.business,
        kind="return" if returned else "sale",
        number=f"S{len(trade.rows[Sale]) + 1}",
        storefront=places[place],
        customer=customers.get(buyer),
        sold_by=people[person],
        sold_at=moment,
        price_tier=tier,
        due_date=due,
    )
    total = Decimal(0)
    goods = [each for each in CATALOGUE if each[0] != "Old radio"]
    for name, brand, category, supplier, cost, price, *_ in random_.sample(goods, random_.randint(1, 3)):
        units = Decimal(random_.randint(1, 6)) * (-1 if returned else 1)
        discount = Decimal(random_.choice((0, 0, 0, 1))) if not returned else Decimal(0)
        each = Decimal(price) - (Decimal(2) if tier == "wholesale" else 0)
        revenue, spent = units * each - discount, units * Decimal(cost) if cost else None
        trade.rows[SaleLine].append(
            SaleLine(
                business=trade.business,
                sale=sale,
                product=products[name],
                storefront=places[place],
                sold_at=moment,
                quantity=units,
                unit_price=each,
                unit_cost=Decimal(cost) if cost else None,
                price_tier=tier,
                discount=discount,
                revenue=revenue,
                cost=spent,
            )
        )
        trade.lines.append(
            Line(
                day,
                hour,
                sale,
                name,
                brand,
                category,
                supplier,
                place,
                buyer,
                person,
                tier,
                units,
                revenue,
                spent,
                discount,
            )
        )
        total += revenue
    sale.subtotal = sale.total = total
    _settle(trade, sale, total, (day, place, person, buyer, method, network, due), random_)
    trade.rows[Sale].append(sale)


def _settle(trade: Trade, sale: Sale, total: Decimal, known: tuple[Any, ...], random_: random.Random) -> None:
    day, place, person, buyer, method, network, due = known
    still_open = due is not None and random_.random() < 0.3
    part = (total / 4).quantize(Decimal("0.01")) if still_open else total
    sale.paid = part
    if still_open:
        trade.owed.append(Owed(buyer, place, total - part, due, sale.number, day))
    trade.rows[Payment].append(
        Payment(
            business=trade.business,
            kind="received" if total > 0 else "refund",
            customer=sale.customer,
            sale=sale,
            storefront=sale.storefront,
            method=method,
            network=network,
            amount=abs(part),
            allocated=abs(part),
            received_by=sale.sold_by,
            received_at=sale.sold_at,
        )
    )
    trade.paid.append(Paid(day, method, network, buyer, place, person, part))
