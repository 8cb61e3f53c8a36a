"""A change of the API is told as a diff, and what breaks an app that works today is marked."""

from typing import Any

import pytest

from app.management.commands.api_contract import HEAD, entered
from app.openapi.changes import Change, changes
from app.openapi.facts import facts, read, written

OLD = {
    "listSales": "GET /sales/",
    "listSales ?page": "query, integer",
    "listSales 200": "application/json Sale",
    "Sale": "object",
    "Sale.id": "string (uuid), required",
    "Sale.total": "string (decimal), required",
    "Sale.till": "string, required",
    "SaleRequest": "object",
    "SaleRequest.till": "string",
    "SaleRequest.total": "string (decimal), required",
    "Kind value sale": "known",
    "Kind": "string",
}


def told(**differences: Any) -> list[tuple[bool, str]]:
    new = {about: fact for about, fact in {**OLD, **differences}.items() if fact}
    return [(each.breaks, each.text) for each in changes(OLD, new)]


def test_nothing_changed_is_nothing_told() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"Sale.total": None}, "`Sale.total` is gone (was: string (decimal), required)"),
        ({"Sale.total": "number, required"}, "`Sale.total` was: string (decimal), required; is: number, required"),
        ({"Sale.total": "string (decimal)"}, "`Sale.total` was: string (decimal), required; is: string (decimal)"),
        ({"SaleRequest.day": "string, required"}, "`SaleRequest.day` is new: string, required"),
        ({"SaleRequest.till": "TillEnum"}, "`SaleRequest.till` was: string; is: TillEnum"),
        ({"listSales ?page": None}, "`listSales ?page` is gone (was: query, integer)"),
        ({"listSales ?day": "query, string, required"}, "`listSales ?day` is new: query, string, required"),
        ({"Kind value sale": None}, "`Kind value sale` is gone (was: known)"),
        ({"listSales": "GET /all-sales/"}, "`listSales` was: GET /sales/; is: GET /all-sales/"),
    ],
)
def test_what_breaks_an_app_is_marked(change: dict[str, Any], text: str) -> None:
    assert told(**change) == [(True, text)]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"Sale.note": "string, required"}, "`Sale.note` is new: string, required"),
        ({"Sale.till": "TillEnum, required"}, "`Sale.till` has only values that are named: TillEnum"),
        ({"SaleRequest.note": "string"}, "`SaleRequest.note` is new: string"),
        ({"SaleRequest.total": "string (decimal)"}, "`SaleRequest.total` may be left out"),
        ({"Kind value return": "known"}, "`Kind value return` is new: known"),
        ({"listSales": "GET /sales/ (deprecated)"}, "`listSales` is deprecated"),
        ({"listSales 414": "TooLong"}, "status 414 is new on 1 operations: TooLong"),
        ({"voidSale": "POST /void/", "voidSale 200": "Sale"}, "`voidSale` is new: POST /void/"),
    ],
)
def test_what_breaks_nothing_is_told_too(change: dict[str, Any], text: str) -> None:
    assert told(**change) == [(False, text)]


def test_another_name_at_the_same_address_is_told_once() -> None:
    gone = {about: None for about in OLD if about.startswith("listSales")}
    new = {"getSales": "GET /sales/", "getSales 200": "application/json Sale"}
    assert told(**gone, **new) == [(True, "`listSales` is called `getSales` now")]


def test_the_facts_of_the_page_are_read_as_they_were_written() -> None:
    from app.tests.routes import schema

    found = facts(schema())
    assert found["getSale"] == "GET /sales/api/sales/{id}/"
    assert found["getSale 404"] == "NotFound"
    assert read(written(found)) == found


def test_changes_are_entered_under_their_day_the_latest_first() -> None:
    first = entered(f"{HEAD}", [Change(False, "`a` is new")], "2026-11-27")
    second = entered(first, [Change(True, "`b` is gone")], "2026-11-28")
    third = entered(second, [Change(False, "`c` is new")], "2026-11-28")
    assert third == (
        f"{HEAD}\n## 2026-11-28\n\n- `c` is new\n- **Breaks**: `b` is gone\n\n## 2026-11-27\n\n- `a` is new\n"
    )
    assert entered(third, [], "2026-11-29") == third
