"""What may be sent again, by whoever and whenever: the same `client_id`, the same row."""

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError
from django.db.models import Model

from common.errors import Conflict

P = ParamSpec("P")
Row = TypeVar("Row", bound=Model)
Known = Callable[[str, tuple[Any, ...], dict[str, Any]], Row | None]


class Repeated(IntegrityError):
    """Raised by a service that finds, under its lock, that its `client_id` was used meanwhile."""


def once(service: Callable[P, Row], known: Known[Row]) -> Callable[P, Row]:
    """The service, which gives back the row that `known` finds under the `client_id` of the call.

    Of two at once the second waits for the unique constraint, and gets the first's row. `known` takes the id, and the
    call's positional and keyword arguments; it raises `Conflict` where the id belongs to something else.
    """

    @functools.wraps(service)
    def sent_again(*args: P.args, **fields: P.kwargs) -> Row:
        client_id = str(fields.get("client_id") or "")
        if not client_id:
            return service(*args, **fields)
        if found := known(client_id, args, fields):
            return found
        try:
            return service(*args, **fields)
        except IntegrityError:
            if found := known(client_id, args, fields):
                return found
            raise

    return sent_again


def known_row(model: type[Row], same: Callable[[Row, tuple[Any, ...], dict[str, Any]], bool], name: str) -> Known[Row]:
    """The row of `model` under an id of the caller's business, for `once`; a `name` that differs is a `Conflict`.

    `same` says whether the row is what the call asks for.
    """

    def known(client_id: str, args: tuple[Any, ...], fields: dict[str, Any]) -> Row | None:
        rows = model._default_manager.filter(business_id=args[0].business_id, client_id=client_id)
        row = rows.first()
        if row is not None and not same(row, args, fields):
            raise Conflict(f"This client_id belongs to another {name}: use a new one.")
        return row

    return known
