"""Totals of closed days: whatever is written and whenever they are added up, reports tell what the lines tell."""

import datetime as dt
import importlib
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
from django.db import NotSupportedError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from accounts.models import Storefront
from accounts.tests.builders import make_storefront
from ai_features.jobs import JOBS, run
from common import bulk, shop_clock
from conftest import Shop
from reports import kept_days, metric_queries
from reports.metric_queries import Cut
from reports.tests.trade import sell
from sales.models import ClosedDay, DayTotal, Sale, SaleLine, StaleDay
from sales.services import day_totals
from sales.tests.history import history, imported, line

D = Decimal
METRICS = ("revenue", "gross_sales", "units", "cost", "profit", "margin", "discount", "returns", "return_rate", "tax")
BY: tuple[list[str], ...] = ([], ["day"], ["week"], ["month", "storefront"], ["storefront"])
SPAN = 40

pytestmark = pytest.mark.postgres


def ago(days: int) -> dt.date:
    return shop_clock.today() - dt.timedelta(days=days)


@pytest.fixture(autouse=True)
def _however_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_days, "LEAST_DAYS", 1)
    monkeypatch.setattr(kept_days, "MOST_GAPS", 100)


def told(shop: Shop, by: list[str], **narrowed: Any) -> dict[Any, Any]:
    cut = Cut(ago(SPAN), ago(-1), **narrowed)
    if not by:
        rows = [metric_queries.total(shop.id, METRICS, cut=cut)]
    else:
        rows = metric_queries.by(shop.id, METRICS, dimensions=by, cut=cut)
    return {row.key: ([row[metric] for metric in METRICS], row.counts) for row in rows}


def same_as_the_lines(shop: Shop, ways: tuple[list[str], ...] = BY) -> None:
    for by in ways:
        here: Any = {"storefront": [shop.storefront.pk]}
        for narrowed in ({}, {"filters": here}, {"excluding": here}):
            kept = told(shop, by, **narrowed)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(kept_days, "sums", lambda *_: None)
                assert kept == told(shop, by, **narrowed), (by, narrowed)


class World:
    """A shop of two storefronts whose lines are written in every way there is."""

    def __init__(self, shop: Shop, annex: Storefront) -> None:
        self.shop, self.places = shop, (shop.storefront, annex)

    def sell(self, days: int, place: int, quantity: int, pesewas: int, cost: str | None) -> None:
        price, discount = str(D(pesewas) / 100), "0.01" if pesewas % 2 else "0"
        hour = pesewas % 24
        sell(self.places[place], "Rice", quantity, price, on=ago(days), at_hour=hour, cost=cost, discount=discount)

    def bring_in(self, days: int, quantity: int) -> None:
        number = Sale.objects.count()
        moment = shop_clock.start_of(ago(days)).isoformat()
        imported(self.shop, history(line(invoice_no=f"I{number}", sold_at=moment, quantity=quantity)))

    def copy_many(self, days: int) -> None:
        self.change(0, lambda each: bulk.insert([copied(each, days) for _ in range(bulk.WORTH_IT)]))

    def change(self, which: int, act: Callable[[SaleLine], Any]) -> None:
        lines = list(SaleLine.objects.of(self.shop.id).order_by("sold_at", "pk"))
        if lines:
            act(lines[which % len(lines)])

    def void(self, which: int) -> None:
        self.change(which, void)

    def date_back(self, which: int, days: int) -> None:
        self.change(which, lambda each: update(each, sold_at=shop_clock.start_of(ago(days))))

    def correct(self, which: int, pesewas: int) -> None:
        self.change(which, lambda each: update(each, revenue=D(pesewas) / 100, cost=None))

    def take_out(self, which: int) -> None:
        self.change(which, lambda each: SaleLine.objects.filter(pk=each.pk).delete())

    def close(self) -> None:
        day_totals.close(self.shop.id)

    def end_days_at(self, hour: int) -> None:
        self.shop.business.day_ends_at = dt.time(hour) if hour else None
        self.shop.business.save()
        shop_clock.keep_until_the_end_of_the_request(self.shop.business.day_ends_at)


def copied(each: SaleLine, days: int) -> SaleLine:
    values = {field.attname: getattr(each, field.attname) for field in SaleLine._meta.concrete_fields}
    return SaleLine(**values | {"id": uuid.uuid4(), "sold_at": shop_clock.start_of(ago(days))})


def void(each: SaleLine) -> None:
    SaleLine.objects.filter(sale_id=each.sale_id).update(voided=True)
    Sale.objects.filter(pk=each.sale_id).update(voided_at=shop_clock.now())


def update(each: SaleLine, **values: Any) -> None:
    SaleLine.objects.filter(pk=each.pk).update(**values)


