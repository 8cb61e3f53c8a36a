"""Many rows written inside PostgreSQL: what a statement does not say of a row is what the model's fields say."""

from collections.abc import Mapping
from typing import Any

from django.db import connection, models


def insert(model: type[models.Model], given: dict[str, str], source: str, values: Mapping[str, Any]) -> None:
    """Add a row for each of `source`, what follows FROM; `given` holds an SQL expression for each column."""
    columns = {"id": "gen_random_uuid()", "created_at": "now()", "business_id": "%(business)s"} | given
    rest = [each for each in model._meta.concrete_fields if each.column not in columns and not each.null]
    more = {f"default_{field.column}": _default(field) for field in rest}
    names = ", ".join([*columns, *(str(field.column) for field in rest)])
    chosen = ", ".join([*columns.values(), *(f"%({name})s" for name in more)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({names}) SELECT {chosen} FROM {source}",  # noqa: S608 - our own
            {**values, **more},
        )


def _default(field: "models.Field[Any, Any]") -> Any:
    """What the field stores where nothing is given."""
    default = field.get_default() if field.has_default() else "" if field.empty_strings_allowed else None
    assert default is not None, f"{field} needs a value"
    return field.get_db_prep_save(default, connection)
