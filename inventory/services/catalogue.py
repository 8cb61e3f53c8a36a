"""Products, their categories and whom they are bought from."""

import uuid
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError

from accounts.services import audit
from common import errors
from common.money import ZERO
from common.slips import confirm_amounts, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory import queries
from inventory.models import Category, Pack, PriceChange, Product, Supplier
from inventory.services.counted_units import is_counted
from inventory.services.price_history import prices_of, record_price_changes

Row = TypeVar("Row", bound=Model)
PRICES = frozenset({"cost", "retail_price", "wholesale_price"})


def create_product(caller: Caller, *, confirmed: bool = False, **fields: Any) -> Product:
    """A new product. Raises `InvalidInput` naming `sku` or `barcode` when it is taken.

    Raises `ConfirmationRequired` for a price or reorder level that looks like a slip.
    """
    caller.require(*MANAGEMENT)
    _confirm(fields, confirmed=confirmed)
    fields.setdefault("whole_units_only", is_counted(fields.get("unit", "piece")))
    return _saved_product(Product(business_id=caller.business_id, **fields))


def change_product(
    caller: Caller, product_id: uuid.UUID, *, changes: dict[str, Any], confirmed: bool = False
) -> Product:
    """Change prices, names or anything else; stock changes through movements alone. Raises as `create_product`."""
    caller.require(*MANAGEMENT)
    _confirm(changes, confirmed=confirmed)
    with transaction.atomic():
        product = Product.objects.select_for_update(of=("self",)).get_or_404(caller.business_id, product_id)
        if changed := audit.differences(product, changes, PRICES):
            audit.record(caller, audit.Action.PRICE_CHANGED, subject=product.name, subject_id=product.pk, **changed)
        before = prices_of([product])
        saved = _saved_product(_changed(product, changes), list(changes))
        record_price_changes(before, [saved], source=PriceChange.Source.PRODUCT, by_id=caller.membership_id)
        return saved


def retire_product(caller: Caller, product_id: uuid.UUID) -> Product:
    """No longer for sale; its history stays."""
    return change_product(caller, product_id, changes={"is_active": False})


def create_supplier(caller: Caller, **fields: Any) -> Supplier:
    """A new supplier. Raises `InvalidInput` for a name that is taken."""
    caller.require(*MANAGEMENT)
    supplier = Supplier(business_id=caller.business_id, **fields)
    _save(supplier, "name", "You already have a supplier with this name.")
    return supplier


def change_supplier(caller: Caller, supplier_id: uuid.UUID, *, changes: dict[str, Any]) -> Supplier:
    """Change name, contact or lead time."""
    caller.require(*MANAGEMENT)
    supplier = _changed(Supplier.objects.get_or_404(caller.business_id, supplier_id), changes)
    _save(supplier, "name", "You already have a supplier with this name.", list(changes))
    return supplier


def delete_supplier(caller: Caller, supplier_id: uuid.UUID) -> None:
    """Forget a supplier of no product and no document. Raises `Conflict` for one that is in use."""
    caller.require(*MANAGEMENT)
    supplier = Supplier.objects.get_or_404(caller.business_id, supplier_id)
    if supplier.products.exists():
        raise errors.Conflict("Some products name this supplier; change them first.")
    try:
        supplier.delete()
    except ProtectedError as used:
        raise errors.Conflict("This supplier is named on orders or deliveries and cannot be removed.") from used


def create_category(caller: Caller, **fields: Any) -> Category:
    """A new node of the tree. Raises `InvalidInput` for a name that is taken there."""
    caller.require(*MANAGEMENT)
    category = Category(business_id=caller.business_id, **fields)
    _save(category, "name", "There is a category of this name at this place already.")
    return category


@transaction.atomic
def change_category(caller: Caller, category_id: uuid.UUID, *, changes: dict[str, Any]) -> Category:
    """Rename or move a category. Raises `InvalidInput` for a move into what hangs below it."""
    caller.require(*MANAGEMENT)
    list(Category.objects.of(caller.business_id).order_by("pk").select_for_update().values_list("pk"))
    category = Category.objects.get_or_404(caller.business_id, category_id)
    parent = changes.get("parent")
    if parent and parent.pk in queries.category_and_below(caller.business_id, category_id):
        raise errors.InvalidInput.field("parent_id", "A category cannot be below itself.")
    category = _changed(category, changes)
    _save(category, "name", "There is a category of this name at this place already.", list(changes))
    return category


def delete_category(caller: Caller, category_id: uuid.UUID) -> None:
    """Remove an empty category. Raises `Conflict` for one that holds products or categories."""
    caller.require(*MANAGEMENT)
    category = Category.objects.get_or_404(caller.business_id, category_id)
    try:
        category.delete()
    except ProtectedError as used:
        raise errors.Conflict("This category still holds products or other categories; move them first.") from used


def _confirm(fields: dict[str, Any], *, confirmed: bool) -> None:
    for name in sorted(PRICES & fields.keys()):
        confirm_amounts([fields[name] or ZERO], field=name, confirmed=confirmed)
    confirm_quantities([fields.get("reorder_level") or ZERO], field="reorder_level", confirmed=confirmed)


def _changed(row: Row, changes: dict[str, Any]) -> Row:
    for name, value in changes.items():
        setattr(row, name, value)
    return row


def _save(row: Model, field: str, taken: str, changed: list[str] | None = None) -> None:
    """Save, telling a broken rule of uniqueness as a problem of `field`."""
    try:
        with transaction.atomic():
            row.save(update_fields=changed)
    except IntegrityError as problem:
        raise errors.InvalidInput.field(field, taken) from problem


def _saved_product(product: Product, changed: list[str] | None = None) -> Product:
    others = Product.objects.of(product.business_id).exclude(pk=product.pk)
    if others.filter(sku__iexact=product.sku).exists():
        raise errors.InvalidInput.field("sku", "You already have a product with this SKU.")
    packs = Pack.objects.of(product.business_id)
    if product.barcode and packs.filter(queries.has_barcode(product.barcode)).exists():
        raise errors.InvalidInput.field("barcode", "A pack has this barcode already.")
    _save(product, "barcode", "You have a product with this barcode already.", changed)
    return product
