"""What a till keeps to sell without a line: goods, prices, stock and customers, whole or what changed since a cursor.

PostgreSQL notes in `inventory_change` which transaction changed a row last. A cursor holds the snapshot that the answer
was read in: changes of transactions that it does not show come next, also of those that were under way. SQLite notes
nothing, and always sends everything.
"""

import base64
import json
import uuid
from collections import defaultdict
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet, Value

from common import errors
from inventory.models import Change, Pack, PriceList, PriceListEntry, Product, Stock
from sales.models import Customer

Rows = list[dict[str, Any]]
Kind = Change.Kind
KINDS = (Kind.PRODUCT, Kind.PACK, Kind.PRICE_LIST, Kind.STOCK, Kind.CUSTOMER)
ROWS_AT_MOST = 20_000  # in one answer
MOST = 2**62  # transactions

PRODUCT = (
    "id",
    "sku",
    "name",
    "barcode",
    "unit",
    "category_id",
    "retail_price",
    "wholesale_price",
    "whole_units_only",
    "tracks_stock",
)
PACK = ("id", "product_id", "name", "units", "barcode", "retail_price", "wholesale_price")
PRICE_LIST = ("id", "name", "for_everyone", "starts_on", "ends_on")
ENTRY = ("product_id", "pack_id", "min_quantity", "price")
STOCK = ("id", "product_id", "storefront_id", "quantity")
TEXTS = (Decimal, uuid.UUID)
CUSTOMER = ("id", "name", "phone", "price_tier", "price_list_id", "credit_hold")


class InSnapshot(Func):
    """Whether a snapshot shows what the transaction of a number did."""

    template = "pg_visible_in_snapshot(%(expressions)s::pg_snapshot)"
    arg_joiner = "::text::xid8, "
    output_field = BooleanField()


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a till has come.

    `seen`: a snapshot of PostgreSQL, of which it knows all; empty: it knows nothing. `then`: what `seen` becomes when
    all is sent. `kind` and `after` say where an answer that was cut short goes on; `database` and `storefront` whose
    they are.
    """

    database: str = ""
    storefront: str = ""
    seen: str = ""
    then: str = ""
    kind: int = 0
    after: str = ""

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(json.dumps(list(asdict(self).values())).encode()).decode()


@dataclass(slots=True)
class TillData:
    """`changes`: rows by kind, to be kept under their ids; `removed`: ids by kind, to be forgotten.

    `whole`: what the till had before is void. `more`: ask again at once with the cursor.
    """

    cursor: str = ""
    whole: bool = False
    more: bool = False
    changes: dict[str, Rows] = field(default_factory=lambda: {kind.value: [] for kind in KINDS})
    removed: dict[str, list[str]] = field(default_factory=lambda: {kind.value: [] for kind in KINDS})


def till_data(business_id: uuid.UUID, since: str = "", *, storefront_id: uuid.UUID | None = None) -> TillData:
    """What a till must know that knows all up to `since`; everything without it. Stock of one storefront, or of all.

    Raises `InvalidInput` for a cursor that is none. A fixed number of queries.
    """
    here = _now(storefront_id)
    cursor = _read(since) if since else here
    of_here = (cursor.database, cursor.storefront) == (here.database, here.storefront)
    if not of_here or _last(cursor.seen) > _last(here.then):
        cursor = here
    elif not cursor.after:
        cursor = replace(cursor, then=here.then)
    data = TillData(whole=not cursor.seen)
    reached = _send_all(business_id, cursor, data) if data.whole else _send_changes(business_id, cursor, data)
    data.more = bool(reached.after)
    data.cursor = str(reached)
    return data


def _now(storefront_id: uuid.UUID | None) -> Cursor:
    """The cursor of a till that knows nothing yet."""
    place = str(storefront_id or "")
    if connection.vendor != "postgresql":
        return Cursor(storefront=place)
    with connection.cursor() as asked:
        asked.execute("SELECT system_identifier::text, pg_current_snapshot()::text FROM pg_control_system()")
        database, snapshot = asked.fetchone()
    return Cursor(database=database, storefront=place, then=snapshot)


def _read(text: str) -> Cursor:
    try:
        cursor = Cursor(*json.loads(base64.urlsafe_b64decode(text.encode())))
        if cursor.after:
            int(cursor.after) if cursor.seen else uuid.UUID(cursor.after)
        if 0 <= cursor.kind < len(KINDS) and _is_snapshot(cursor.seen) and _is_snapshot(cursor.then):
            return cursor
    except (ValueError, TypeError, AttributeError):
        pass
    raise errors.InvalidInput.field("since", "This cursor is not valid; leave it out to get everything.")


def _is_snapshot(text: str) -> bool:
    """Whether PostgreSQL would take it: `xmin:xmax:xip,xip`, in order. Empty is none, and fine."""
    if not text:
        return True
    least, most, between = text.split(":")
    running = [int(number) for number in between.split(",")] if between else []
    bounds = [int(least), *running, int(most)]
    return bounds[0] > 0 and bounds == sorted(bounds) and len(set(running)) == len(running) and bounds[-1] < MOST


def _last(snapshot: str) -> int:
    return int(snapshot.split(":")[1]) if snapshot else 0


def _send_all(business_id: uuid.UUID, cursor: Cursor, data: TillData) -> Cursor:
    """Fill `data` with rows in order of kind and id, as many as one answer holds; where it got to."""
    left, after = ROWS_AT_MOST, cursor.after
    for number, kind in enumerate(KINDS[cursor.kind :], cursor.kind):
        rows = _there(business_id, kind, cursor.storefront).order_by("pk")
        found = _shown(business_id, kind, (rows.filter(pk__gt=after) if after else rows)[: left + 1])
        data.changes[kind] = found[:left]
        if len(found) > left:
            return replace(cursor, kind=number, after=found[left - 1]["id"])
        left, after = left - len(found), ""
        if not left:
            return replace(cursor, kind=number, after=found[-1]["id"])
    return Cursor(cursor.database, cursor.storefront, seen=cursor.then)


def _send_changes(business_id: uuid.UUID, cursor: Cursor, data: TillData) -> Cursor:
    """Fill `data` with what changed, in the order of the changes' rows; where it got to."""
    noted = Change.objects.filter(business_id=business_id, position__gte=int(cursor.seen.split(":")[0]))
    noted = noted.annotate(seen=InSnapshot(F("position"), Value(cursor.seen))).filter(seen=False)
    noted = noted.filter(pk__gt=int(cursor.after)) if cursor.after else noted
    changes = list(noted.order_by("pk").values_list("pk", "kind", "row_id")[: ROWS_AT_MOST + 1])
    ids: dict[str, list[uuid.UUID]] = defaultdict(list)
    for _, kind, row_id in islice(changes, ROWS_AT_MOST):
        ids[kind].append(row_id)
    for kind in (kind for kind in KINDS if ids[kind]):
        rows = _there(business_id, kind, cursor.storefront).filter(pk__in=ids[kind]).order_by("pk")
        data.changes[kind] = _shown(business_id, kind, rows)
        kept = {row["id"] for row in data.changes[kind]}
        data.removed[kind] = [] if kind == Kind.STOCK else [str(pk) for pk in ids[kind] if str(pk) not in kept]
    if len(changes) > ROWS_AT_MOST:
        return replace(cursor, after=str(changes[ROWS_AT_MOST - 1][0]))
    return Cursor(cursor.database, cursor.storefront, seen=cursor.then)


