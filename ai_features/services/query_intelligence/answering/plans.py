"""A plan in words: what was understood, for the one who asked and for a model."""

from collections.abc import Iterator

from ai_features.services.query_intelligence.answering.result import in_words, joint, lists
from ai_features.services.query_intelligence.plan import PEOPLE, Bought, Filter, Plan, Threshold
from ai_features.services.query_intelligence.plan import Segment as Chosen
from ai_features.services.slots import Slots
from common import money
from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS
from reports.segments import SEGMENTS

MANY = 3
TO_ONE = " to suppliers to "
"""What is owed and paid to one supplier who is named is said without the others."""
_NOUNS = {
    "outstanding": "debt",
    "overdue": "overdue debt",
    "due": "debt falling due",
    "received": "payments",
    "credit_given": "sales on credit",
    "bought_with": "sales together",
    "customer_count": "number of customers",
    "product_count": "number of products",
    "staff_count": "number of staff",
    "over_by": "amount over the limit",
    "oldest_invoice": "age of an open invoice",
    "debt_collected": "debt collected",
    "stock": "stock",
    "sales_count": "number of sales",
    "sold_30_days": "units sold in 30 days",
    "credit_room": "room under the limit",
    "first_sale": "first sale",
    "last_sale": "last sale",
    "revenue_per_customer": "sales per customer",
    "owed_to_suppliers": "debt to suppliers",
    "overdue_to_suppliers": "overdue debt to suppliers",
    "due_to_suppliers": "debt falling due to suppliers",
    "paid_to_suppliers": "payments to suppliers",
    "cash_missing": "cash missing at closing",
    "billed_by_suppliers": "invoices of suppliers",
    "cash_banked": "cash brought to the bank",
    "price_before": "price before the last change",
}
"""How a metric is called within a sentence, where its title will not do."""
SIGNS = {">": "above", ">=": "at least", "<": "below", "<=": "at most", "=": "exactly"}
_JOINTS = {
    "customer": "to",
    "storefront": "at",
    "staff": "rung up by",
    "method": "by",
    "network": "by",
    "supplier": "from supplier",
    "weekday": "on",
    "hour": "from",
    "destination": "to",
}
_OTHER_JOINTS = {
    ("overdue", "customer"): "from",
    ("due", "customer"): "from",
    ("outstanding", "customer"): "by",
    ("received", "customer"): "from",
    ("received", "staff"): "taken by",
    ("payments", "customer"): "from",
    ("payments", "staff"): "taken by",
    ("debt_collected", "customer"): "from",
    **{(key, "supplier"): "to" for key in ("owed_to_suppliers", "overdue_to_suppliers", "due_to_suppliers")},
    ("paid_to_suppliers", "supplier"): "to",
    **{(key, "customer"): "by" for key in ("promises", "promises_open", "promises_kept", "promises_broken")},
    **{(key, "customer"): "by" for key in ("promised", "returns", "returned_units", "returns_count", "on_time_rate")},
    **{(key, "customer"): "of" for key in ("days_to_pay", "days_late", "oldest_invoice", "last_payment", "last_sale")},
    ("first_sale", "customer"): "of",
    ("billed_by_suppliers", "supplier"): "by",
    **{("bought_with", each): "with" for each in ("product", "brand", "category", "supplier")},
}
_VERBS = {"customer": "bought", "staff": "sold", "storefront": "sold", "product": "were bought", "sale": "with"}
_WHERE = {"storefront": "at ", "staff": "from ", "supplier": "from ", "weekday": "on ", "customer": "by "}
_TIMES = {">": "more than", ">=": "at least", "<": "fewer than", "<=": "at most", "=": "exactly"}


def title(key: str) -> str:
    """What an answer calls a metric."""
    return METRICS[key].title


def noun(key: str) -> str:
    """What a metric is called within a sentence."""
    return _NOUNS.get(key) or lowered(title(key))


