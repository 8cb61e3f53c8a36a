"""A plan in words: what was understood, for the one who asked and for a model."""

from ai_features.services.query_intelligence.executor.result import in_words
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.vocabulary import DIMENSIONS, LISTS, title
from ai_features.services.slots import Slots
from reports.metrics import METRICS

NOW = frozenset(
    {
        "outstanding",
        "overdue",
        "debtors",
        "open_invoices",
        "overdue_invoices",
        "stock",
        "stock_value",
        "stock_retail_value",
    }
)


def plan_in_words(plan: Plan) -> str:
    """What was understood: "Units sold of products matching 'TV', October 2026, all storefronts"."""
    named = {each.dimension for each in plan.filters}
    parts = [" and ".join(dict.fromkeys(title(key) for key in plan.metrics)) + filters_in_words(plan)]
    if plan.per:
        parts[0] = f"{parts[0]}, on average per {DIMENSIONS[plan.per].title}"
    if plan.share:
        parts[0] = f"Share of {parts[0][0].lower()}{parts[0][1:]}"
    if plan.dimensions and plan.metric not in LISTS:
        parts[0] += f" {cut_in_words(plan)}"
    if plan.period:
        parts.append(plan.period.label)
    else:
        parts.append("as of today" if plan.metric in NOW or plan.metric in LISTS else "all days on record")
    if plan.compare_to:
        parts.append(f"compared with {plan.compare_to.label}")
    for each in plan.thresholds:
        unit = METRICS[each.metric].unit
        parts.append(f"{title(each.metric).lower()} {each.sign} {in_words(each.value, unit)}")
    if plan.overdue_days:
        parts.append(f"more than {plan.overdue_days} days past due")
    if plan.limit:
        parts.append(f"the {plan.limit} {'lowest' if plan.order == 'low' else 'highest'}")
    if "storefront" not in named and "storefront" not in plan.dimensions:
        parts.append("all storefronts")
    return ", ".join(parts)


def cut_in_words(plan: Plan) -> str:
    """ "By category and month"; single sales "one by one"."""
    cuts = [DIMENSIONS[each].title for each in plan.dimensions if each != "sale"]
    by = f"by {' and '.join(cuts)}" if cuts else ""
    return f"{by} one by one".strip() if "sale" in plan.dimensions else by


def plan_in_model_words(plan: Plan) -> str:
    """The same for a model: people are not named."""
    hidden = tuple(
        each.model_copy(update={"name": "one person"}) if each.dimension in ("customer", "staff") else each
        for each in plan.filters
    )
    return plan_in_words(plan.model_copy(update={"filters": hidden}))


def filters_in_words(plan: Plan, slots: Slots | None = None) -> str:
    """ "of Rice at Tema by mobile money, without Osu"; with `slots`, people in them."""
    text = ""
    joints = {
        "customer": "to",
        "storefront": "at",
        "staff": "rung up by",
        "method": "by",
        "network": "by",
        "supplier": "from supplier",
        "weekday": "on",
        "hour": "from",
    }
    if plan.metric in ("overdue", "due", "received"):
        joints["customer"] = "from"
    if plan.metric == "outstanding":
        joints["customer"] = "by"
    if plan.metric in ("received", "payments"):
        joints["staff"] = "taken by"
    listed = LISTS[plan.metric].of if plan.metric in LISTS else ""
    for each in plan.filters:
        if each.dimension == listed and slots is not None and not each.exclude:
            continue
        joint = "of" if each.dimension == listed else joints.get(each.dimension, "of")
        matching = len(each.values) > 1 and each.dimension in ("product", "customer")
        name = f"{DIMENSIONS[each.dimension].plural} matching '{each.name}'" if matching else each.name
        if slots is not None and each.dimension in ("customer", "staff"):
            name = slots.person(f"who_{each.dimension}", each.name, key=each.values[0])
        elif slots is not None:
            name = name.replace("{", "(").replace("}", ")")
        text += f" {'without' if each.exclude else joint} {name}"
    return text
