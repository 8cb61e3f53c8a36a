"""`manage.py setup_ai_credits`, flag by flag."""

import io
import json
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Business
from accounts.tests.builders import make_business
from ai_features.models import AITransaction, BusinessAICredits, CreditLot, LedgerEntry
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, make_hold, make_lot
from conftest import Shop


def run(*flags: str) -> str:
    said = io.StringIO()
    call_command("setup_ai_credits", *flags, stdout=said, stderr=io.StringIO())
    return said.getvalue()


def as_json(*flags: str) -> Any:
    return json.loads(run(*flags, "--json"))


def balance(shop: Shop) -> Decimal:
    return AIBillingService.get_credit_balance(shop.id)


def test_without_a_flag_the_packs_are_shown_and_fit_a_terminal(db: None) -> None:
    lines = run().splitlines()
    assert any(line.split() == ["Value", "Pack", "GHS", "80.00", "80", "20", "100", "25%"] for line in lines)
    assert max(map(len, lines)) <= 80
    assert [pack["total_credits"] for pack in as_json()["packages"]] == [30, 100, 250]


@pytest.mark.parametrize(("flag", "credits"), [("test", 50), ("starter", 30), ("value", 100), ("premium", 250)])
def test_a_grant_reaches_every_business(shop: Shop, other_shop: Shop, flag: str, credits: int) -> None:
    answer = as_json(f"--grant-{flag}")
    assert (answer["credits"], answer["businesses"]) == (credits, 2)
    assert balance(shop) == balance(other_shop) == credits
    assert set(CreditLot.objects.values_list("source", flat=True)) == {"grant"}


def test_each_run_grants_anew_and_the_same_key_does_not(shop: Shop) -> None:
    run("--grant-test")
    first, again = (run("--grant-test", "--key", "november").splitlines()[0] for _ in range(2))
    assert balance(shop) == 100
    assert first == "50 credits granted to 1 business."
    assert again == "50 credits granted to 0 businesses, 1 had them from before."
    assert as_json("--grant-test", "--key", "november")["granted_before"] == 1


@pytest.mark.postgres
def test_a_business_whose_account_is_broken_keeps_no_other_from_its_grant(shop: Shop, other_shop: Shop) -> None:
    make_lot(shop.id, "9.00")
    full = Decimal("9999999999.99")
    BusinessAICredits.objects.filter(pk=shop.id).update(balance=full, total_granted=full)
    with pytest.raises(CommandError, match=r"(?s)1 failed, the first with .*--key november"):
        run("--grant-test", "--key", "november")
    assert CreditLot.objects.filter(business=other_shop.business).count() == 1
    BusinessAICredits.objects.filter(pk=shop.id).update(balance=9, total_granted=9)


def test_names_stand_to_the_left_and_figures_to_the_right(db: None) -> None:
    for name in ("Shop 1", "Kiosk number 22"):
        make_business(name)
    lines = run("--list-businesses").splitlines()
    assert [line[38:].split("  ")[0] for line in lines[2:4]] == ["Kiosk number 22", "Shop 1"]
    assert len({line.index("0.00") for line in lines[2:4]}) == 1


def test_one_business_alone_can_be_granted(shop: Shop, other_shop: Shop) -> None:
    run("--grant-test", f"--business-id={shop.id}")
    assert (balance(shop), balance(other_shop)) == (Decimal(50), Decimal(0))


@pytest.mark.parametrize("business_id", ["1", "shop", str(uuid.UUID(int=7))])
def test_a_business_that_is_not_there_is_named(db: None, business_id: str) -> None:
    with pytest.raises(CommandError, match=business_id):
        run("--grant-test", f"--business-id={business_id}")


def test_the_list_shows_each_balance_and_fits_a_terminal(shop: Shop) -> None:
    make_business("A name that is far too long for any terminal of eighty columns")
    make_lot(shop.id, "1234.50", days=30)
    lines = run("--list-businesses").splitlines()
    assert max(map(len, lines)) <= 80
    assert any(str(shop.id) in line and "1,234.50" in line for line in lines)
    assert {row["name"]: row["balance"] for row in as_json("--list-businesses")["businesses"]}[
        "Makola Stores"
    ] == 1234.5


def test_the_list_takes_the_same_queries_for_many_businesses(db: None) -> None:
    counts = []
    for _ in range(2):
        Business.objects.bulk_create(Business(name=f"Shop {number}") for number in range(20))
        run("--grant-test")
        with CaptureQueriesContext(connection) as captured:
            run("--list-businesses")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_reset_asks_first_and_deletes_nothing_without_a_yes(shop: Shop, monkeypatch: Any, settings: Any) -> None:
    settings.DEBUG = True
    make_lot(shop.id)
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    with pytest.raises(CommandError, match="Nothing was deleted"):
        run("--reset")
    assert balance(shop) == 10


def test_a_confirmed_reset_deletes_everything_of_the_chosen_business(
    shop: Shop, other_shop: Shop, monkeypatch: Any, settings: Any
) -> None:
    settings.DEBUG = True
    for one in (shop, other_shop):
        make_lot(one.id)
        AIBillingService.settle(make_hold(one.id).pk, record=answered(request_text={"q": "x"}))
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    run("--reset", f"--business-id={shop.id}")
    assert (balance(shop), balance(other_shop)) == (Decimal(0), Decimal(9))
    for model in (AITransaction, LedgerEntry, CreditLot):
        assert set(model.objects.values_list("business_id", flat=True)) == {other_shop.id}


def test_outside_debug_a_reset_needs_force(shop: Shop, settings: Any) -> None:
    settings.DEBUG = False
    make_lot(shop.id)
    with pytest.raises(CommandError, match="--force"):
        run("--reset", "--yes")
    assert balance(shop) == 10
    run("--reset", "--yes", "--force")
    assert balance(shop) == 0


def test_verify_names_an_account_that_does_not_add_up(shop: Shop) -> None:
    lot = make_lot(shop.id)
    assert "1 accounts add up" in run("--verify")
    BusinessAICredits.objects.update(balance=5, total_granted=5)
    with pytest.raises(CommandError, match="do not add up"):
        run("--verify")
    BusinessAICredits.objects.update(balance=lot.granted, total_granted=lot.granted)
