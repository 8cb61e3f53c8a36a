"""Our own wording of reports, from the same slots."""

from typing import Any, Final

from pydantic import BaseModel

from ai_features.feature import Facts
from ai_features.features.reports.report_figures import FIGURES

SAID = 4
FLAT_PERCENT = 1.0
STRONG_PERCENT = 10.0

_LEADS: Final = {
    "ar_aging": "{name} has {figure} overdue, the most of all.",
    "customer_segmentation": "{name} customers bought for {figure}.",
    "top_customers": "{name} bought the most, for {figure}.",
    "product_performance": "{name} sold best, for {figure}.",
    "stock_on_hand": "{name} ties up the most money, {figure} at cost.",
    "stock_movement": "{name} moved the most: {figure} movements.",
    "expiring_stock": "{name} has the most at risk, {figure} at cost.",
    "staff_performance": "{name} sold the most, for {figure}.",
    "profit": "Most was spent on {name}: {figure}.",
    "tills": "The till opened last, {name}, should hold {figure}.",
}
_FIGURE_OF_ROW: Final = {
    "ar_aging": "overdue",
    "stock_on_hand": "value_at_cost",
    "stock_movement": "movements",
    "expiring_stock": "value_at_risk",
    "profit": "amount",
    "tills": "cash_expected",
}
_ADVICE: Final = {
    "sales_summary": ["Look at which days sold best, and have staff and stock ready for them."],
    "sales_change": ["Look first at what moved the most, and ask whoever served there what was different."],
    "revenue_profit": ["Look at the products with the lowest margin before you change a price."],
    "profit": ["Look at the largest expense before you change a price."],
    "tills": ["Count the tills that are open, and ask about what is missing on the same day."],
    "ar_aging": ["Call the customers with the most overdue first.", "Send a reminder before the next due dates."],
    "customer_segmentation": ["Write to those who bought often and have not been back.", "Thank the best ones."],
    "top_customers": ["Keep in touch with the customers on top of the list."],
    "product_performance": ["Keep the best sellers in stock.", "Ask whether the slowest are worth their shelf."],
    "stock_on_hand": ["Order what is at or below its reorder level.", "Sell off what has not moved."],
    "stock_movement": ["Look into adjustments that you did not expect."],
    "expiring_stock": ["Lower the price of what expires first in time.", "Write off what is past its date."],
    "staff_performance": ["Ask the best sellers what they do differently, and share it."],
}


class Trend(BaseModel):
    """A figure against the days before; `id` is its slot, `<id>_change` the slot of the change."""

    id: str
    metric: str
    change: float
    more_is: str

    @property
    def direction(self) -> str:
        return "stable" if abs(self.change) < FLAT_PERCENT else "up" if self.change > 0 else "down"


class NarrativeFacts(Facts):
    report: str
    title: str
    trends: list[Trend] = []
    figures: list[str] = []
    rows: list[str] = []


def offline_words(facts: NarrativeFacts) -> dict[str, Any]:
    """Summary, insights, advice, risks and trends with slots, from what the report shows."""
    return {
        "summary": " ".join(_summary(facts)),
        "key_insights": _insights(facts),
        "recommendations": _ADVICE[facts.report],
        "risk_factors": [_said(trend) for trend in facts.trends if _is_risk(trend)],
        "trends": [{"figure": trend.id, "interpretation": _reading(trend)} for trend in facts.trends],
    }


def _summary(facts: NarrativeFacts) -> list[str]:
    changes = {trend.id for trend in facts.trends}
    labels = {figure.id: figure.label for figure in FIGURES[facts.report]}
    said = [f"{facts.title}, {{period}}."]
    for figure in facts.figures[:SAID]:
        change = f", {{{figure}_change}} against the days before" if figure in changes else ""
        said.append(f"{labels[figure]}: {{{figure}}}{change}.")
    return said


def _insights(facts: NarrativeFacts) -> list[str]:
    said = [_said(trend) for trend in facts.trends if trend.more_is and abs(trend.change) >= STRONG_PERCENT]
    if facts.rows:
        figure = _FIGURE_OF_ROW.get(facts.report, "revenue")
        slots = {"{name}": "{r1}", "{figure}": f"{{r1_{figure}}}"}
        lead = _LEADS[facts.report]
        for old, new in slots.items():
            lead = lead.replace(old, new)
        said.append(lead)
    return said[:SAID] or ["Nothing stands out against the days before."]


def _said(trend: Trend) -> str:
    return f"{trend.metric}: {{{trend.id}}}, {{{trend.id}_change}} against the days before."


def _is_risk(trend: Trend) -> bool:
    worse = trend.change > 0 if trend.more_is == "worse" else trend.change < 0
    return bool(trend.more_is) and worse and abs(trend.change) >= STRONG_PERCENT


def _reading(trend: Trend) -> str:
    if trend.direction == "stable":
        return "Much as in the days before."
    good = (trend.direction == "up") == (trend.more_is != "worse")
    if not trend.more_is:
        return "Different from the days before."
    return "Better than in the days before." if good else "Worse than in the days before: worth a look."
