"""What stands out in a week: against the others, against one's own past, and never by chance alone."""

import datetime as dt
import uuid

import numpy as np
import pytest

from accounts.models import Membership
from accounts.tests.builders import make_member
from common import clock
from common.tenancy import Role
from conftest import Shop
from reports.losses import amounts, unit_prices
from reports.losses.choosing import Told, choose
from reports.losses.evidence import USUAL_DISPERSION, log_bayes_factor, overdispersion
from reports.losses.judging import FALSE_DISCOVERIES, Judged, discoveries
from reports.losses.reading import Pattern, patterns
from reports.losses.signals import SIGNALS, Base
from reports.losses.tallies import WEEKS, Tally
from reports.tests.counters import Counter, make_counter
from sales.models import Payment, Sale, SaleLine, TillCount, TillEvent, TillSession
from sales.tests.builders import make_return

PLACE = uuid.uuid4()


@pytest.fixture
def counter(shop: Shop) -> Counter:
    return make_counter(shop)


def found(counter: Counter) -> list[Pattern]:
    return patterns(counter.shop.id, clock.today())


def judged(p: float, *, signal: str = "discounts", events: int = 10, loss: float = 100) -> Judged:
    value = loss / (events - 2) * events
    return Judged(signal, uuid.uuid4(), PLACE, 4, events, 100, 2.0, value, p, None, None)


def test_evidence_is_how_many_times_likelier_a_raised_rate_makes_the_count() -> None:
    rng = np.random.default_rng(7)
    known, rate, n, x = 6.0, 0.04, 80, 9
    usual = rng.beta(known, known / rate - known, 400_000)
    raised = [rng.beta(known, known / (rate * times) - known, 400_000) for times in (2, 3, 5)]
    likely = np.mean([(rng.binomial(n, each) == x).mean() for each in raised])
    simulated = np.log(likely / (rng.binomial(n, usual) == x).mean())
    assert log_bayes_factor(x, n, known, rate) == pytest.approx(simulated, abs=0.05)


def test_what_is_usual_speaks_against_a_raised_rate_and_no_count_is_too_much() -> None:
    assert log_bayes_factor(3, 80, 20, 0.04) < 0
    assert log_bayes_factor(80, 80, 20, 0.04) > 20
    assert np.isfinite(log_bayes_factor(80, 80, 20, 0.99))


def test_rates_that_waver_from_week_to_week_are_told_from_chance() -> None:
    rng = np.random.default_rng(5)

    def people(mean: float, spread: float, number: int = 8) -> list[Tally]:
        by_week = rng.gamma(1 / spread**2, spread**2, (number, WEEKS)) if spread else np.ones((number, WEEKS))
        none = np.zeros(WEEKS)
        return [Tally("voids", None, PLACE, "", rng.poisson(mean * each), none + 500, none) for each in by_week]

    assert overdispersion(people(40, 0.5)) == pytest.approx(0.25, abs=0.08)
    assert overdispersion(people(40, 0.0)) < 0.01
    assert overdispersion(people(0.2, 0.0)) == pytest.approx(USUAL_DISPERSION, abs=0.01)
    assert overdispersion([]) == USUAL_DISPERSION


def test_false_discoveries_are_held_over_all_that_was_looked_at() -> None:
    alone = discoveries([judged(0.04)], {})
    among_many = discoveries([judged(0.04), *(judged(0.9) for _ in range(20))], {})
    assert (len(alone), among_many) == (1, [])
    rng = np.random.default_rng(3)
    false = [bool(discoveries([judged(p) for p in rng.uniform(size=40)], {})) for _ in range(2000)]
    assert np.mean(false) == pytest.approx(FALSE_DISCOVERIES, abs=0.02)


def test_a_signal_that_was_worth_more_needs_less_to_be_told() -> None:
    others = [judged(0.9, signal=signal) for signal in ("discounts", "voids") for _ in range(8)]
    rows = [judged(0.008, signal="voids"), *others[:-1]]
    assert discoveries(rows, {}) == []
    assert [each.signal for each in discoveries(rows, {"voids": 4.0, "discounts": 0.5})] == ["voids"]


