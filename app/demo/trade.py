"""A year at the tills of a demo shop, day by day."""

import datetime as dt
import heapq
import itertools
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Membership, Storefront
from app.demo import month, repricing
from app.demo.book import Book
from app.demo.profile import Buyer, Good, Profile, Year
from app.demo.seasons import demand, traffic
from app.demo.stockroom import Stockroom
from common.clock import ACCRA
from common.money import ZERO, cedis
from inventory.models import Product
from sales.models import Customer, Payment, PriceTier, Sale, SaleLine

Method = Payment.Method
TENDERS = (
    (Method.CASH, "", 44),
    (Method.MOBILE_MONEY, Payment.Network.MTN, 33),
    (Method.MOBILE_MONEY, Payment.Network.TELECEL, 9),
    (Method.MOBILE_MONEY, Payment.Network.AT, 3),
    (Method.CARD, "", 8),
    (Method.BANK, "", 3),
)
GROWTH = 0.15  # more sales a day at the end of the year than at its start


@dataclass
class Crew:
    """Who is who, as rows."""

    storefronts: list[Storefront]
    owner: Membership
    manager: Membership
    tills: list[list[Membership]]  # cashiers by storefront
    customers: list[tuple[Buyer, Customer]]
    products: dict[str, Product]


class Trade:
    """Runs the year. Afterwards its lists hold every row to save."""

    def __init__(
        self, profile: Profile, year: Year, crew: Crew, *, rng: random.Random, new_id: Callable[[], uuid.UUID]
    ) -> None:
        self.profile, self.year, self.crew, self.rng, self.new_id = profile, year, crew, rng, new_id
        scale = profile.daily_sales * 7 * 2.5 / sum(good.weekly / _usual(good) for good in profile.goods)
        self.per_week = {good.sku: good.weekly * scale for good in profile.goods}
        self.goods = {good.sku: good for good in profile.goods}
        self.room = Stockroom(
            profile,
            rng,
            new_id,
            products=crew.products,
            storefronts=crew.storefronts,
            keeper=crew.manager,
            per_week=self.per_week,
        )
        self.book = Book(rng, new_id, year.end - dt.timedelta(days=120), year.end)
        self.sales: list[Sale] = []
        self.lines: list[SaleLine] = []
        self.number = 0
        self._returns: list[tuple[dt.date, int, Sale, list[SaleLine]]] = []
        self._turn = itertools.count()

    def run(self) -> None:
        self.room.open(self.year.start)
        for day in self.year.days():
            self.gone = self.year.gone(day)
            self.room.morning(day, self.gone)
            if busy := traffic(day) * (1 + GROWTH * self.gone):
                self._take_returns(day)
                self.book.collect(day, self._receipt)
                self._open_doors(day, busy)

    def _open_doors(self, day: dt.date, busy: float) -> None:
        weights = [
            good.weekly / _usual(good) * demand(good.season, day, self.gone) * repricing.pull(good.sku, self.gone)
            for good in self.profile.goods
        ]
        self._wanted = list(itertools.accumulate(weights))
        self._visitors = self._regulars(day)
        expected = self.profile.daily_sales * busy
        count = max(0, round(self.rng.gauss(expected, expected**0.5)))
        for second in sorted(self.rng.randint(8 * 3600 + 600, 19 * 3600 + 3000) for _ in range(count)):
            self._serve(dt.datetime.combine(day, dt.time.min, tzinfo=ACCRA) + dt.timedelta(seconds=second))

    def _regulars(self, day: dt.date) -> tuple[list[tuple[Buyer, Customer]], list[float]]:
        """The customers who come at this time of their acquaintance, and how often each."""
        age = (self.year.end - day).days
        found = [each for each in self.crew.customers if each[0].until <= age <= each[0].since]
        return found, list(itertools.accumulate(buyer.visits for buyer, _ in found))

    def _serve(self, at: dt.datetime) -> None:
        """One visit: a basket, a till, a payment."""
        people, often = self._visitors
        buyer, customer = (
            self.rng.choices(people, cum_weights=often)[0] if self.rng.random() < 0.28 else (Buyer("walk-in"), None)
        )
        shop = self.rng.choices(range(len(self.crew.storefronts)), [s[2] for s in self.profile.storefronts])[0]
        sale = self._new_sale(shop, at, buyer, customer)
        lines = self._fill_basket(sale, shop, buyer)
        if not lines:
            return  # everything wanted had run out
        self.number += 1
        sale.number = f"INV-{self.number:06d}"
        sale.subtotal = sum((cedis(line.quantity * line.unit_price) for line in lines), ZERO)
        sale.discount = sum((line.discount for line in lines), ZERO)
        sale.total = sale.subtotal - sale.discount
        self.sales.append(sale)
        self.lines += lines
        self._pay(sale, buyer, customer)
        if self.rng.random() < 0.014:
            day = at.date() + dt.timedelta(days=self.rng.randint(1, 8))
            heapq.heappush(self._returns, (day, next(self._turn), sale, lines))

    def _new_sale(self, shop: int, at: dt.datetime, buyer: Buyer, customer: Customer | None) -> Sale:
        return Sale(
            id=self.new_id(),
            business_id=self.crew.owner.business_id,
            storefront=self.crew.storefronts[shop],
            customer=customer,
            sold_by=self.rng.choice(self.crew.tills[shop]) if self.rng.random() < 0.94 else self.crew.manager,
            sold_at=at,
            price_tier=PriceTier.WHOLESALE if buyer.wholesale else PriceTier.RETAIL,
            paid=ZERO,
        )

    def _fill_basket(self, sale: Sale, shop: int, buyer: Buyer) -> list[SaleLine]:
        size = self.rng.randint(3, 7) if buyer.wholesale else self.rng.choices((1, 2, 3, 4, 5), (38, 30, 17, 10, 5))[0]
        skus = [good.sku for good in self.rng.choices(self.profile.goods, cum_weights=self._wanted, k=size)]
        skus += [self.profile.goes_with[sku] for sku in skus if sku in self.profile.goes_with and self._chance(0.35)]
        lines: list[SaleLine] = []
        for sku in dict.fromkeys(skus):
            units = self._units(self.goods[sku], buyer)
            if units := self.room.sell((shop, sku), units, sale.sold_at, sale.pk, self.gone):
                lines.append(self._line(sale, sku, units, len(lines)))
        return lines

    def _units(self, good: Good, buyer: Buyer) -> int:
        if buyer.wholesale:
            return self.rng.randint(6, 24) if good.is_bulk else self.rng.choices((1, 2, 3), (70, 20, 10))[0]
        return self.rng.choices((1, 2, 3, 4, 6), (42, 28, 14, 10, 6))[0] if good.is_bulk else 1

    def _line(self, sale: Sale, sku: str, units: int, position: int) -> SaleLine:
        product, level = self.crew.products[sku], repricing.level(sku, self.gone)
        listed = product.wholesale_price if sale.price_tier == PriceTier.WHOLESALE else None
        price, cost = cedis((listed or product.retail_price) * level), self.room.cost(sku, self.gone)
        gross = cedis(units * price)
        discount = self._discount(sale, gross)
        return SaleLine(
            id=self.new_id(),
            business_id=sale.business_id,
            sale=sale,
            product=product,
            storefront=sale.storefront,
            sold_at=sale.sold_at,
            position=position,
            quantity=Decimal(units),
            unit_price=price,
            list_price=price,
            unit_cost=cost,
            price_tier=sale.price_tier,
            discount=discount,
            tax=ZERO,
            revenue=gross - discount,
            cost=cedis(units * cost),
        )

    def _discount(self, sale: Sale, gross: Decimal) -> Decimal:
        """A twentieth off now and then; the last cashier of one storefront is freer with it."""
        generous = sale.sold_by == self.crew.tills[0][-1]
        days_left = (self.year.end - sale.sold_at.date()).days
        rising = sale.sold_by == self.crew.tills[0][0] and len(self.crew.tills[0]) > 1
        chance = month.discount_chance(0.09 if generous else 0.02, is_rising=rising, days_left=days_left)
        return cedis(gross * Decimal("0.05")) if self._chance(chance) else ZERO

    def _pay(self, sale: Sale, buyer: Buyer, customer: Customer | None) -> None:
        if customer and self._on_account(sale, buyer, customer):
            if self._chance(0.2):
                self._take(sale, cedis(sale.total * Decimal("0.3")))
            sale.due_date = sale.sold_at.date() + dt.timedelta(days=customer.terms_days)
            self.book.put(sale, customer, buyer)
        elif self._chance(0.01) and sale.total > 20:
            self._take(sale, cedis(sale.total / 2))
            self._take(sale, sale.total - sale.paid)
        else:
            self._take(sale, sale.total)

    def _on_account(self, sale: Sale, buyer: Buyer, customer: Customer) -> bool:
        """Within the limit; without one, or now and then beyond it, the manager's name stands for it."""
        if not buyer.pays or customer.credit_hold or not self._chance(0.7 if buyer.wholesale else 0.5):
            return False
        if customer.credit_limit is not None and self.book.outstanding(customer) + sale.total <= customer.credit_limit:
            return True
        if customer.credit_limit is not None and not self._chance(0.03):
            return False
        sale.credit_approved_by = self.crew.manager
        sale.credit_approval_reason = "" if customer.credit_limit is None else "Known for years, pays after harvest"
        return True

    def _take(self, sale: Sale, amount: Decimal) -> None:
        """Money over the counter for a sale."""
        payment = self._payment(sale.customer, amount, sale.sold_at, sale.sold_by)
        payment.sale, payment.storefront = sale, sale.storefront
        self.book.receive(payment, [sale])

    def _receipt(self, day: dt.date, customer: Customer, amount: Decimal) -> Payment:
        """Money that a customer brings or sends for what is on account."""
        at = dt.datetime.combine(day, dt.time(9, self.rng.randint(0, 59)), tzinfo=ACCRA)
        payment = self._payment(customer, amount, at, self.crew.manager)
        payment.storefront = self.crew.storefronts[0]
        return payment

    def _payment(self, customer: Customer | None, amount: Decimal, at: dt.datetime, by: Membership | None) -> Payment:
        method, network, _ = self.rng.choices(TENDERS, [weight for _, _, weight in TENDERS])[0]
        return Payment(
            id=self.new_id(),
            business_id=self.crew.owner.business_id,
            customer=customer,
            method=method,
            network=network,
            amount=amount,
            allocated=ZERO,
            received_by=by,
            received_at=at,
        )

    def _take_returns(self, day: dt.date) -> None:
        while self._returns and self._returns[0][0] <= day:
            _, _, sale, lines = heapq.heappop(self._returns)
            at = dt.datetime.combine(day, dt.time(8, self.rng.randint(0, 9)), tzinfo=ACCRA)
            self._return(sale, self.rng.choice(lines), at)

    def _return(self, sale: Sale, line: SaleLine, at: dt.datetime) -> None:
        """The whole of one line comes back; its value settles what is open of the sale, the rest is paid back."""
        note = Sale(
            id=self.new_id(),
            business_id=sale.business_id,
            kind=Sale.Kind.RETURN,
            number=f"{sale.number}-R1",
            storefront=sale.storefront,
            customer=sale.customer,
            sold_by=self.crew.manager,
            sold_at=at,
            price_tier=sale.price_tier,
            subtotal=-cedis(line.quantity * line.unit_price),
            discount=-line.discount,
            total=-line.revenue,
            paid=ZERO,
            settled_at=at,
            original=sale,
            note=self.rng.choice(("Faulty", "Wrong size", "Changed their mind")),
        )
        self.sales.append(note)
        self.lines.append(self._mirrored(line, note))
        shop, sku = self.crew.storefronts.index(sale.storefront), line.product.sku
        self.room.take_back((shop, sku), int(line.quantity), at, note.pk, self.gone)
        if rest := self.book.credit(note, sale):
            self._pay_back(note, rest)

    def _mirrored(self, line: SaleLine, note: Sale) -> SaleLine:
        assert line.cost is not None
        return SaleLine(
            id=self.new_id(),
            business_id=note.business_id,
            sale=note,
            product=line.product,
            storefront=note.storefront,
            sold_at=note.sold_at,
            quantity=-line.quantity,
            unit_price=line.unit_price,
            list_price=line.list_price,
            unit_cost=line.unit_cost,
            price_tier=line.price_tier,
            discount=-line.discount,
            tax=ZERO,
            revenue=-line.revenue,
            cost=-line.cost,
            original_line=line,
        )

    def _pay_back(self, note: Sale, amount: Decimal) -> None:
        payment = self._payment(note.customer, amount, note.sold_at, note.sold_by)
        payment.kind, payment.method, payment.network = Payment.Kind.REFUND, Method.CASH, ""
        payment.sale, payment.storefront, payment.allocated = note, note.storefront, amount
        note.paid -= amount
        self.book.payments.append(payment)

    def _chance(self, probability: float) -> bool:
        return self.rng.random() < probability


def _usual(good: Good) -> float:
    """Units on a usual line."""
    return 3.5 if good.is_bulk else 1.1
