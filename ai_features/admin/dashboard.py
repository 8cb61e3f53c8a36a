"""The page on which staff sees credits sold and used, revenue, model cost and margins."""

import json
from typing import Any

from django.views.generic import TemplateView
from unfold.views import UnfoldModelAdminViewMixin

from ai_features import queries
from ai_features.queries.platform import Margin
from common import money

PERIODS = (7, 30, 90)
GREEN, BLUE, AMBER, RED = "#16a34a", "#2563eb", "#d97706", "#dc2626"

OPTIONS = {
    "animation": False,
    "responsive": True,
    "maintainAspectRatio": False,
    "maxBarThickness": 14,
    "plugins": {"legend": {"position": "top", "align": "end", "labels": {"boxWidth": 10, "boxHeight": 10}}},
    "scales": {
        "x": {"grid": {"display": False}},
        "y": {"beginAtZero": True, "grid": {}, "ticks": {"maxTicksLimit": 6}},
    },
}


class DashboardView(UnfoldModelAdminViewMixin, TemplateView):
    """`?days=` 7, 30 or 90."""

    title = "Credits and margins"
    permission_required = ("ai_features.view_aicreditpurchase",)
    template_name = "admin/ai_features/dashboard.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("days", "")
        days = int(asked) if asked in {str(period) for period in PERIODS} else 30
        daily = queries.platform.daily(days)
        totals = queries.platform.totals(days)
        return super().get_context_data(
            days=days,
            periods=PERIODS,
            figures=_figures(daily, totals),
            credits_chart=_chart(daily, [("Sold", "sold", BLUE), ("Used", "used", AMBER)]),
            money_chart=_chart(daily, [("Revenue, GHS", "revenue", GREEN), ("Model cost, GHS", "cost", RED)]),
            chart_options=json.dumps(OPTIONS),
            features=_table("Feature", queries.platform.margin_by_feature(days)),
            businesses=_table("Business", queries.platform.margin_by_business(days)),
            **kwargs,
        )


def _figures(daily: list[dict[str, Any]], totals: dict[str, Any]) -> list[dict[str, str]]:
    """The numbers on top: (title, value, note)."""
    sums = {key: sum((row[key] for row in daily), money.ZERO) for key in ("sold", "used", "revenue", "cost")}
    shown = [
        ("Revenue before taxes", money.written(sums["revenue"]), f"{money.written(totals['refunded'])} refunded"),
        ("Cost of models", money.written(sums["cost"]), "all requests, failed ones too"),
        ("Credits sold", f"{sums['sold']:,.2f}", f"{totals['completed']} purchases"),
        ("Credits used", f"{sums['used']:,.2f}", "charged for answers"),
        ("Credits outstanding", f"{totals['outstanding']:,.2f}", "bought or given, not yet used"),
        ("Purchases failed", str(totals["failed"]), f"{totals['pending']} pending"),
        ("Holds open", str(totals["holds"]), f"{totals['held']:,.2f} credits"),
        ("Payments to look at", str(totals["attention"]), f"{totals['events_flagged']} events flagged"),
    ]
    return [{"title": title, "value": value, "note": note} for title, value, note in shown]


def _chart(daily: list[dict[str, Any]], series: list[tuple[str, str, str]]) -> str:
    """What the chart component takes: labels and one dataset for each series."""
    return json.dumps(
        {
            "labels": [f"{row['day']:%d %b}" for row in daily],
            "datasets": [
                {
                    "label": label,
                    "data": [money.number(row[key]) for row in daily],
                    "backgroundColor": colour,
                }
                for label, key, colour in series
            ],
        }
    )


def _table(title: str, rows: list[Margin]) -> dict[str, Any]:
    return {
        "headers": [title, "Requests", "Credits", "Earned, GHS", "Cost, GHS", "Margin, GHS", "Margin"],
        "rows": [
            [
                row.name,
                f"{row.requests:,}",
                f"{row.credits:,.2f}",
                f"{row.earned:,.2f}",
                f"{row.cost:,.2f}",
                f"{row.margin:,.2f}",
                "-" if row.percent is None else f"{row.percent}%",
            ]
            for row in rows
        ],
    }
