"""Staff's view of the AI features: all of them with what is in force now, and what staff has set."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminSelectWidget

from ai_features import pricing, queries
from ai_features.features import FEATURES
from ai_features.models import FeatureSetting
from ai_features.services.model.prices import UnknownPrice, unit_price
from common import money

HEADS = ["Feature", "On", "Credits", "Model", "Kept for", "A minute", "An hour", "A day"]


class FeatureSettingForm(forms.ModelForm[FeatureSetting]):
    feature = forms.ChoiceField(widget=UnfoldAdminSelectWidget)

    class Meta:
        model = FeatureSetting
        fields = ["feature", "enabled", "price", "model", "cache_seconds", "per_minute", "per_hour", "per_day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "feature" in self.fields:
            names = {key: f"{price.name} ({price.credits} credits)" for key, price in pricing.FEATURE_PRICES.items()}
            self.fields["feature"].choices = list(names.items())  # type: ignore[attr-defined]

    def clean_model(self) -> str:
        """A model whose price nobody knows would be counted as free: it is refused."""
        model: str = self.cleaned_data["model"]
        if model:
            try:
                unit_price(model)
            except UnknownPrice as problem:
                raise forms.ValidationError(
                    "No price is known for this model: add it to AI_MODEL_PRICES first."
                ) from problem
        return model


@admin.register(FeatureSetting)
class FeatureSettingAdmin(ModelAdmin):
    """Price, model, cache, limits and switch of a feature; in force with the next request."""

    form = FeatureSettingForm

    def get_readonly_fields(self, request: HttpRequest, obj: FeatureSetting | None = None) -> Any:
        return ["feature"] if obj else []

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Every feature, whether or not something is set for it."""
        self._check_may_view(request)
        rows = [_row(row) for row in queries.features.settings_by_feature().values()]
        context = self.admin_site.each_context(request) | {
            "title": "Features and prices",
            "opts": self.opts,
            "table": {"headers": HEADS, "rows": rows},
            "limits": settings.AI_RATE_LIMITS,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/ai_features/features.html", context)

    def _check_may_view(self, request: HttpRequest) -> None:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied


def _row(row: FeatureSetting) -> list[Any]:
    """What is in force for a feature; a value that staff set is in bold."""
    return [
        format_html(
            '<a class="text-primary-600 dark:text-primary-500" href="{}">{}</a>',
            _link(row),
            pricing.display_name(row.feature),
        ),
        "On" if queries.features.is_open(row) else _set("Off"),
        _either(row.price, pricing.FEATURE_PRICES[row.feature].credits),
        _either(row.model, _models(row.feature)),
        _either(None if row.cache_seconds is None else written_span(row.cache_seconds), _kept(row.feature)),
        *(_either(getattr(row, name), "as for all") for name in ("per_minute", "per_hour", "per_day")),
    ]


def _link(row: FeatureSetting) -> str:
    """Where the feature is changed; where nothing is set for it yet, the form that sets the first of it."""
    if row.updated_at:
        return reverse("admin:ai_features_featuresetting_change", args=[row.feature])
    return f"{reverse('admin:ai_features_featuresetting_add')}?feature={row.feature}"


def _set(value: object) -> SafeString:
    return format_html('<strong title="Set by staff">{}</strong>', value)


def _either(own: Any, usual: Any) -> Any:
    """What staff set, else the usual."""
    return _written(usual) if own in (None, "") else _set(_written(own))


def _written(value: Any) -> str:
    return value if isinstance(value, str) else money.written_quantity(value)


def _models(feature: str) -> str:
    """The models that the feature's own declarations name; help and the like use none."""
    return ", ".join(sorted({settings.AI_MODELS[each.tier] for each in FEATURES if each.key == feature})) or "none"


def _kept(feature: str) -> str:
    """For how long an answer is kept, as people say it."""
    own = max((each.cache_for for each in FEATURES if each.key == feature), default=0)
    return written_span(int(settings.AI_CACHE_DURATIONS.get(feature, own)))


def written_span(seconds: int) -> str:
    """7200 seconds are "2 h"; a single day, hour or minute is told in the next smaller unit."""
    for size, unit in ((86_400, "days"), (3600, "h"), (60, "min")):
        if seconds > size and seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} s" if seconds else "not kept"