def plan_in_words(plan: Plan) -> str:
    """What was understood: "Units sold of products matching 'TV', October 2026, all storefronts"."""
    named = {each.dimension for each in plan.filters} | set(plan.dimensions)
    parts = [_asked(plan), *_conditions(plan), *_choice(plan)]
    parts.append(plan.period.label if plan.period else _without_days(plan))
    if plan.compare_to:
        parts.append(f"compared with {plan.compare_to.label}")
    if plan.overdue_days:
        parts.append(f"more than {plan.overdue_days} days past due")
    if "storefront" not in named:
        parts.append("all storefronts")
    return ", ".join(part for part in parts if part)


def plan_in_model_words(plan: Plan) -> str:
    """The same for a model: people are not named."""
    return plan_in_words(plan.with_people(lambda one: "one person"))


def _asked(plan: Plan) -> str:
    if lists(plan):
        of_them = [each for each in plan.segments if each.entity == plan.dimensions[0] and not each.exclude]
        listed = [SEGMENTS[each.row].title for each in of_them]
        what = " and ".join(listed) or METRICS[plan.metric].title
        return f"{what}{filters_in_words(plan)}"
    fact = METRICS[plan.metric].of and plan.dimensions == (METRICS[plan.metric].of,)
    keys = plan.metrics[:1] if fact else plan.metrics
    what = " and ".join(dict.fromkeys(title(key) for key in keys)) + filters_in_words(plan)
    if plan.per:
        what += f", on average per {DIMENSIONS[plan.per].title}"
    if plan.sides:
        what += f", {' against '.join(side.name for side in plan.sides)}"
    if plan.share:
        what = f"Share of {lowered(what)}"
    what = what.replace(TO_ONE, " to ")
    return what if fact and plan.filters else f"{what} {cut_in_words(plan)}".rstrip()


def lowered(text: str) -> str:
    """With a small first letter."""
    return text[:1].lower() + text[1:]


def _conditions(plan: Plan) -> Iterator[str]:
    for each in plan.segments:
        if not lists(plan) or each.entity != plan.dimensions[0] or each.exclude or each.number or each.filters:
            yield segment_in_words(each)
    yield from purchases_in_words(plan)
    yield from thresholds_in_words(plan)


def segment_in_words(segment: Chosen, slots: Slots | None = None) -> str:
    """ "without walk-in sales"; with its number, days and place."""
    text = lowered(SEGMENTS[segment.row].title)
    if segment.number:
        text += f" ({segment.number} {'percent' if SEGMENTS[segment.row].number == 'percent' else 'days'})"
    text += "".join(f" {_JOINTS.get(each.dimension, 'of')} {_name_of(each, slots)}" for each in segment.filters)
    text += f" ({segment.period.label})" if segment.period else ""
    return f"without {text}" if segment.exclude else text


def purchases_in_words(plan: Plan, slots: Slots | None = None) -> list[str]:
    """Who bought what, each once; the same in many stretches of days together."""
    times = [each.period for each in plan.bought if each.period and not (each.filters or each.never or each.times)]
    if len(times) < MANY or len(times) < len(plan.bought):
        return [bought_in_words(plan, each, slots) for each in plan.bought]
    verb = _VERBS[plan.of_bought]
    return [f"{verb} in each of {len(times)} stretches of days, {times[0].label} to {times[-1].label}"]


def bought_in_words(plan: Plan, bought: Bought, slots: Slots | None = None) -> str:
    """ "bought Rice more than 3 times", "never sold"; with `slots`, people in them."""
    verb = _VERBS[plan.of_bought]
    verb = verb.replace("were ", "were never ") if bought.never and "were" in verb else verb
    verb = f"never {verb}" if bought.never and "never" not in verb else verb
    when = f" {joint(bought.period)}{bought.period.label}" if bought.period else ""
    if bought.never and not bought.filters:
        return f"{_VERBS[plan.of_bought]} nothing{when}"
    what = " and ".join(f"{_WHERE.get(each.dimension, '')}{_name_of(each, slots)}" for each in bought.filters)
    times = ""
    if bought.times:
        number = in_words(bought.times.value, METRICS["sales_count"].unit)
        times = f" {_TIMES[bought.times.sign]} {number} time{'' if number == '1' else 's'}"
    return f"{verb} {'only ' if bought.only else ''}{what}".rstrip() + times + when


