"""Writes the checked lines of a product file: what is new, and in the mode `update` what is otherwise."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from accounts.models import Storefront
from common.csv_files import Row
from common.identifiers import without_zeros
from common.import_journal import Journal
from common.imports import ImportMode
from common.money import written_quantity
from common.tenancy import Caller
from inventory.models import Category, PriceChange, Product, Stock, StockMovement, Supplier
from inventory.services.counted_units import is_counted, is_divided
from inventory.services.import_lines import BadLine, NewProduct
from inventory.services.import_matching import Known
from inventory.services.price_history import Prices, prices_of, record_price_changes
from inventory.services.stock import StockLine, move_stock

UPDATABLE = (
    "name",
    "category_id",
    "supplier_id",
    "barcode",
    "brand",
    "unit",
    "cost",
    "retail_price",
    "wholesale_price",
    "reorder_level",
    "description",
    "tracks_stock",
)


@dataclass
class Outcome:
    """What became of a batch: counts, the refused lines with their reasons, and what to know of others."""

    imported: int = 0
    updated: int = 0
    skipped: int = 0
    refused: list[tuple[Row, str]] = field(default_factory=list)
    notices: list[tuple[int, str]] = field(default_factory=list)


class Catalogue:
    """The business's names, as far as lines refer to them. Lives for one transaction."""

    def __init__(self, caller: Caller, journal: Journal, *, mode: str, note: str) -> None:
        self.caller, self.journal, self.mode, self.note = caller, journal, mode, note
        of = caller.business_id
        self.categories = {(c.parent_id, c.name.lower()): c.pk for c in Category.objects.of(of)}
        self.suppliers = {s.name.lower(): s.pk for s in Supplier.objects.of(of)}
        self.storefronts = {s.name.lower(): s.pk for s in Storefront.objects.of(of).filter(is_active=True)}
        self.opening: dict[uuid.UUID, list[StockLine]] = defaultdict(list)
        self.outcome = Outcome()
        self._new: list[Product] = []
        self._changed: list[Product] = []
        self._prices: Prices = {}

    def add(self, lines: list[NewProduct]) -> Outcome:
        """Add the products whose SKU is not there yet, with their opening stock; change the others where the mode
        says so. To be run in a transaction."""
        known = Known(self.caller.business_id, lines)
        for line in lines:
            try:
                self._take(line, known)
            except BadLine as bad:
                self.outcome.refused.append((line.row, str(bad)))
        Product.objects.bulk_create(self._new)
        Product.objects.bulk_update(self._changed, UPDATABLE)
        from_file = PriceChange.Source.IMPORT
        record_price_changes(self._prices, self._changed, source=from_file, by_id=self.caller.membership_id)
        self.journal.add(self._new)
        self._deliver()
        return self.outcome

    def _take(self, line: NewProduct, known: Known) -> None:
        product = known.product(line)
        known.check_barcode(line, product)
        if product is None:
            made = self._built(line)
            self._new.append(made)
            self.outcome.imported += 1
            known.learn(made)
            return
        if product.sku.lower() != line.texts["sku"].lower():
            self._tell(line, f"sku {line.texts['sku']} was taken for {product.sku}, which has other leading zeros")
        self._compare(line, product, known)

    def _compare(self, line: NewProduct, product: Product, known: Known) -> None:
        """Leave a product that is there as it is, or change it; either way, say so."""
        wanted = self._wanted(line)
        if without_zeros(line.texts["barcode"]) == without_zeros(product.barcode):
            wanted.pop("barcode", None)
        other = {name: value for name, value in wanted.items() if getattr(product, name) != value}
        if not other:
            self.outcome.skipped += 1
        elif self.mode != ImportMode.UPDATE:
            self.outcome.skipped += 1
            self._tell(line, f"{product.sku} is there with another {_columns(other)}: mode=update changes it")
        else:
            if not product._state.adding:
                self.journal.watch([product], UPDATABLE)
                self._prices = prices_of([product]) | self._prices
                self._changed.append(product)
            for name, value in other.items():
                setattr(product, name, value)
            known.learn(product)
            self.outcome.updated += 1
            self._tell(line, f"{product.sku}: {_columns(other)} changed")
        if line.amounts["quantity"] and not product._state.adding:
            units = written_quantity(line.amounts["quantity"])
            self._tell(line, f"{product.sku} is there already: its quantity of {units} was not added, count it instead")

    def _wanted(self, line: NewProduct) -> dict[str, Any]:
        """The columns that the file fills, as fields."""
        texts = {name: line.texts[name] for name in ("name", "barcode", "brand", "unit", "description")}
        return {
            name: value
            for name, value in {
                **texts,
                **{name: line.amounts[name] for name in line.amounts if name != "quantity"},
                "category_id": self._category(line.category),
                "supplier_id": self._supplier(line.texts["supplier"]),
                "tracks_stock": line.tracks_stock,
            }.items()
            if value not in ("", None)
        }

    def _built(self, line: NewProduct) -> Product:
        storefront_id = self._storefront(line)
        product = Product(business_id=self.caller.business_id, sku=line.texts["sku"], **self._wanted(line))
        product.whole_units_only = is_counted(product.unit)
        quantity = line.amounts["quantity"]
        if quantity and product.whole_units_only and is_divided(quantity):
            raise BadLine(f"quantity is no whole number of {product.unit}: {written_quantity(quantity)}")
        if storefront_id and quantity:
            self.opening[storefront_id].append(StockLine(product.pk, quantity, line.amounts["cost"]))
        return product

    def _storefront(self, line: NewProduct) -> uuid.UUID | None:
        """Where the opening stock stands; without a name, the only storefront there is."""
        if not line.amounts["quantity"]:
            return None
        if name := line.texts["storefront"].lower():
            if name not in self.storefronts:
                raise BadLine(f"there is no open storefront called {line.texts['storefront']!r}")
            return self.storefronts[name]
        if len(self.storefronts) != 1:
            raise BadLine("storefront is empty: say where the quantity stands")
        return next(iter(self.storefronts.values()))

    def _category(self, way: tuple[str, ...]) -> uuid.UUID | None:
        parent_id: uuid.UUID | None = None
        for name in way:
            key = (parent_id, name.lower())
            if key not in self.categories:
                made = Category.objects.create(business_id=self.caller.business_id, name=name, parent_id=parent_id)
                self.journal.add([made])
                self.categories[key] = made.pk
            parent_id = self.categories[key]
        return parent_id

    def _supplier(self, name: str) -> uuid.UUID | None:
        if not name:
            return None
        if name.lower() not in self.suppliers:
            made = Supplier.objects.create(business_id=self.caller.business_id, name=name)
            self.journal.add([made])
            self.suppliers[name.lower()] = made.pk
        return self.suppliers[name.lower()]

    def _deliver(self) -> None:
        for storefront_id, lines in sorted(self.opening.items()):
            moved = move_stock(
                self.caller,
                storefront_id=storefront_id,
                lines=lines,
                kind=StockMovement.Kind.PURCHASE,
                reason=self.note,
            )
            self.journal.add(moved)
        self.journal.add(Stock.objects.of(self.caller.business_id).filter(product__in=[made.pk for made in self._new]))

    def _tell(self, line: NewProduct, text: str) -> None:
        self.outcome.notices.append((line.row.line, text))


def _columns(names: dict[str, Any]) -> str:
    return ", ".join(name.removesuffix("_id") for name in names)