def test_a_signal_that_few_can_give_needs_less_of_each() -> None:
    rows = [judged(0.02, signal="price_overrides"), judged(0.02), *(judged(0.9) for _ in range(7))]
    assert [each.signal for each in discoveries(rows, {})] == ["price_overrides"]


def test_the_dearest_two_are_told_and_none_again_for_four_weeks_unless_it_doubles() -> None:
    rows = [judged(0.001, loss=loss) for loss in (50, 400, 300)]
    assert [round(each.loss) for each in choose(rows, [])] == [400, 300]
    one = rows[1]
    told = Told(one.signal, one.person, one.place, 3, one.events / one.chances)
    assert one not in choose(rows, [told])
    assert one in choose(rows, [Told(one.signal, one.person, one.place, 4, 0.1)])
    assert one in choose(rows, [Told(one.signal, one.person, one.place, 1, one.events / one.chances / 2.1)])


def test_usual_trade_has_nothing_to_tell(counter: Counter) -> None:
    counter.usual()
    for person in (counter.ama, counter.esi):
        counter.sell(person, discounted=2)
    assert found(counter) == []


def test_a_cashier_whose_discounts_rise_is_found_with_receipts_and_the_others_range(counter: Counter) -> None:
    counter.usual()
    counter.sell(counter.esi, discounted=1)
    counter.sell(counter.ama, discounted=14)
    (one,) = found(counter)
    assert (one.judged.signal, one.judged.person, one.judged.weeks) == ("discounts", counter.ama.pk, 1)
    assert (one.judged.events, one.judged.chances) == (14, 40)
    assert one.judged.peers == pytest.approx((1 / 40, 1 / 40))
    assert one.judged.loss == pytest.approx((14 - one.judged.expected) * 10 * 4)
    assert {each.document for each in one.evidence} == set(
        Sale.objects.filter(
            sold_by=counter.ama, discount__gt=0, sold_at__gte=clock.start_of(counter.monday)
        ).values_list("pk", flat=True)
    )


def test_what_everybody_does_is_not_unusual(counter: Counter) -> None:
    counter.usual()
    for person in (counter.ama, counter.esi):
        counter.sell(person, discounted=9)
    assert found(counter) == []


def test_someone_alone_is_held_against_their_own_past(counter: Counter) -> None:
    for week in range(1, 16):
        counter.sell(counter.ama, week=week, discounted=1)
    counter.sell(counter.ama, discounted=14)
    (one,) = found(counter)
    assert one.judged.peers is None
    assert one.judged.own_rate == pytest.approx(1 / 40)


def test_a_first_week_alone_tells_nothing(counter: Counter) -> None:
    counter.sell(counter.ama, discounted=30)
    assert found(counter) == []


def test_the_only_owner_is_not_looked_at_and_one_of_two_is(counter: Counter) -> None:
    counter.usual()
    for week in range(16):
        counter.sell(counter.shop.owner, week=week, discounted=14 if week == 0 else 1)
    assert found(counter) == []
    make_member(counter.shop.business, Role.OWNER, name="Second Owner")
    assert [each.judged.person for each in found(counter)] == [counter.shop.owner.pk]


def test_what_happens_at_the_till_is_counted_out_of_carts(counter: Counter) -> None:
    counter.usual()
    counter.sell(counter.ama)
    counter.sell(counter.esi)
    for week, number in ((0, 15), (2, 1), (5, 2), (9, 1)):
        for each in range(number):
            at = clock.start_of(counter.monday - dt.timedelta(weeks=week)) + dt.timedelta(hours=11, minutes=each)
            TillEvent.objects.create(
                business=counter.shop.business,
                storefront=counter.shop.storefront,
                by=counter.ama,
                at=at,
                amount=30,
                kind=TillEvent.Kind.CART_CANCELLED,
                client_id=uuid.uuid4().hex,
            )
    (one,) = found(counter)
    assert (one.judged.signal, one.judged.events, one.judged.chances) == ("cancelled_carts", 15, 55)
    assert {each.kind for each in one.evidence} == {"till_event"}


def test_goods_that_come_back_count_for_who_had_sold_them(counter: Counter) -> None:
    counter.usual()
    counter.sell(counter.ama)
    counter.sell(counter.esi)
    sold = Sale.objects.filter(sold_by=counter.ama, sold_at__gte=clock.start_of(counter.monday))
    for sale in sold[:12]:
        make_return(sale, at=sale.sold_at + dt.timedelta(hours=1))
    signals = {(each.judged.signal, each.judged.person) for each in found(counter)}
    assert ("refunds", counter.ama.pk) in signals


