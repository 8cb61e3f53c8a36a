"""The products, categories, storefronts and staff that an import names: found, or created."""

import re
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.text import slugify

from accounts.models import Membership, Storefront
from common.identifiers import without_zeros
from common.import_journal import Journal
from common.tenancy import Role, TenantModel
from inventory.models import Category, Product
from sales.imports.lines import Line
from sales.imports.people import Customers, Notice

MAIN_STOREFRONT = "Main shop"
_SERVICE = re.compile(
    r"((dotcom|amazon|bank|delivery|transport|repair|card|momo)\s+)?"
    r"(postage|carriage|delivery|transport|repairs?|charges?|fees?|manual|samples?|discounts?|commission|airtime)"
    r"|goods on account",
    re.IGNORECASE,
)


@dataclass
class Names:
    """Ids of one kind of row by lower-case name. Lower-cased here, because SQLite only knows A to Z."""

    model: type[TenantModel]
    business_id: uuid.UUID
    column: str = "name"
    made: list[TenantModel] = field(default_factory=list)
    ids: dict[str, uuid.UUID] = field(default_factory=dict)

    def ensure(self, wanted: Iterable[str], build: Callable[[str], TenantModel]) -> None:
        """Every name in `wanted` has an id afterwards; unknown ones are looked for once more, then built and saved.

        The second look finds what another import has committed meanwhile.
        """
        unknown = {text.lower(): text for text in wanted if text and text.lower() not in self.ids}
        if not unknown:
            return
        self.refresh()
        rows = [build(text) for key, text in unknown.items() if key not in self.ids]
        self.model.objects.bulk_create(rows)
        self.made += rows
        self.ids |= {getattr(row, self.column).lower(): row.pk for row in rows}

    def refresh(self) -> None:
        """Read all names of the business; of equal names the oldest row counts."""
        stored = self.model.objects.of(self.business_id).order_by("-created_at", "-id")
        self.ids |= {name.lower(): pk for name, pk in stored.values_list(self.column, "pk")}

    @property
    def created(self) -> int:
        return len(self.made)

    def get(self, text: str) -> uuid.UUID | None:
        return self.ids.get(text.lower()) if text else None


class Catalogue:
    """Everything an import may name, for one business. Holds ids only."""

    def __init__(self, business_id: uuid.UUID, storefront: str, notice: Notice) -> None:
        self.business_id = business_id
        self.notice = notice
        self.categories = Names(Category, business_id)
        self.customers = Customers(business_id, notice)
        self.staff = Names(Membership, business_id)
        self.storefronts = Names(Storefront, business_id)
        self.products = Names(Product, business_id, column="sku")
        self.skus: dict[str, str] = {}  # by product name, for lines that give no sku
        self.made_skus: set[str] = set()
        self.default_storefront = storefront

    def prepare_products(self, lines: list[Line]) -> None:
        """Give each line its sku and product; products and categories that the business does not have are made."""
        self._fill_skus(lines)
        if any(line.sku.lower() not in self.products.ids for line in lines):
            self.products.refresh()
            self._restore_zeros(lines)
        new = {line.sku.lower(): line for line in lines if line.sku.lower() not in self.products.ids}
        self.categories.ensure((line.category for line in new.values()), self._category)
        self.products.ensure((line.sku for line in new.values()), lambda sku: self._product(new[sku.lower()]))
        for line in lines:
            line.product_id = self.products.ids[line.sku.lower()]

    def prepare_parties(self, lines: list[Line], journal: Journal) -> None:
        """Make the storefronts, staff and customers that `lines` name and the business does not have."""
        self._prepare_storefronts(lines)
        self.staff.ensure((line.staff for line in lines), self._member)
        self.customers.ensure(lines, journal)

    @property
    def made(self) -> list[TenantModel]:
        """Every row that this import has made so far."""
        kinds = (self.storefronts, self.staff, self.customers, self.products, self.categories)
        return [row for kind in kinds for row in kind.made]

    def storefront_of(self, line: Line) -> uuid.UUID:
        return self.storefronts.ids[(line.storefront or self.default_storefront).lower()]

    def _prepare_storefronts(self, lines: list[Line]) -> None:
        if not self.default_storefront and not all(line.storefront for line in lines):
            first = Storefront.objects.of(self.business_id).order_by("created_at", "id").first()
            self.default_storefront = first.name if first else MAIN_STOREFRONT
        wanted = (line.storefront or self.default_storefront for line in lines)
        self.storefronts.ensure(wanted, lambda name: Storefront(business_id=self.business_id, name=name))

    def _fill_skus(self, lines: list[Line]) -> None:
        """A line without a sku means the product of that name, or a new one whose sku is made from its name."""
        nameless = [line for line in lines if not line.sku]
        if any(line.product.lower() not in self.skus for line in nameless):
            self.products.refresh()
            stored = Product.objects.of(self.business_id).order_by("-created_at", "-id")
            self.skus |= {name.lower(): sku for name, sku in stored.values_list("name", "sku")}
            self.skus |= {line.product.lower(): line.sku for line in lines if line.sku}
        for line in nameless:
            line.sku = self.skus.get(line.product.lower()) or self._new_sku(line.product)

    def _restore_zeros(self, lines: list[Line]) -> None:
        """A spreadsheet makes 123 of 00123: where one product alone can be meant, that one is."""
        made = {product.pk for product in self.products.made}
        alike: dict[str, list[str]] = defaultdict(list)
        for sku in (sku for sku, pk in self.products.ids.items() if pk not in made):
            alike[without_zeros(sku)].append(sku)
        for line in lines:
            same = alike.get(without_zeros(line.sku), [])
            if line.sku.lower() not in self.products.ids and len(same) == 1:
                self.notice(line.row.line, f"sku {line.sku} was taken for {same[0]}, which has other leading zeros")
                line.sku = same[0]

    def _new_sku(self, name: str) -> str:
        base = sku = slugify(name)[:48].upper() or "ITEM"
        number = 1
        while sku.lower() in self.products.ids or sku.lower() in self.made_skus:
            number += 1
            sku = f"{base}-{number}"
        self.made_skus.add(sku.lower())
        self.skus[name.lower()] = sku
        return sku

    def _product(self, line: Line) -> Product:
        return Product(
            business_id=self.business_id,
            sku=line.sku,
            name=line.product,
            category_id=self.categories.get(line.category),
            retail_price=line.unit_price,
            cost=line.unit_cost or 0,
            tracks_stock=not _SERVICE.fullmatch(line.product),
        )

    def _category(self, name: str) -> Category:
        return Category(business_id=self.business_id, name=name)

    def _member(self, name: str) -> Membership:
        return Membership(business_id=self.business_id, name=name, role=Role.CASHIER)
