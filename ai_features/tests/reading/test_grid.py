"""Every metric in every shape that it allows, under its first name: the plan alone."""

from collections.abc import Iterator

from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, TODAY
from reports import metric_queries
from reports.metrics import METRICS, Metric

CUTS = {
    "customer": "customer",
    "storefront": "branch",
    "category": "category",
    "staff": "cashier",
    "brand": "brand",
    "product": "product",
    "supplier": "supplier",
    "month": "month",
    "method": "payment method",
}
RANKED = ("product", "customer", "storefront", "category")
Shape = tuple[tuple[str, ...], int | None, bool, int]
"""What it is cut by, how many, whether it is compared, how many filters."""
LEAST = 0.98


def shapes(metric: Metric) -> Iterator[tuple[str, Shape]]:
    name, when = metric.said[0], "" if metric.as_of_now else " last month"
    yield f"{name}{when}", ((), None, False, 0)
    if metric.of:
        return
    for cut, said in CUTS.items():
        if metric_queries.can(metric.key, [cut]):
            yield f"{name} by {said}{when}", ((cut,), None, False, 0)
            if cut in RANKED:
                yield f"top 5 {said} by {name}{when}", ((cut,), 5, False, 0)
    if metric_queries.can(metric.key, ["storefront"]):
        yield f"{name} in Tema{when}", ((), None, False, 1)
    if not metric.as_of_now:
        yield f"{name} this month vs last month", ((), None, True, 0)


def shape_of(plan: Plan) -> Shape:
    return plan.dimensions, plan.limit, bool(plan.compare), len(plan.filters)


def test_every_metric_is_read_in_every_shape_and_none_wrongly() -> None:
    right, wrong, others = 0, [], []
    for metric in (each for each in METRICS.values() if not each.share_of):
        for question, shape in shapes(metric):
            reading = read(question, today=TODAY, index=INDEX)
            if not isinstance(reading, Understood):
                others.append(question)
            elif (reading.plan.metric, shape_of(reading.plan)) == (metric.key, shape):
                right += 1
            else:
                wrong.append(question)
    assert wrong == []
    assert right >= LEAST * (right + len(others)), others
    assert right > 700
