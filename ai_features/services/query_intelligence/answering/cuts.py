"""What part of a business a plan looks at: its days and filters, segments and purchases as queries of ids."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt
from typing import Any, Final

from django.db.models import Count

from ai_features.services.query_intelligence.plan import Bought, Days, Filter, Plan, Segment
from inventory.models import Category
from reports import metric_queries
from reports.metric_queries import Cut, Within
from reports.metrics import Source
from reports.segments import SEGMENTS, Window
from reports.sources import LOOKUPS

SIGNS: Final = {">": gt, ">=": ge, "<": lt, "<=": le, "=": eq}
_LOOKUP = {">": "gt", ">=": "gte", "<": "lt", "<=": "lte", "=": "exact"}
_PLACES = ("storefront", "staff")
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Scope:
    """A business on a day, with the categories below each, for one plan."""

    business_id: uuid.UUID
    today: dt.date
    plan: Plan
    below: Mapping[str, Sequence[str]]

    def cut(self, days: Days | None, metric: str = "", *, listed: str = "") -> Cut:
        """The plan's part of the business in these days.

        With `metric`, without what its rows do not know and a segment is narrowed by: customers who are new at Osu
        are counted in the list of customers, which knows no storefront. With `listed`, not narrowed to the things
        listed, which are known already: to find them again for each figure beside them takes the longest.
        """
        chosen = (*self._segments(days), *self._purchases(days))
        within = tuple(each for each in chosen if each.dimension != listed)
        kept = [each for each in self.plan.filters if not metric or self._narrows(metric, each.dimension)]
        ends = any(SEGMENTS[each.row].ends_period and not each.period for each in self.plan.segments)
        return self._of(kept, None if ends else days, within)

    def _narrows(self, metric: str, dimension: str) -> bool:
        by_segment = any(dimension in SEGMENTS[each.row].narrowed_by for each in self.plan.segments)
        return not by_segment or metric_queries.can(metric, [dimension])

    def _of(self, filters: Sequence[Filter], days: Days | None, within: tuple[Within, ...] = ()) -> Cut:
        same: dict[tuple[str, bool], list[Filter]] = {}
        for each in filters:
            same.setdefault((each.dimension, each.exclude), []).append(each)
        once = {key: self._values(found[0]) for key, found in same.items()}
        more = [
            Within(each.dimension, self._values(each), each.exclude) for found in same.values() for each in found[1:]
        ]
        return Cut(
            days.start if days else None,
            days.end if days else None,
            {dimension: values for (dimension, exclude), values in once.items() if not exclude},
            {dimension: values for (dimension, exclude), values in once.items() if exclude},
            (*within, *more),
            self.plan.overdue_days or 0,
        )

    def _values(self, one: Filter) -> Sequence[Any]:
        """A category stands for all below it."""
        values = [str(value) for value in one.values] if one.dimension == "category" else list(one.values)
        for value in values:
            values += [child for child in self.below.get(str(value), ()) if child not in values]
        return values

    def _segments(self, days: Days | None) -> Iterator[Within]:
        for each in self.plan.segments:
            row = SEGMENTS[each.row]
            named = each.filters or [one for one in self.plan.filters if one.dimension in row.narrowed_by]
            asked = self._of(named, self._days_of(each, days))
            ids = row.members(self.business_id, Window(asked, self.today, each.number))
            yield Within(each.entity, ids, each.exclude)

    def _days_of(self, segment: Segment, days: Days | None) -> Days | None:
        """The days a segment is asked for: its own, the last so many, the plan's, or the usual ones up to today."""
        row = SEGMENTS[segment.row]
        if not row.uses_period or segment.period:
            return segment.period
        last = segment.number if row.number == "days" else None
        if not last and days:
            return days
        if not (last := last or row.default_days):
            return None
        return Days(start=self.today - dt.timedelta(days=last), end=self.today + _ONE_DAY, label="")

    def _purchases(self, days: Days | None) -> Iterator[Within]:
        places = [each for each in self.plan.filters if each.dimension in _PLACES]
        for each in self.plan.bought:
            when = each.period or days
            named = {one.dimension for one in each.filters}
            filters = [*each.filters, *(one for one in places if one.dimension not in named)]
            yield Within(self.plan.of_bought, self._buyers(filters, when, each), each.never)
            if each.only:
                others = [one.model_copy(update={"exclude": not one.exclude}) for one in each.filters]
                yield Within(self.plan.of_bought, self._buyers([*others, *places], when, Bought()), exclude=True)

    def _buyers(self, filters: Sequence[Filter], days: Days | None, wanted: Bought) -> Any:
        """Who bought (or: what was bought, or where) by these filters in these days, so many times."""
        who = LOOKUPS[Source.LINES][self.plan.of_bought]
        rows = metric_queries.rows_of(self.business_id, Source.LINES, cut=self._of(filters, days)).filter(
            quantity__gt=0
        )
        found = rows.filter(**{f"{who}__isnull": False}).values(who)
        if not wanted.times:
            return found
        counted = found.annotate(times=Count("sale", distinct=True))
        return counted.filter(**{f"times__{_LOOKUP[wanted.times.sign]}": wanted.times.value}).values(who)


def scope(business_id: uuid.UUID, plan: Plan, today: dt.date) -> Scope:
    """The scope of a plan. One query where categories are named."""
    filters = [*plan.filters, *(one for each in plan.segments for one in each.filters)]
    filters += [one for each in plan.bought for one in each.filters]
    filters += [one for each in plan.sides for one in each.filters]
    below: dict[str, list[str]] = {}
    if any(each.dimension == "category" for each in filters):
        for pk, parent in Category.objects.of(business_id).order_by().values_list("pk", "parent_id"):
            below.setdefault(str(parent), []).append(str(pk))
    return Scope(business_id, today, plan, below)
