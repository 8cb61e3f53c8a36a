"""A shop with two cashiers and a manager, and weeks of sales of theirs, for tests of what is unusual."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Membership
from accounts.tests.builders import make_member
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product
from reports.losses.weeks import Weeks
from sales.models import Sale, SaleLine


@dataclass
class Counter:
    """Who sells what. `monday` begins the last whole week."""

    shop: Shop
    ama: Membership
    esi: Membership
    manager: Membership
    rice: Product
    monday: dt.date

    def sell(
        self, person: Membership, *, week: int = 0, number: int = 40, discounted: int = 0, total: int = 100
    ) -> None:
        """`number` sales of `total` GHS in the week that is `week` weeks before the last, some with 10 GHS off."""
        first = clock.start_of(self.monday - dt.timedelta(weeks=week)) + dt.timedelta(hours=10)
        moments = [first + dt.timedelta(days=each % 6, minutes=each) for each in range(number)]
        sales = [
            self._sale(person, moment, Decimal(10 if each < discounted else 0), total)
            for each, moment in enumerate(moments)
        ]
        Sale.objects.bulk_create(sales)
        SaleLine.objects.bulk_create(self._line(sale) for sale in sales)

    def usual(self, weeks: int = 16, discounted: int = 1) -> None:
        """The same trade of both cashiers in each week before the last."""
        for week in range(1, weeks):
            for person in (self.ama, self.esi):
                self.sell(person, week=week, discounted=discounted)

    def _sale(self, person: Membership, moment: dt.datetime, off: Decimal, total: int) -> Sale:
        return Sale(
            business=self.shop.business,
            storefront=self.shop.storefront,
            sold_by=person,
            sold_at=moment,
            number=uuid.uuid4().hex[:12],
            paid=total - off,
            subtotal=total,
            discount=off,
            total=total - off,
        )

    def _line(self, sale: Sale) -> SaleLine:
        return SaleLine(
            business=self.shop.business,
            sale=sale,
            product=self.rice,
            storefront=self.shop.storefront,
            sold_at=sale.sold_at,
            quantity=1,
            unit_price=sale.subtotal,
            list_price=sale.subtotal,
            unit_cost=50,
            cost=50,
            discount=sale.discount,
            revenue=sale.total,
        )


def make_counter(shop: Shop) -> Counter:
    """People and goods, and no sale yet."""
    ama, esi = (make_member(shop.business, Role.CASHIER, name=name) for name in ("Ama Till", "Esi Till"))
    manager = make_member(shop.business, Role.MANAGER, name="Kofi Manager")
    rice = make_product(shop.business, "Rice", retail_price=100, cost=50)
    return Counter(shop, ama, esi, manager, rice, Weeks.before(clock.today()).last)