days, which = st.integers(0, SPAN + 5), st.integers(0, 9)
steps = st.one_of(
    st.tuples(
        st.just(World.sell),
        days,
        st.integers(0, 1),
        st.sampled_from([1, 3, -1, -2]),
        st.integers(5, 9_999),
        st.sampled_from([None, "0.07", "3.10"]),
    ),
    st.tuples(st.just(World.bring_in), days, st.integers(1, 5)),
    st.tuples(st.just(World.copy_many), days),
    st.tuples(st.just(World.void), which),
    st.tuples(st.just(World.date_back), which, days),
    st.tuples(st.just(World.correct), which, st.integers(-500, 5_000)),
    st.tuples(st.just(World.take_out), which),
    st.tuples(st.just(World.close)),
    st.tuples(st.just(World.close)),
    st.tuples(st.just(World.end_days_at), st.sampled_from([0, 3])),
)


@contextmanager
def undone() -> Iterator[None]:
    """Each example starts from the same shop."""
    point = transaction.savepoint()
    try:
        with shop_clock.days_end_at(None):
            yield
    finally:
        transaction.savepoint_rollback(point)


@pytest.fixture
def annex(shop: Shop) -> Storefront:
    return make_storefront(shop.business, "Annex")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(steps, min_size=4, max_size=14))
def test_totals_and_lines_tell_the_same_whatever_is_written(
    shop: Shop, annex: Storefront, done: list[tuple[Any, ...]]
) -> None:
    with undone():
        world = World(shop, annex)
        for act, *values in done:
            act(world, *values)
            same_as_the_lines(shop, (["week"],))
        same_as_the_lines(shop)
        world.close()
        same_as_the_lines(shop)


def test_a_report_of_a_year_reads_the_lines_of_today_alone(owner_client: APIClient, shop: Shop) -> None:
    for number in range(20):
        sell(shop.storefront, "Rice", 1, "10.00", on=ago(number), cost="6.00")
    address = f"/reports/api/financial/revenue-profit/?from={ago(30)}&to={ago(0)}&group_by=week"
    before = owner_client.get(address).json()
    assert run(next(job for job in JOBS if job.name == "day_totals")).done == 1
    assert owner_client.get(address).json() == before
    DayTotal.objects.update(revenue=D("1.00"))
    assert owner_client.get(address).json()["summary"]["revenue"] == "29.00"  # 19 days that were closed, and today


def test_days_are_added_up_once_until_a_line_of_them_changes(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    assert day_totals.close(shop.id) == shop.id
    assert day_totals.close(shop.id) is None
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(0))
    assert not StaleDay.objects.exists()
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    assert StaleDay.objects.count() == 1
    assert day_totals.close(shop.id) == shop.id
    assert list(DayTotal.objects.values_list("revenue", "lines")) == [(D("20.00"), 2)]


def test_the_job_looks_at_no_business_that_has_nothing_to_add_up(shop: Shop, other_shop: Shop) -> None:
    assert list(day_totals.close_due()) == []
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    assert list(day_totals.close_due()) == [shop.id]
    assert list(day_totals.close_due()) == []
    assert not day_totals._due().exists()
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(2))
    assert list(day_totals.close_due()) == [shop.id]
    assert list(day_totals.close_due()) == []


