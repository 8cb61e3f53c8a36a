"""Makes a demo shop's rows and saves them, once."""

import datetime as dt
import random
import uuid
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db import models, transaction
from django.db.models import F

from accounts.models import Business, Membership, Storefront, Subscription, User
from ai_features.models import CreditLot
from ai_features.services import AIBillingService
from ai_features.services.consent import give_consent
from app.demo import repricing
from app.demo.buying import Buying
from app.demo.debts import Debts
from app.demo.profile import Profile, Year
from app.demo.spending import Spending
from app.demo.tills import Tills
from app.demo.trade import Crew, Trade
from common import bulk, clock
from common.clock import start_of
from common.tenancy import Caller, Role, TenantModel
from inventory.models import (
    Category,
    GoodsReceipt,
    PriceChange,
    Product,
    PurchaseOrder,
    Stock,
    StockCount,
    StockMovement,
    Supplier,
    SupplierPayment,
    Transfer,
)
from sales.models import (
    CollectionNote,
    Customer,
    Expense,
    InvoiceCounter,
    Payment,
    PaymentAllocation,
    PriceTier,
    PromiseToPay,
    Sale,
    SaleLine,
    TillEvent,
    TillMovement,
    TillSession,
)

SEED = 2026
NAMESPACE = uuid.UUID("5f2b6f0e-6d0c-4b8e-9a59-0d7c1a3e8b11")
HAPPENED_AT = {  # what the time of a row's making is taken from
    PriceChange: "at",
    Sale: "sold_at",
    SaleLine: "sold_at",
    Payment: "received_at",
    PaymentAllocation: "at",
    StockMovement: "at",
    Transfer: "at",
    PurchaseOrder: "sent_at",
    GoodsReceipt: "received_at",
    SupplierPayment: "paid_at",
    StockCount: "closed_at",
    CollectionNote: "at",
    TillSession: "opened_at",
    TillMovement: "at",
    TillEvent: "at",
}


def business_id(profile: Profile) -> uuid.UUID:
    """The same on every machine."""
    return uuid.uuid5(NAMESPACE, profile.key)


def is_loaded(profile: Profile) -> bool:
    return Business.objects.filter(pk=business_id(profile)).exists()


