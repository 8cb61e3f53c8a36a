"""Which product a line of a file means: by SKU, also where a spreadsheet took its leading zeros."""

import uuid
from collections import defaultdict

from django.db.models import Q
from django.db.models.functions import Lower

from common.identifiers import without_zeros
from inventory.models import Pack, Product
from inventory.services.import_lines import BadLine, NewProduct


class Known:
    """The products that the lines of a batch may mean, by SKU and by barcode."""

    def __init__(self, business_id: uuid.UUID, lines: list[NewProduct]) -> None:
        self._by_sku: dict[str, Product] = {}
        self._by_barcode: dict[str, Product] = {}
        barcodes = {line.texts["barcode"] for line in lines} - {""}
        packs = Pack.objects.of(business_id).filter(barcode__in=barcodes) if barcodes else Pack.objects.none()
        self._packs = dict(packs.values_list("barcode", "name"))
        self._alike: dict[str, list[Product]] = defaultdict(list)
        for product in _stored(business_id, lines):
            self.learn(product)
            self._alike[without_zeros(product.sku)].append(product)

    def learn(self, product: Product) -> None:
        """A product that was just made or changed."""
        self._by_sku[product.sku.lower()] = product
        if product.barcode:
            self._by_barcode[without_zeros(product.barcode)] = product

    def product(self, line: NewProduct) -> Product | None:
        """The product of the line's SKU; else the one stored whose SKU differs in leading zeros alone."""
        sku = line.texts["sku"]
        if found := self._by_sku.get(sku.lower()):
            return found
        alike = self._alike.get(without_zeros(sku), [])
        return alike[0] if len(alike) == 1 else None

    def check_barcode(self, line: NewProduct, product: Product | None) -> None:
        """Raise `BadLine` where another product has the line's barcode, with or without leading zeros."""
        barcode = line.texts["barcode"]
        if barcode in self._packs:
            raise BadLine(f"the pack {self._packs[barcode]} has the barcode {barcode}")
        other = self._by_barcode.get(without_zeros(barcode)) if barcode else None
        if other and other is not product:
            raise BadLine(f"another product ({other.sku}) has the barcode {other.barcode}")


def _stored(business_id: uuid.UUID, lines: list[NewProduct]) -> list[Product]:
    """Products with a SKU or barcode of the lines; all with a numeric SKU or barcode where a line has one."""
    skus = {line.texts["sku"].lower() for line in lines}
    barcodes = {line.texts["barcode"] for line in lines} - {""}
    wanted = Q(key__in=skus) | Q(barcode__in=barcodes)
    if any(code.isdigit() for code in skus):
        wanted |= Q(sku__regex=r"^[0-9]+$")
    if any(code.isdigit() for code in barcodes):
        wanted |= Q(barcode__startswith="0")
        wanted |= Q(barcode__in={code.lstrip("0") for code in barcodes})
    there = Product.objects.of(business_id).annotate(key=Lower("sku"))
    return list(there.filter(wanted))
