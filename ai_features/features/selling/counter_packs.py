"""What a quantity at the counter is of: units of a product, or the pack that was named, and what that costs."""

from decimal import Decimal

from inventory.queries import packs_on_sale
from inventory.search import Found
from inventory.search.index import Good
from inventory.search.pricing import PackPrice
from inventory.search.words import clean, tokens

_CASES = frozenset({"carton", "crate"})
_BUNDLES = _CASES | {"bag", "box", "bucket", "pack"}
"""What may hold several of what is sold; a tin, a bottle or a piece is one of it."""
_UNSAID = frozenset({"", "piece", "unit"})


def is_another(holder: str, good: Good) -> bool:
    """Whether what was named, "two crates", is not the unit in which a product is sold."""
    if not holder or holder == good.unit:
        return False
    if good.unit in _UNSAID:
        return holder in _CASES
    return bool({holder, good.unit} & _BUNDLES)


def named_pack(found: Found, holder: str) -> PackPrice | None:
    """The pack of the first product that is called so, at the customer's price. One query."""
    product, prices = found.hits[0].good.id, found.shelf.prices
    for pack in packs_on_sale(prices.business_id, [product]).get(product, ()):
        if holder in tokens(clean(pack.name)):
            return PackPrice(pack.pk, pack.name, pack.units, pack.barcode, prices.unit(pack, pack.pk, Decimal(1)))
    return None