class Loader:
    """Loads one profile for the year before `today`. Equal seeds and days give equal rows.

    People, storefronts, customers, suppliers and products have the same keys on every day: the API's examples name
    them.
    """

    def __init__(self, profile: Profile, today: dt.date, password: str) -> None:
        self.profile, self.year = profile, Year.until(today)
        self.password = password
        self.keys = random.Random(f"{SEED} {profile.key} keys")  # noqa: S311
        self.rng = random.Random(f"{SEED} {profile.key} {today}")  # noqa: S311

    def new_id(self) -> uuid.UUID:
        return uuid.UUID(int=self.keys.getrandbits(128), version=4)

    @transaction.atomic
    def load(self) -> None:
        """Everything, or nothing when something fails."""
        self.business = self._business(business_id(self.profile))
        crew = self._crew()
        trade = Trade(self.profile, self.year, crew, rng=self.rng, new_id=self.new_id)
        self._set_reorder_levels(trade)
        trade.run()
        debts = Debts(trade, self.year, self.rng, self.new_id)
        debts.settle_up()
        buying = Buying(trade.room, self.year, f"{SEED} {self.profile.key} {self.year.end} buying")
        seed = f"{SEED} {self.profile.key} {self.year.end}"
        tills = Tills(trade, self.year, f"{seed} tills")
        spending = Spending(crew, trade.lines, tills, self.year, f"{seed} spending")
        bulk.insert(tills.sessions)
        self._save(trade, debts)
        for rows in (*buying.tables(), *tills.tables(), *spending.tables()):
            bulk.insert(rows)
        bulk.insert(list(repricing.changes(crew.products.values(), self.year, crew.manager, self.new_id)))
        self._age()
        self._agree_to_ai(crew.owner)

    def _business(self, pk: uuid.UUID) -> Business:
        opened = start_of(self.year.start)
        business = Business.objects.create(
            id=pk,
            name=self.profile.name,
            phone=self.profile.phone,
            email=self.profile.people[0].email,
            address=self.profile.address,
            opens_at=dt.time(8),
            closes_at=dt.time(20),
        )
        Business.objects.filter(pk=pk).update(created_at=opened)
        Subscription.objects.create(
            business=business,
            status=Subscription.Status.ACTIVE,
            started_on=self.year.start,
            renews_on=self.year.end + relativedelta(years=1),
        )
        return business

    def _crew(self) -> Crew:
        storefronts = [
            Storefront.objects.create(id=self.new_id(), business=self.business, name=name, address=address)
            for name, address, _ in self.profile.storefronts
        ]
        people = [self._member(number, storefronts) for number in range(len(self.profile.people))]
        cashiers = [person for person in people if person.role == Role.CASHIER]
        return Crew(
            storefronts=storefronts,
            owner=people[0],
            manager=people[1],
            tills=[[person for person in cashiers if person.storefront == shop] for shop in storefronts],
            customers=list(zip(self.profile.buyers, self._customers(), strict=True)),
            products=self._products(),
        )

    def _member(self, number: int, storefronts: list[Storefront]) -> Membership:
        person = self.profile.people[number]
        user = User(id=self.new_id(), email=person.email, name=person.name, password=self.password)
        user.email_verified_at = clock.now()
        user.save(force_insert=True)
        return Membership.objects.create(
            id=self.new_id(),
            business=self.business,
            user=user,
            name=person.name,
            role=person.role,
            storefront=storefronts[person.shop] if person.shop >= 0 else None,
        )

    def _customers(self) -> list[Customer]:
        area = 240000100 if self.profile.key == "accra" else 540000500
        return [
            Customer(
                id=self.new_id(),
                business=self.business,
                name=buyer.name,
                phone=f"+233{area + number}",
                form_of_address=buyer.address_as,
                language=buyer.language,
                price_tier=PriceTier.WHOLESALE if buyer.wholesale else PriceTier.RETAIL,
                credit_limit=None if buyer.limit is None else Decimal(buyer.limit),
                terms_days=buyer.terms,
                marketing_allowed=number % 3 == 0,
            )
            for number, buyer in enumerate(self.profile.buyers)
        ]

    def _products(self) -> dict[str, Product]:
        suppliers = {
            name: Supplier.objects.create(
                id=self.new_id(),
                business=self.business,
                name=name,
                lead_time_days=days,
                phone=f"+23320000{number:04}",
                email=f"orders@{name.lower().replace(' ', '-')}.example",
            )
            for number, (name, days) in enumerate(self.profile.suppliers.items(), start=1)
        }
        categories = {
            name: Category.objects.create(id=self.new_id(), business=self.business, name=name)
            for name in dict.fromkeys(good.category for good in self.profile.goods)
        }
        return {
            good.sku: Product(
                id=self.new_id(),
                business=self.business,
                sku=good.sku,
                name=good.name,
                brand=good.brand,
                category=categories[good.category],
                supplier=suppliers[good.supplier],
                unit=good.unit,
                cost=good.cost,
                retail_price=good.retail,
                wholesale_price=good.wholesale,
            )
            for good in self.profile.goods
        }

    def _set_reorder_levels(self, trade: Trade) -> None:
        """What one storefront sells in the lead time and a day."""
        for good in self.profile.goods:
            days = self.profile.suppliers[good.supplier] + 1
            sold = trade.per_week[good.sku] / len(self.profile.storefronts) * days / 7
            trade.crew.products[good.sku].reorder_level = Decimal(max(1, round(sold)))

    def _save(self, trade: Trade, debts: Debts) -> None:
        tables: list[list[models.Model]] = [
            list(rows)
            for rows in (
                trade.crew.products.values(),
                [customer for _, customer in trade.crew.customers],
                trade.sales,
                trade.lines,
                trade.book.payments,
                trade.book.allocations,
                trade.room.transfers,
                trade.room.movements,
                trade.room.stock(),
                debts.notes,
                debts.promises,
                debts.plans,
                debts.instalments,
            )
        ]
        for rows in tables:
            bulk.insert(rows)
        InvoiceCounter.objects.create(business=self.business, last=trade.number)

    def _agree_to_ai(self, owner: Membership) -> None:
        """Consent and the trial that comes with it, and the credits that staff granted on top."""
        assert owner.user_id
        give_consent(Caller(self.business.pk, owner.pk, owner.user_id, Role.OWNER))
        if self.profile.granted_credits:
            AIBillingService.grant(
                business_id=self.business.pk,
                credits=self.profile.granted_credits,
                source=CreditLot.Source.GRANT,
                reason="To try the AI features",
                key="demo",
            )

    def _age(self) -> None:
        """Rows were made when what they tell happened, not when the demo was loaded."""
        for model, moment in HAPPENED_AT.items():
            model.objects.of(self.business.pk).update(created_at=F(moment))
        first: list[type[TenantModel]] = [Product, Category, Supplier, Storefront, Membership, Stock]
        for model in first:
            model.objects.of(self.business.pk).update(created_at=start_of(self.year.start))
        PromiseToPay.objects.of(self.business.pk).update(created_at=F("promised_on"))
        Expense.objects.of(self.business.pk).update(created_at=F("spent_on"))
        self._age_customers()

    def _age_customers(self) -> None:
        customers = {customer.phone: customer for customer in Customer.objects.of(self.business.pk)}
        for customer, buyer in zip(
            sorted(customers.values(), key=lambda each: each.phone), self.profile.buyers, strict=True
        ):
            customer.created_at = start_of(self.year.end - dt.timedelta(days=buyer.since))
        Customer.objects.bulk_update(customers.values(), ["created_at"])


def today() -> dt.date:
    """The day up to which the demo has trade."""
    return clock.today()
