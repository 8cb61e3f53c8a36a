"""Packs, price lists and the prices of other shops."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction

from accounts.services import audit
from common import errors
from common import shop_clock as clock
from common.money import ZERO
from common.slips import confirm_amounts
from common.tenancy import MANAGEMENT, Caller
from inventory import queries
from inventory.models import CompetitorPrice, Pack, PriceList, PriceListEntry, Product

PACK_PRICES = frozenset({"retail_price", "wholesale_price"})
Entry = dict[str, Any]


@transaction.atomic
def save_pack(caller: Caller, pack_id: uuid.UUID | None, *, confirmed: bool = False, **fields: Any) -> Pack:
    """Add a pack (`pack_id` None) or change one; its product and its units stay as they are.

    Raises `InvalidInput` for a name or barcode that is taken, or for part of a unit of what is sold in whole
    units, and `ConfirmationRequired` for a price that looks like a slip.
    """
    caller.require(*MANAGEMENT)
    for name in ("retail_price", "wholesale_price"):
        confirm_amounts([fields.get(name) or ZERO], field=name, confirmed=confirmed)
    pack = Pack(business_id=caller.business_id)
    if pack_id is not None:
        pack = (
            Pack.objects.select_for_update(of=("self",))
            .select_related("product")
            .get_or_404(caller.business_id, pack_id)
        )
        _check_what_stays(pack, fields)
    changed = audit.differences(pack, fields, PACK_PRICES)
    for name, value in fields.items():
        setattr(pack, name, value)
    _check_pack(pack)
    _save(pack, "name", "This product already has a pack with this name.")
    if changed:
        subject = f"{pack.product.name}, {pack.name}"
        audit.record(caller, audit.Action.PRICE_CHANGED, subject=subject, subject_id=pack.product_id, **changed)
    return pack


def retire_pack(caller: Caller, pack_id: uuid.UUID) -> None:
    """No longer for sale; the lines that sold it stay as they are."""
    save_pack(caller, pack_id, is_active=False)


@transaction.atomic
def save_price_list(
    caller: Caller, list_id: uuid.UUID | None, *, entries: Sequence[Entry] | None = None, **fields: Any
) -> PriceList:
    """Add a list (`list_id` None) or change one; `entries`, where given, take the place of all that it had.

    Raises `InvalidInput` for a name that is taken, days in the wrong order, or an entry that cannot be.
    """
    caller.require(*MANAGEMENT)
    listed = PriceList(business_id=caller.business_id)
    if list_id is not None:
        listed = PriceList.objects.select_for_update().get_or_404(caller.business_id, list_id)
    for name, value in fields.items():
        setattr(listed, name, value)
    if listed.starts_on and listed.ends_on and listed.ends_on < listed.starts_on:
        raise errors.InvalidInput.field("ends_on", "The last day cannot be before the first.")
    _save(listed, "name", "You already have a price list with this name.")
    if entries is not None:
        PriceListEntry.objects.of(caller.business_id).filter(price_list=listed).delete()
        PriceListEntry.objects.bulk_create(_entries(listed, entries))
    prices = {} if entries is None else {"prices": len(entries)}
    audit.record(caller, audit.Action.PRICE_CHANGED, subject=listed.name, subject_id=listed.pk, **prices)
    return listed


@transaction.atomic
def delete_price_list(caller: Caller, list_id: uuid.UUID) -> None:
    """Remove a list with its prices; the customers who had it pay the prices of their tier."""
    caller.require(*MANAGEMENT)
    listed = PriceList.objects.select_for_update().get_or_404(caller.business_id, list_id)
    audit.record(caller, audit.Action.PRICE_CHANGED, subject=listed.name, subject_id=listed.pk, prices=0)
    listed.delete()


def save_competitor_price(caller: Caller, price_id: uuid.UUID | None, **fields: Any) -> CompetitorPrice:
    """Write down what another shop asks (`price_id` None), or correct it. Raises `InvalidInput` for a day to come."""
    caller.require(*MANAGEMENT)
    seen = CompetitorPrice(business_id=caller.business_id, by_id=caller.membership_id, seen_on=clock.today())
    if price_id is not None:
        seen = CompetitorPrice.objects.get_or_404(caller.business_id, price_id)
    for name, value in fields.items():
        setattr(seen, name, value)
    if seen.seen_on > clock.today():
        raise errors.InvalidInput.field("seen_on", "This day is yet to come.")
    seen.save()
    return seen


def delete_competitor_price(caller: Caller, price_id: uuid.UUID) -> None:
    """Forget a price that was entered by mistake."""
    caller.require(*MANAGEMENT)
    CompetitorPrice.objects.get_or_404(caller.business_id, price_id).delete()


def _check_what_stays(pack: Pack, fields: Entry) -> None:
    for name, field in (("product", "product_id"), ("units", "units")):
        if fields.get(name, getattr(pack, name)) != getattr(pack, name):
            raise errors.InvalidInput.field(field, "This cannot be changed: retire the pack and create a new one.")


def _check_pack(pack: Pack) -> None:
    if pack.product.whole_units_only and pack.units % 1:
        raise errors.InvalidInput.field("units", f"{pack.product.name} is sold in whole units.")
    others = Pack.objects.of(pack.business_id).exclude(pk=pack.pk)
    for rows in (Product.objects.of(pack.business_id), others) if pack.barcode else ():
        if rows.filter(queries.has_barcode(pack.barcode)).exists():
            raise errors.InvalidInput.field("barcode", "This barcode is taken already.")


def _entries(listed: PriceList, entries: Sequence[Entry]) -> list[PriceListEntry]:
    seen: set[tuple[Any, ...]] = set()
    for number, entry in enumerate(entries):
        pack = entry.get("pack")
        if pack and pack.product_id != entry["product"].pk:
            raise _problem(number, "pack_id", "This pack is of another product.")
        key = (entry["product"].pk, pack and pack.pk, entry.get("min_quantity", ZERO))
        if key in seen:
            raise _problem(number, "min_quantity", "There is a price from this quantity on already.")
        seen.add(key)
    return [PriceListEntry(business_id=listed.business_id, price_list=listed, **entry) for entry in entries]


def _problem(number: int, field: str, problem: str) -> errors.InvalidInput:
    return errors.InvalidInput(f"Entry {number + 1}: {problem}", fields={"entries": {str(number): {field: [problem]}}})


def _save(row: Pack | PriceList, field: str, taken: str) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as problem:
        raise errors.InvalidInput.field(field, taken) from problem