def test_another_shops_lines_leave_the_days_of_this_one_alone(shop: Shop, other_shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    day_totals.close(shop.id)
    sell(other_shop.storefront, "Rice", 7, "10.00", on=ago(3))
    assert not StaleDay.objects.exists()
    day_totals.close(other_shop.id)
    assert told(shop, [])[()][0][0] == D("10.00")
    assert told(other_shop, [])[()][0][0] == D("70.00")


@pytest.mark.django_db(transaction=True)
def test_a_day_is_not_added_up_while_somebody_writes_lines(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    wrote, closed = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            sell(shop.storefront, "Rice", 4, "10.00", on=ago(3))
            wrote.set()
            closed.wait(20)
        connection.close()

    other = threading.Thread(target=write)
    other.start()
    assert wrote.wait(20)
    tried = day_totals.close(shop.id)
    closed.set()
    other.join()
    assert tried is None
    assert day_totals.close(shop.id) == shop.id
    same_as_the_lines(shop)
    assert told(shop, [])[()][0][0] == D("50.00")


@pytest.mark.django_db(transaction=True)
def test_who_wrote_before_a_day_was_closed_and_ends_after_it_makes_it_stale(shop: Shop) -> None:
    """The line is written after the day was added up and before that is seen: the lock makes its writer wait."""
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    done = threading.Event()

    def write() -> None:
        sell(shop.storefront, "Rice", 4, "10.00", on=ago(3))
        done.set()
        connection.close()

    with transaction.atomic():
        day_totals.close(shop.id)
        other = threading.Thread(target=write)
        other.start()
        assert not done.wait(1)
    other.join()
    assert StaleDay.objects.count() == 1
    same_as_the_lines(shop)
    assert told(shop, [])[()][0][0] == D("50.00")


def test_a_day_of_many_moments_is_marked_once(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(5))
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    day_totals.close(shop.id)
    for _ in range(2):
        update_all(shop, cost=D("2.00"))
    assert sorted(StaleDay.objects.values_list("closed_day__day", flat=True)) == [ago(5), ago(3)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_who_sees_an_older_state_writes_no_line_of_a_day_closed_since(shop: Shop, level: str) -> None:
    line = sell(shop.storefront, "Rice", 1, "10.00", on=ago(3)).lines.get()

    def write_late() -> None:
        with transaction.atomic():
            run_all([f"SET TRANSACTION ISOLATION LEVEL {level}"])
            assert SaleLine.objects.exists()
            elsewhere(lambda: day_totals.close(shop.id))
            update(line, revenue=D("70.00"))

    with pytest.raises(NotSupportedError, match="READ COMMITTED"):
        write_late()
    same_as_the_lines(shop)


@pytest.mark.django_db(transaction=True)
def test_lines_are_followed_whatever_schemas_the_session_looks_in(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(5))
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    day_totals.close(shop.id)
    with transaction.atomic():
        run_all(["SET LOCAL search_path = ''", "UPDATE public.sales_saleline SET revenue = 7"])
    assert StaleDay.objects.count() == 2
    day_totals.close(shop.id)
    with transaction.atomic():
        run_all(["SET LOCAL search_path = ''", "TRUNCATE public.sales_saleline CASCADE"])
    assert StaleDay.objects.count() == ClosedDay.objects.count() == 5


@pytest.mark.django_db
def test_every_function_of_a_trigger_names_the_schemas_it_looks_in() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace"
            " WHERE nspname = current_schema() AND prorettype = 'trigger'::regtype"
            " AND coalesce(array_to_string(proconfig, ','), '') NOT LIKE '%search_path=%'"
        )
        assert cursor.fetchall() == []


def elsewhere(work: Callable[[], Any]) -> None:
    """Do it in another session, and wait for it."""

    def do() -> None:
        work()
        connection.close()

    other = threading.Thread(target=do)
    other.start()
    other.join()


@pytest.mark.django_db(transaction=True)
def test_where_all_lines_are_truncated_no_total_stands(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    day_totals.close(shop.id)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE sales_saleline CASCADE")
    same_as_the_lines(shop)


def test_totals_that_nobody_watched_are_forgotten(shop: Shop) -> None:
    triggers = importlib.import_module("sales.migrations.0028_closed_days_go_stale")
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    day_totals.close(shop.id)
    run_all(["SET CONSTRAINTS ALL IMMEDIATE", *triggers.STOP])
    sell(shop.storefront, "Rice", 4, "10.00", on=ago(3))
    run_all(triggers.START)
    same_as_the_lines(shop)


@pytest.mark.parametrize("ends_at", [dt.time(2, 30, 15), dt.time(0, 0, 30), dt.time(11, 59)])
def test_days_end_on_the_minute_whatever_is_kept_of_their_end(shop: Shop, ends_at: dt.time) -> None:
    shop.business.day_ends_at = ends_at
    shop.business.save()
    with shop_clock.days_end_at(ends_at):
        for seconds in (-16, -1, 0, 1, 16, 31):
            sale = sell(shop.storefront, "Rice", 1, "10.00", on=ago(2))
            SaleLine.objects.filter(sale=sale).update(sold_at=shop_clock.start_of(ago(2)) + dt.timedelta(0, seconds))
        day_totals.close(shop.id)
        same_as_the_lines(shop)


def update_all(shop: Shop, **values: Any) -> None:
    SaleLine.objects.of(shop.id).update(**values)


def run_all(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_a_line_that_moves_while_a_report_is_read_is_counted_once(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=ago(3))
    sell(shop.storefront, "Rice", 1, "5.00", on=ago(0))
    day_totals.close(shop.id)
    reads: list[int] = []
    grouped = kept_days._grouped

    def move() -> None:
        World(shop, shop.storefront).date_back(0, 0)
        connection.close()

    def moving_before_the_second(*args: Any) -> list[Any]:
        if reads:
            other = threading.Thread(target=move)
            other.start()
            other.join()
        reads.append(1)
        return list(grouped(*args))

    monkeypatch.setattr(kept_days, "_grouped", moving_before_the_second)
    assert told(shop, [])[()][0][0] == D("15.00")
    assert reads == [1, 1]
