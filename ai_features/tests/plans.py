"""Plans over the shops of `questions/shops.py`, one for each form that the executor knows, and what they answer."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence import answering
from ai_features.services.query_intelligence.answering import Result
from ai_features.services.query_intelligence.plan import Bought, Days, Filter, Plan, Segment, Threshold
from ai_features.services.slots import Slots
from ai_features.services.slots.filling import put_in
from ai_features.tests.questions.reckoning import DAY
from ai_features.tests.questions.shops import Trade
from common import clock
from inventory.models import Product
from sales.models import Customer


def days(back: int, until: int = 0) -> Days:
    """The days from `back` days ago up to, and without, `until` days ago."""
    today = clock.today()
    return Days(start=today - DAY * back, end=today - DAY * until, label=f"days {back} to {until}")


def limit(metric: str, sign: Any, value: int | str, of: Any = "value") -> Threshold:
    return Threshold(metric=metric, sign=sign, value=Decimal(value), of=of)


@dataclass(frozen=True)
class Names:
    """Filters by the names of one shop."""

    trade: Trade

    def product(self, *names: str, **fields: Any) -> Filter:
        return self._filter("product", Product, names, **fields)

    def customer(self, name: str, **fields: Any) -> Filter:
        return self._filter("customer", Customer, (name,), **fields)

    def storefront(self, name: str, **fields: Any) -> Filter:
        return self._filter("storefront", type(self.trade.lines[0].sale.storefront), (name,), **fields)

    def _filter(self, dimension: str, model: Any, names: tuple[str, ...], **fields: Any) -> Filter:
        found = model.objects.filter(business=self.trade.business, name__in=names).order_by("name")
        values = tuple(str(pk) for pk in found.values_list("pk", flat=True))
        return Filter(dimension=dimension, values=values, name=" and ".join(names), **fields)


def answer(trade: Trade, **fields: Any) -> Result:
    """What a plan of these fields answers."""
    fields = {"metrics": ("revenue",)} | fields
    return answering.run(trade.business.pk, Plan(**fields), today=clock.today())


def labels(result: Result, place: int = 0) -> list[str]:
    return [row.labels[place] for row in result.rows]


def figures(result: Result, metric: str = "") -> dict[str, Decimal | None]:
    """The figure of each row by its label."""
    return {", ".join(row.labels): row.values[metric or result.lead] for row in result.rows}


def told(result: Result) -> str:
    """The words of an answer."""
    slots = Slots()
    verdict, rest = answering.tell(result, slots)
    return put_in(verdict + rest, {slot.id: slot for slot in slots})


def segment(key: str, **fields: Any) -> Segment:
    entity, _, name = key.partition(":")
    return Segment.model_validate({"entity": entity, "key": name, **fields})


def every_form(trade: Trade) -> dict[str, dict[str, Any]]:
    """The fields of a plan for each form."""
    of, month, before = Names(trade), days(30), days(60, 30)
    rice, osu, tema = of.product("Royal Rice 5 kg", "Gino Rice 25 kg"), of.storefront("Osu"), of.storefront("Tema")
    compared = {"period": month, "compare": "period", "compare_to": before}
    return {
        "one figure": {"period": month},
        "yes or no": {**compared, "ask": "whether"},
        "yes or no above": {"period": month, "ask": "whether", "thresholds": (limit("revenue", ">", 5000),)},
        "the first": {"dimensions": ("product",), "period": month, "limit": 5},
        "share of the first": {"dimensions": ("customer",), "period": month, "limit": 3, "share": True},
        "the third": {"dimensions": ("customer",), "period": month, "rank": 3},
        "both ends": {"dimensions": ("hour",), "period": month, "ends": True},
        "the first of each": {"dimensions": ("storefront", "product"), "period": month, "top_each": 2},
        "between": {
            "dimensions": ("customer",),
            "thresholds": (limit("revenue", ">=", 20000), limit("revenue", "<=", 50000)),
            "period": month,
        },
        "other measure": {"dimensions": ("product",), "thresholds": (limit("retail_price", ">", 1000),)},
        "fell": {"dimensions": ("product",), **compared, "by_change": "fall"},
        "rose in percent": {
            "dimensions": ("product",),
            **compared,
            "thresholds": (limit("units", ">", 10, "change_percent"),),
        },
        "trend": {"dimensions": ("month",), "order": "time", "period": days(200), "trend": True},
        "days with none": {
            "metrics": ("sales_count",),
            "dimensions": ("day",),
            "order": "time",
            "period": month,
            "filters": (rice,),
            "thresholds": (limit("sales_count", "=", 0),),
        },
        "count": {
            "dimensions": ("product",),
            "thresholds": (limit("units", ">", 20),),
            "ask": "count",
            "period": month,
        },
        "average": {"period": month, "per": "day"},
        "sales one by one": {"dimensions": ("sale",), "order": "time", "period": days(3)},
        "payments one by one": {"metrics": ("received",), "dimensions": ("payment",), "period": days(3), "limit": 5},
        "lines one by one": {"dimensions": ("line",), "order": "time", "period": days(3)},
        "movements one by one": {"metrics": ("delivered",), "dimensions": ("movement",), "period": month},
        "first time": {"metrics": ("first_sale",), "filters": (of.customer("Kojo Asante"),), "ask": "when"},
        "price": {"metrics": ("retail_price",), "filters": (rice,)},
        "to order": {"metrics": ("suggested_order",)},
        "room": {"metrics": ("credit_room",), "filters": (of.customer("Kojo Asante"),)},
        "list": {"metrics": ("product_count",), "dimensions": ("product",), "segments": (segment("product:low"),)},
        "list narrowed": {
            "metrics": ("product_count",),
            "dimensions": ("product",),
            "segments": (
                segment("product:out_of_stock", filters=(osu,)),
                segment("product:in_stock", filters=(tema,)),
            ),
        },
        "count of a list": {
            "metrics": ("customer_count",),
            **compared,
            "segments": (segment("customer:new"),),
        },
        "figure of a segment": {
            "dimensions": ("storefront",),
            "period": month,
            "segments": (segment("customer:returning"),),
        },
        "bought and not": {
            "metrics": ("customer_count",),
            "dimensions": ("customer",),
            "period": month,
            "bought": (Bought(filters=(rice,)), Bought(filters=(of.product("Milo 400 g"),), never=True)),
        },
        "bought often": {
            "metrics": ("customer_count",),
            "dimensions": ("customer",),
            "period": month,
            "bought": (Bought(times=limit("sales_count", ">", 3)),),
        },
        "bought only": {
            "metrics": ("customer_count",),
            "dimensions": ("customer",),
            "period": month,
            "bought": (Bought(filters=(osu,), only=True),),
        },
        "bought with": {"metrics": ("bought_with",), "dimensions": ("product",), "filters": (rice,), "limit": 5},
        "who owes": {"metrics": ("outstanding",), "dimensions": ("customer",)},
        "part-paid": {
            "metrics": ("outstanding",),
            "dimensions": ("sale",),
            "segments": (segment("sale:part_paid"),),
            "limit": 5,
        },
    }


def worded(result: Result) -> dict[str, Any]:
    """Everything that is made of an answer."""
    return {
        "told": told(result),
        "notes": answering.notes(result),
        "data": answering.data(result),
        "plan": answering.plan_in_words(result.plan),
        "for the model": answering.plan_in_model_words(result.plan),
        "pictures": answering.visualizations(result),
        "sources": answering.sources(result),
        "kind": answering.kind_of_question(result.plan),
        "next": list(answering.next_questions(result)),
    }


__all__ = [
    "Bought",
    "Names",
    "answer",
    "days",
    "every_form",
    "figures",
    "labels",
    "limit",
    "segment",
    "told",
    "worded",
]
