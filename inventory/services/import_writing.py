"""Writes the checked lines of a product file that are new."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Q
from django.db.models.functions import Lower

from accounts.models import Storefront
from common.csv_files import Row
from common.tenancy import Caller
from inventory.models import Category, Product, StockMovement, Supplier
from inventory.services.import_lines import BadLine, NewProduct
from inventory.services.stock import StockLine, move_stock


@dataclass
class Outcome:
    """What became of a batch: counts, and the refused lines with their reasons."""

    imported: int = 0
    skipped: int = 0
    refused: list[tuple[Row, str]] = field(default_factory=list)


class Catalogue:
    """The business's names, as far as lines refer to them. Lives for one transaction."""

    def __init__(self, caller: Caller, *, note: str) -> None:
        self.caller = caller
        self.note = note
        of = caller.business_id
        self.categories = {(c.parent_id, c.name.lower()): c.pk for c in Category.objects.of(of)}
        self.suppliers = {s.name.lower(): s.pk for s in Supplier.objects.of(of)}
        self.storefronts = {s.name.lower(): s.pk for s in Storefront.objects.of(of).filter(is_active=True)}
        self.opening: dict[uuid.UUID, list[StockLine]] = defaultdict(list)

    def add(self, products: list[NewProduct]) -> Outcome:
        """Add the products whose SKU is not there yet, with their opening stock. To be run in a transaction."""
        outcome, new = Outcome(), []
        skus, barcodes = self._taken(products)
        for product in products:
            sku, barcode = product.texts["sku"].lower(), product.texts["barcode"]
            if sku in skus:
                outcome.skipped += 1
                continue
            try:
                if barcode in barcodes:
                    raise BadLine(f"another product has the barcode {barcode}")
                new.append(self._built(product))
            except BadLine as bad:
                outcome.refused.append((product.row, str(bad)))
                continue
            skus.add(sku)
            barcodes |= {barcode} - {""}
        Product.objects.bulk_create(new)
        self._deliver()
        outcome.imported = len(new)
        return outcome

    def _taken(self, products: list[NewProduct]) -> tuple[set[str], set[str]]:
        skus = {product.texts["sku"].lower() for product in products}
        barcodes = {product.texts["barcode"] for product in products} - {""}
        there = Product.objects.of(self.caller.business_id).annotate(key=Lower("sku"))
        found = there.filter(Q(key__in=skus) | Q(barcode__in=barcodes)).values_list("key", "barcode")
        return {key for key, _ in found}, {barcode for _, barcode in found} - {""}

    def _built(self, line: NewProduct) -> Product:
        texts = line.texts
        storefront_id = self._storefront(line)
        product = Product(
            business_id=self.caller.business_id,
            sku=texts["sku"],
            name=texts["name"],
            category_id=self._category(line.category),
            supplier_id=self._supplier(texts["supplier"]),
            barcode=texts["barcode"],
            brand=texts["brand"],
            unit=texts["unit"] or "piece",
            cost=line.cost or Decimal(0),
            retail_price=line.retail_price or Decimal(0),
            wholesale_price=line.wholesale_price,
            reorder_level=line.reorder_level or Decimal(0),
            description=texts["description"],
            tracks_stock=line.tracks_stock,
        )
        if storefront_id and line.quantity:
            self.opening[storefront_id].append(StockLine(product.pk, line.quantity, line.cost))
        return product

    def _storefront(self, line: NewProduct) -> uuid.UUID | None:
        """Where the opening stock stands; without a name, the only storefront there is."""
        if not line.quantity:
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
                self.categories[key] = made.pk
            parent_id = self.categories[key]
        return parent_id

    def _supplier(self, name: str) -> uuid.UUID | None:
        if not name:
            return None
        if name.lower() not in self.suppliers:
            made = Supplier.objects.create(business_id=self.caller.business_id, name=name)
            self.suppliers[name.lower()] = made.pk
        return self.suppliers[name.lower()]

    def _deliver(self) -> None:
        for storefront_id, lines in sorted(self.opening.items()):
            move_stock(
                self.caller,
                storefront_id=storefront_id,
                lines=lines,
                kind=StockMovement.Kind.PURCHASE,
                reason=self.note,
            )