def test_a_drawer_that_is_short_again_and_again_is_found(counter: Counter) -> None:
    def close(person: Membership, days_ago: int, short: int) -> None:
        at = clock.start_of(counter.monday + dt.timedelta(days=6 - days_ago)) + dt.timedelta(hours=18)
        session = TillSession.objects.create(
            business=counter.shop.business,
            storefront=counter.shop.storefront,
            till=person.name,
            cashier=person,
            opened_by=person,
            opened_at=at - dt.timedelta(hours=9),
            closed_at=at,
            number=200 - days_ago,
        )
        TillCount.objects.create(
            business=counter.shop.business,
            session=session,
            method=Payment.Method.CASH,
            counted=500 - short,
            expected=500,
        )

    counter.usual()
    counter.sell(counter.ama)
    for day in range(112):
        close(counter.ama, day, 40 if day < 24 and day % 2 else 2)
        close(counter.esi, day, 40 if day % 20 == 19 else 2)
    (one,) = found(counter)
    assert (one.judged.signal, one.judged.person) == ("cash_short", counter.ama.pk)
    assert {each.kind for each in one.evidence} == {"session"}


def test_a_price_that_a_product_never_had_is_counted_where_no_list_price_is_known(counter: Counter) -> None:
    counter.usual()
    counter.sell(counter.esi)
    counter.sell(counter.ama)
    counter.sell(counter.ama, number=12, total=60)
    SaleLine.objects.update(list_price=None)
    signals = {each.judged.signal for each in found(counter)}
    assert signals == {"low_prices"}


def test_a_sale_much_larger_than_any_before_is_found_alone(counter: Counter) -> None:
    rng = np.random.default_rng(1)
    for week in range(1, 16):
        for person in (counter.ama, counter.esi):
            counter.sell(person, week=week, number=20, total=int(rng.integers(60, 200)))
    counter.sell(counter.ama, number=30, total=90)
    assert found(counter) == []
    counter.sell(counter.ama, number=1, total=50_000)
    (one,) = found(counter)
    assert (one.judged.signal, one.judged.person, len(one.evidence)) == ("large_sale", None, 1)


def test_a_wide_tail_makes_a_large_sale_less_surprising() -> None:
    rng = np.random.default_rng(5)
    narrow, wide = rng.lognormal(4, 0.3, 1000), rng.lognormal(4, 1.3, 1000)
    assert amounts.chance_of_largest(narrow, 1000, 2 * narrow.max(), 60) < 0.002
    assert amounts.chance_of_largest(wide, 1000, 2 * wide.max(), 60) > 0.005
    assert amounts.chance_of_largest(narrow, 1000, 1.2 * narrow.max(), 60) == 1
    assert amounts.chance_of_largest(narrow[:100], 100, 1e9, 60) == 1


def test_unit_prices_are_scored_by_the_recipe() -> None:
    product = np.array([0] * 11 + [1] * 2)
    price = np.array([10.0] * 5 + [11.0] * 5 + [20.0] + [5.0, 50.0])
    score = unit_prices.scores(product, price)
    mad = np.log(11 / 10)
    own = (11 * mad + 30 * mad) / 41
    assert score[10] == pytest.approx(np.log(20 / 11) / (own + 1))
    assert score[5] == 0
    pair = (2 * np.log(50 / 5) / 2 + 30 * mad) / 32
    assert score[12] == pytest.approx(np.log(50 / 5) / 2 / (pair + 1))


def test_another_business_is_not_read(counter: Counter, other_shop: Shop) -> None:
    theirs = make_counter(other_shop)
    theirs.usual()
    theirs.sell(theirs.ama, discounted=20)
    counter.usual()
    counter.sell(counter.ama)
    assert found(counter) == []


def test_every_signal_says_what_it_counts_and_gives_honest_reasons() -> None:
    for signal in SIGNALS.values():
        assert signal.causes
        assert signal.checks.endswith(".")
        assert signal.base in Base
    assert WEEKS == 28