def _there(business_id: uuid.UUID, kind: Kind, storefront: str) -> QuerySet[Any]:
    """The rows of a kind that a till keeps."""
    if kind == Kind.STOCK:
        rows = Stock.objects.of(business_id)
        return rows.filter(storefront_id=storefront) if storefront else rows
    if kind == Kind.PACK:
        return Pack.objects.of(business_id).filter(is_active=True)
    if kind == Kind.PRICE_LIST:
        return PriceList.objects.of(business_id).filter(is_active=True)
    if kind == Kind.CUSTOMER:
        return Customer.objects.of(business_id).filter(erased_at=None)
    return Product.objects.of(business_id).filter(is_active=True)


def _shown(business_id: uuid.UUID, kind: Kind, rows: QuerySet[Any]) -> Rows:
    """The rows with the columns of a till; the cost is not among them."""
    columns = {
        Kind.PRODUCT: PRODUCT,
        Kind.PACK: PACK,
        Kind.PRICE_LIST: PRICE_LIST,
        Kind.STOCK: STOCK,
        Kind.CUSTOMER: CUSTOMER,
    }[kind]
    found = [_written(row) for row in rows.values(*columns)]
    if kind == Kind.PRICE_LIST and found:
        _add_entries(business_id, found)
    return found


def _written(row: dict[str, Any]) -> dict[str, Any]:
    """Money, quantities and ids as strings, which the JSON encoder need not be asked about one by one."""
    return {name: str(value) if isinstance(value, TEXTS) else value for name, value in row.items()}


def _add_entries(business_id: uuid.UUID, lists: Rows) -> None:
    entries: dict[str, Rows] = defaultdict(list)
    rows = PriceListEntry.objects.of(business_id).filter(price_list_id__in=[row["id"] for row in lists])
    for entry in rows.order_by("pk").values("price_list_id", *ENTRY):
        entries[str(entry.pop("price_list_id"))].append(_written(entry))
    for row in lists:
        row["entries"] = entries[row["id"]]
