"""What goods cost: now, before, for whom and in which packs."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from django.db.models import Count, Prefetch, QuerySet

from common import statements
from common.tenancy import TenantQuerySet
from inventory.models import CompetitorPrice, Pack, PriceChange, PriceList, PriceListEntry, Product

Priced = uuid.UUID
"""The id of what a price is for: a pack, or else a product."""
_IN_FORCE = """business_id = %s AND price_list_id IN (
    SELECT id FROM inventory_pricelist WHERE business_id = %s AND is_active
    AND (starts_on IS NULL OR starts_on <= %s) AND (ends_on IS NULL OR ends_on >= %s) AND (for_everyone OR id = %s)
)"""


def price_changes(business_id: uuid.UUID) -> TenantQuerySet[PriceChange]:
    """What prices were and became, newest first."""
    return PriceChange.objects.of(business_id).select_related("product", "by")


def packs(business_id: uuid.UUID) -> TenantQuerySet[Pack]:
    """The packs in which products are sold."""
    return Pack.objects.of(business_id).select_related("product")


def price_lists(business_id: uuid.UUID) -> QuerySet[Any]:
    """Price lists, each with `entry_count`."""
    return PriceList.objects.of(business_id).annotate(entry_count=Count("entries")).order_by("name", "pk")


def price_list_details(business_id: uuid.UUID) -> QuerySet[Any]:
    """As `price_lists`, with the entries and the names that they show. Two queries."""
    entries = PriceListEntry.objects.of(business_id).select_related("product", "pack")
    entries = entries.order_by("product__name", "product_id", "pack__units", "min_quantity", "pk")
    return price_lists(business_id).prefetch_related(Prefetch("entries", entries))


def competitor_prices(business_id: uuid.UUID) -> TenantQuerySet[CompetitorPrice]:
    """What other shops ask, the latest seen first."""
    return CompetitorPrice.objects.of(business_id).select_related("product", "by")


def goods_for_sale(
    business_id: uuid.UUID, product_ids: Collection[uuid.UUID], pack_ids: Collection[uuid.UUID]
) -> tuple[statements.Question, ...]:
    """For the products, the ids of those that any price list names, and the packs."""
    about, ids = statements.among("id", product_ids)
    products = statements.rows_where(Product, f"business_id = %s AND {about}", business_id, *ids)
    about, ids = statements.among("product_id", product_ids)
    named = f"SELECT DISTINCT product_id FROM inventory_pricelistentry WHERE business_id = %s AND {about}"  # noqa: S608
    listed = statements.columns((PriceListEntry._meta.get_field("product"),), named, business_id, *ids)
    about, ids = statements.among("id", pack_ids)
    return products, listed, statements.rows_where(Pack, f"business_id = %s AND {about}", business_id, *ids)


def packs_on_sale(business_id: uuid.UUID, product_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Pack]]:
    """The packs in which each of the products is sold, the smallest first. One query, none for no products."""
    if not product_ids:
        return {}
    about, values = statements.among("product_id", product_ids)
    rows = statements.select(Pack, f"business_id = %s AND is_active AND {about}", business_id, *values)
    found: dict[uuid.UUID, list[Pack]] = defaultdict(list)
    for pack in sorted(rows, key=lambda pack: (pack.units, pack.pk)):
        found[pack.product_id].append(pack)
    return found


def entries_in_force(
    business_id: uuid.UUID, product_ids: Collection[uuid.UUID] | None, *, own_list: uuid.UUID | None, day: dt.date
) -> dict[Priced, list[PriceListEntry]]:
    """What the lists of everyone and the customer's `own_list` say on `day`, by pack or product.

    None asks for every product. At most one query, none for no products.
    """
    if product_ids is not None and not product_ids:
        return {}
    (rows,) = statements.ask(list_entries(business_id, product_ids, own_list=own_list, day=day))
    return by_goods(entry for (entry,) in rows)


def list_entries(
    business_id: uuid.UUID, product_ids: Collection[uuid.UUID] | None, *, own_list: uuid.UUID | None, day: dt.date
) -> statements.Question:
    """For the entries of `entries_in_force`."""
    about, values = ("TRUE", []) if product_ids is None else statements.among("product_id", product_ids)
    date = day.isoformat()
    lists = (business_id, business_id, date, date, own_list)
    return statements.rows_where(PriceListEntry, f"{_IN_FORCE} AND {about}", *lists, *values)


def by_goods(entries: Iterable[PriceListEntry]) -> dict[Priced, list[PriceListEntry]]:
    """The entries by the pack or product that each is about."""
    found: dict[Priced, list[PriceListEntry]] = defaultdict(list)
    for entry in entries:
        found[entry.pack_id or entry.product_id].append(entry)
    return found


class HasPrices(Protocol):
    """What is sold by itself: a product, a pack of it, or what stands for one of them."""

    @property
    def retail_price(self) -> Decimal: ...

    @property
    def wholesale_price(self) -> Decimal | None: ...


def list_price(
    goods: HasPrices,
    quantity: Decimal,
    *,
    wholesale: bool,
    own_list: uuid.UUID | None = None,
    entries: Sequence[PriceListEntry] = (),
) -> Decimal:
    """What one of `goods` costs when so many of them are bought, in GHS.

    `entries` are those in force for the customer.

    1. The customer's own list, where it names the goods: the price of the highest quantity that is reached.
    2. Else the tier: the wholesale price, or the retail price where there is none.
    3. A list for everyone takes the place of the tier's price where it is lower.
    """
    reached = [entry for entry in entries if entry.min_quantity <= quantity]
    own = [entry for entry in reached if entry.price_list_id == own_list]
    if own:
        return _highest_break(own).price
    tier = goods.wholesale_price if wholesale and goods.wholesale_price is not None else goods.retail_price
    return min([tier, *(_highest_break(rows).price for rows in _by_list(reached))])


def _highest_break(entries: Iterable[PriceListEntry]) -> PriceListEntry:
    return max(entries, key=lambda entry: entry.min_quantity)


def _by_list(entries: Iterable[PriceListEntry]) -> Iterable[list[PriceListEntry]]:
    lists: dict[uuid.UUID, list[PriceListEntry]] = defaultdict(list)
    for entry in entries:
        lists[entry.price_list_id].append(entry)
    return lists.values()