def threshold_in_words(limit: Threshold) -> str:
    """ "units sold above 5", "change of sales below GHS 0.00", "no sales"."""
    unit = METRICS[limit.metric].unit
    if limit.of == "change_percent":
        return f"change of {noun(limit.metric)} {SIGNS[limit.sign]} {money.written_percent(limit.value)}"
    if limit.of == "value" and not limit.value and limit.sign in ("=", "<="):
        return f"no {lowered(title(limit.metric)).removeprefix('number of ')}"
    if limit.of == "value" and not limit.value and limit.sign == ">":
        return noun(limit.metric)
    of = "change of " if limit.of == "change" else ""
    return f"{of}{noun(limit.metric)} {SIGNS[limit.sign]} {in_words(limit.value, unit)}"


def thresholds_in_words(plan: Plan) -> list[str]:
    """Each metric's limits together: "debt at least GHS 1,000.00 and at most GHS 5,000.00"."""
    said: dict[tuple[str, str], str] = {}
    for each in plan.thresholds:
        key, text = (each.metric, each.of), threshold_in_words(each)
        head = text.partition(SIGNS[each.sign])[0]
        said[key] = f"{said[key]} and {text.removeprefix(head)}" if key in said else text
    return list(said.values())


_MOVED = {"rise": "by how much they rose", "fall": "by how much they fell", "change": "by how much they changed"}


def _choice(plan: Plan) -> Iterator[str]:
    size = {"low": "lowest", "time": "latest"}.get(plan.order, "highest")
    yield from [_MOVED[plan.by_change]] if plan.by_change else []
    if plan.top_each:
        yield f"the {plan.top_each} {size} of each"
    if plan.rank:
        yield f"number {plan.rank} from the {size}"
    if plan.ends:
        yield f"the highest and the lowest{f' {plan.limit}' if plan.limit else ''}"
    elif plan.limit:
        yield f"the {size}" if plan.limit == 1 else f"the {plan.limit} {size}"
    wanted = {"whether it rises or falls": plan.trend, "what moved": plan.why, "how many": plan.ask == "count"}
    yield from (words for words, is_wanted in wanted.items() if is_wanted)


def _without_days(plan: Plan) -> str:
    metric = METRICS[plan.metric]
    if not metric.as_of_now:
        return "all days on record"
    return "" if metric.of or lists(plan) else "as of today"


def cut_in_words(plan: Plan) -> str:
    """ "By category and month"; single sales "one by one"."""
    cuts = [DIMENSIONS[each].title for each in plan.dimensions if not DIMENSIONS[each].rows]
    by = f"by {' and '.join(cuts)}" if cuts else ""
    return f"{by} one by one".strip() if any(DIMENSIONS[each].rows for each in plan.dimensions) else by


def filters_in_words(plan: Plan, slots: Slots | None = None) -> str:
    """ "of Rice at Tema by mobile money, without Osu"; with `slots`, people in them."""
    text = ""
    for each in plan.filters:
        joint = _OTHER_JOINTS.get((plan.metric, each.dimension)) or _JOINTS.get(each.dimension, "of")
        if METRICS[plan.metric].of == each.dimension:
            joint = "of"
        text += f" {'without' if each.exclude else joint} {_name_of(each, slots)}"
    return text


def _name_of(one: Filter, slots: Slots | None) -> str:
    plural = DIMENSIONS[one.dimension].plural
    many = len(one.values) > 1 and one.dimension in ("product", "customer")
    name = f"{plural} matching '{one.name}'" if many else one.name or "one person"
    if one.name.startswith("these "):
        name = f"{one.name} {plural}"
    if slots is None:
        return name
    if one.dimension not in PEOPLE:
        return name.replace("{", "(").replace("}", ")")
    known = [slot.id for slot in slots if slot.id.startswith(f"who_{one.dimension}")]
    same = next((id for id in known if slots[id].written == name), "")
    return f"{{{same}}}" if same else slots.person(f"who_{one.dimension}_{len(known) + 1}", name, key=one.values[0])
