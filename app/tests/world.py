"""A business with a row in every table, all its texts marked, to see whether any of it is ever shown to another."""

import datetime as dt
import itertools
import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction
from knox.models import AuthToken

from accounts.models import Business, Export, LogIn, User
from accounts.tests.builders import caller_of, make_storefront
from ai_features.models import (
    Automation,
    Brief,
    BriefCard,
    Conversation,
    CustomerMessage,
    OfferedQuestion,
    Proposal,
    ProposalStep,
)
from ai_features.services import AIBillingService
from ai_features.services.payments.invoices import issue
from ai_features.services.query_intelligence.plan import Plan
from ai_features.tests.builders import agree, answered, make_hold, make_purchase
from ai_features.tests.losses import make_loss_alert
from common import clock
from conftest import Shop
from inventory.models import Product, ProductPair
from inventory.services import (
    Found,
    NewBill,
    ReceivedLine,
    SentBackLine,
    StockLine,
    enter_count,
    pay_supplier,
    receive_order,
    send_back,
    start_count,
    transfer_stock,
)
from inventory.tests.builders import make_category, make_order, make_product, make_supplier
from sales.models import CollectionNote, Customer
from sales.tests.builders import make_customer, make_invoice, make_payment, make_return, pay

OURS = ("accounts", "inventory", "sales", "ai_features")
TEXTS = (models.CharField, models.TextField)
_numbers = itertools.count(1)


def tenant_models() -> list[type[models.Model]]:
    """Every model whose rows belong to one business."""
    found = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return [model for model in found if any(f.name == "business" for f in model._meta.fields)]


@dataclass
class World:
    """The rows of one business, one of each model at least."""

    shop: Shop
    rows: dict[type[models.Model], models.Model] = field(default_factory=dict)

    def id_of(self, model: type[models.Model]) -> str:
        return str(self.rows[model].pk)

    def snapshot(self) -> dict[str, list[Any]]:
        """Everything that is stored of this business, to see whether anything changed."""
        return {
            model._meta.label: sorted(map(repr, model._default_manager.filter(business_id=self.shop.id).values_list()))
            for model in tenant_models()
        }

    def secrets(self) -> set[str]:
        """Ids and texts that nobody else may see."""
        told = {str(self.shop.id), self.shop.business.name}
        for model in tenant_models():
            for row in model._default_manager.filter(business_id=self.shop.id):
                told.add(str(row.pk))
                told |= {str(getattr(row, name)) for name in _text_fields(model)}
        users = User.objects.filter(memberships__business_id=self.shop.id)
        told |= {value for user in users for value in (str(user.pk), user.email, user.name)}
        return {text for text in told if len(text) >= 8}


def furnish(shop: Shop, mark: str) -> World:
    """Fill `shop`: trade through the builders, every other table with a generic row."""
    world = World(shop)
    _trade(shop, mark)
    _credits(shop)
    _offered(shop, mark)
    _proposed(shop, mark)
    copy = ContentFile(b"", name=f"{mark}.zip")
    Export.objects.create(business=shop.business, by=shop.owner, status="done", file=copy)
    for model in tenant_models():
        row = model._default_manager.filter(business_id=shop.id).first()
        world.rows[model] = row or _generic_row(model, world, mark)
    world.rows[Business] = shop.business
    token, _ = AuthToken.objects.create(user=shop.owner.user)
    world.rows[LogIn] = LogIn.objects.create(token=token, device=f"{mark} browser")
    return world


def _trade(shop: Shop, mark: str) -> None:
    business, market = shop.business, make_storefront(shop.business, f"{mark} market")
    category = make_category(business, f"{mark} grains", make_category(business, f"{mark} food"))
    product = make_product(
        business,
        f"{mark} rice",
        stock=50,
        storefront=shop.storefront,
        category=category,
        sku=f"{mark}-1",
        supplier=make_supplier(business, f"{mark} mills"),
        reorder_level=60,
        barcode=f"{mark}-bars",
    )
    beans = make_product(business, f"{mark} beans", sku=f"{mark}-2")
    ProductPair.objects.create(business=business, product=product, other=beans, together=9, popularity=12, score=0.5)
    lines = [StockLine(product.pk, Decimal(5))]
    here, there = shop.storefront.pk, market.pk
    transfer_stock(
        caller_of(shop.owner), from_storefront_id=here, to_storefront_id=there, lines=lines, note=f"{mark} lorry"
    )
    _buy(shop, product, mark)
    customer = make_customer(business, f"{mark} debtor", email=f"{mark}@example.com", credit_limit=500)
    sold: dict[str, Any] = {"product": product, "storefront": shop.storefront, "sold_by": shop.owner}
    for days in (200, 120, 90, 45):
        moment = clock.now() - dt.timedelta(days=days)
        invoice = make_invoice(customer, 80, sold_at=moment, number=f"{mark}-{days}", **sold)
        if days > 90:
            pay(invoice, 80, at=moment + dt.timedelta(days=40))
    make_return(make_invoice(customer, 30, number=f"{mark}-returned", paid=30, **sold))
    make_payment(customer, 5, reference=f"{mark}-momo")


def _buy(shop: Shop, product: Product, mark: str) -> None:
    """An order of which a part came, with an expiry date and a bill; and a count."""
    order = make_order(product, shop.storefront, 9, note=f"{mark} order note")
    come = ReceivedLine(product.pk, Decimal(4), Decimal(6), f"{mark} batch", clock.today() + dt.timedelta(days=20))
    owner, of = caller_of(shop.owner), order.supplier_id
    bill = NewBill(number=f"{mark} bill", note=f"{mark} on account")
    receive_order(owner, order.pk, lines=[come], reference=f"{mark} delivery note", bill=bill)
    back = [SentBackLine(product.pk, Decimal(1))]
    send_back(owner, supplier_id=of, storefront_id=shop.storefront.pk, lines=back, reason=f"{mark} leaks")
    money: dict[str, Any] = {"amount": Decimal(5), "method": "cash", "reference": f"{mark} voucher"}
    count = start_count(owner, storefront_id=shop.storefront.pk, note=f"{mark} yearly count")
    enter_count(owner, count.pk, found=[Found(product.pk, Decimal(20))])
    pay_supplier(owner, supplier_id=of, note=f"{mark} part", **money)


def _offered(shop: Shop, mark: str) -> None:
    plan = Plan(metrics=("revenue",)).model_dump(mode="json")
    words = {"asked": f"{mark} takings zonk", "question": f"{mark} total sales", "phrase": f"{mark} phrase"}
    card = {"kind": "collect", "rank": 1, "title": f"{mark} asks", "figure": "GHS 5.00", "why_now": f"{mark} is late"}
    action = {"label": "See", "method": "GET", "path": "/", "body": None}
    BriefCard.objects.create(business=shop.business, day=clock.today(), stake=5, action=action, **card)
    make_loss_alert(shop.business, storefront=shop.storefront, verdict_note=f"{mark} verdict")
    Brief.objects.create(business=shop.business, day=clock.today())
    Conversation.objects.create(
        business=shop.business, user_id=shop.owner.user_id, feature="support_chat", updated_at=clock.now()
    )
    OfferedQuestion.objects.create(business=shop.business, user_id=shop.owner.user_id, plan=plan, **words)


def _proposed(shop: Shop, mark: str) -> None:
    business, customer = shop.business, Customer.objects.of(shop.id).get(name=f"{mark} debtor")
    payload = {"customer_id": str(customer.pk), "channel": "sms", "message_type": "first_reminder", "text": f"{mark}!"}
    now = {"executed_at": clock.now(), "acts_at": clock.now(), "expires_at": clock.now()}
    done = Proposal.objects.create(
        business=business,
        kind="reminder",
        key=f"{mark} key",
        summary=f"{mark} reminder",
        payload=payload,
        facts={},
        fingerprint=f"{mark} fingerprint",
        customer=customer,
        state="executed",
        approved_by=shop.owner,
        **now,
    )
    ProposalStep.objects.create(business=business, proposal=done, state="executed", at=clock.now(), note=f"{mark} yes")
    note = CollectionNote.objects.create(
        business=business, customer=customer, channel="sms", outcome="sent", text=f"{mark} text", at=clock.now()
    )
    CustomerMessage.objects.create(
        business=business,
        proposal=done,
        customer=customer,
        note=note,
        channel="sms",
        level="first_reminder",
        day=clock.today(),
        text=f"{mark} sms",
        subject=f"{mark} subject",
        provider_id=f"{mark} provider",
        started_at=clock.now(),
        problem=f"{mark} problem",
        status="uncertain",
    )
    Automation.objects.create(business=business, kind="reminder", changed_by=shop.owner)


def _credits(shop: Shop) -> None:
    agree(caller_of(shop.owner))
    taxes = [{"name": "VAT", "rate": "15", "amount": "12.00"}]
    purchase = make_purchase(shop.id, payment_status="completed", taxes=taxes)
    issue(purchase)
    AIBillingService.grant(business_id=shop.id, credits=Decimal(80), source="purchase", purchase=purchase)
    AIBillingService.settle(make_hold(shop.id, user_id=shop.owner.user_id).pk, record=answered())
    make_hold(shop.id, user_id=shop.owner.user_id)


def _generic_row(model: type[models.Model], world: World, mark: str) -> models.Model:
    values = {f.attname: v for f in model._meta.concrete_fields if (v := _value(f, world, mark)) is not None}
    try:
        with transaction.atomic():
            return model._default_manager.create(**values)
    except IntegrityError as problem:
        pytest.fail(f"{model.__name__} cannot be made by guessing ({problem}): make one in app/tests/world.py")


def _value(column: Any, world: World, mark: str) -> Any:
    """A value for a column that must have one, and for every text; None leaves it to its default."""
    if column.is_relation:
        return None if column.null else _related(column, world)
    if isinstance(column, TEXTS) and not column.choices:
        return f"{mark}{next(_numbers)}@example.com" if isinstance(column, models.EmailField) else _text(column, mark)
    if column.has_default() or column.null or getattr(column, "auto_now_add", False):
        return None
    if isinstance(column, models.FileField):
        return ContentFile(b"", name=f"{mark}.{'jpg' if column.name == 'photo' else 'csv'}")
    if column.choices:
        return column.choices[0][0]
    guesses = {
        models.DateTimeField: clock.now() + dt.timedelta(days=3),
        models.DateField: clock.today() + dt.timedelta(days=3),
        models.JSONField: {},
        models.UUIDField: uuid.uuid4(),
        models.IntegerField: next(_numbers),
    }
    return next((guess for kind, guess in guesses.items() if isinstance(column, kind)), 1)


def _text(column: Any, mark: str) -> str:
    return f"{mark} {next(_numbers)} {column.name}"[: column.max_length]


def _related(column: Any, world: World) -> Any:
    target = column.related_model
    if target is Business:
        return world.shop.id
    if target is User:
        return world.shop.owner.user_id
    if target not in world.rows:
        row = target._default_manager.filter(business_id=world.shop.id).first()
        world.rows[target] = row or _generic_row(target, world, "")
    return world.rows[target].pk


def _text_fields(model: type[models.Model]) -> list[str]:
    return [f.name for f in model._meta.concrete_fields if isinstance(f, TEXTS) and not f.choices]
