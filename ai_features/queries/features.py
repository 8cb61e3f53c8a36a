"""What staff has set for each feature, over its own defaults."""

import uuid
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Subscription
from ai_features import packs
from ai_features.models import AIMonthlyAddon, BusinessAISettings, FeatureSetting
from ai_features.pricing import FEATURE_PRICES, NOT_BUILT
from ai_features.taxes import quote
from common import clock, statements

_ALL = """ai_features_businessaisettings
    LEFT JOIN ai_features_featuresetting ON ai_features_featuresetting.feature = %s
    LEFT JOIN ai_monthly_addons ON ai_monthly_addons.business_id = ai_features_businessaisettings.business_id
        AND ai_monthly_addons.status = 'active' AND ai_monthly_addons.next_renewal_date > %s
        AND ai_monthly_addons.fair_use IS NOT NULL
    LEFT JOIN accounts_subscription ON accounts_subscription.business_id = ai_features_businessaisettings.business_id
    WHERE ai_features_businessaisettings.business_id = %s"""


def setting(feature: str) -> FeatureSetting:
    """The row of one feature, or an unsaved one that changes nothing."""
    return FeatureSetting.objects.filter(pk=feature).first() or FeatureSetting(feature=feature)


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a business may ask a feature."""

    own: BusinessAISettings | None
    """What it has agreed to; None for nothing yet."""
    row: FeatureSetting
    plan: AIMonthlyAddon | None = None
    """The plan that makes its answers free."""
    storefronts: Subscription | None = None


def for_business(feature: str, business_id: uuid.UUID) -> Standing:
    """How a business stands to a feature. One query."""
    models = (BusinessAISettings, FeatureSetting, AIMonthlyAddon, Subscription)
    for own, row, plan, storefronts in statements.joined(models, _ALL, feature, clock.today(), business_id):
        return Standing(own, row or FeatureSetting(feature=feature), plan, storefronts)
    return Standing(None, FeatureSetting(feature=feature))


def price(feature: str) -> Decimal:
    """Credits for one answer. Raises KeyError for a feature without a price."""
    return price_of(setting(feature))


def price_of(row: FeatureSetting) -> Decimal:
    """Staff's price, else the list price. Raises KeyError for a feature without one."""
    return FEATURE_PRICES[row.feature].credits if row.price is None else row.price


def is_open(row: FeatureSetting) -> bool:
    """Whether the feature can be asked: it is built, and staff has not switched it off."""
    return row.enabled and row.feature not in NOT_BUILT


def settings_by_feature() -> dict[str, FeatureSetting]:
    """All features with their rows, in the order of the price list. One query."""
    rows = {row.feature: row for row in FeatureSetting.objects.all()}
    return {key: rows.get(key) or FeatureSetting(feature=key) for key in FEATURE_PRICES}


def price_list(custom_amount: Decimal | None = None) -> dict[str, Any]:
    """Packs, custom amounts, features and the monthly add-on with the prices of today, taxes included.

    `custom_amount` in GHS before taxes gets a quote of its own.
    """
    own = packs.custom(custom_amount) if custom_amount else None
    return {
        "credit_packs": [_pack(pack) for pack in packs.PACKS],
        "custom_amount": {
            "minimum": packs.CUSTOM_LEAST,
            "maximum": packs.CUSTOM_MOST,
            "credits_per_cedi": Decimal(1),
            "quote": {"credits": own.total, **_quoted(own)} if own else None,
        },
        "feature_costs": [_cost(row) for row in settings_by_feature().values()],
        "monthly_addon": {
            "available": True,
            "price": packs.ADDON.price,
            **_quoted(packs.ADDON),
            "credits": packs.ADDON.credits,
            "rollover": packs.ADDON_ROLLOVER,
            "description": "AI credits every month, up to 50 unused ones carried over",
            "savings": "50% cheaper than credits at list price",
        },
    }


def _pack(pack: packs.Pack) -> dict[str, Any]:
    return {
        "type": pack.key.upper(),
        "name": pack.name,
        "price": pack.price,
        **_quoted(pack),
        "credits": pack.credits,
        "bonus_credits": pack.bonus,
        "total_credits": pack.total,
        "cost_per_credit": pack.price / pack.total,
        "savings": f"{pack.savings}%",
        "recommended": pack.key == "value",
    }


def _quoted(pack: packs.Pack) -> dict[str, Any]:
    """What a pack costs today with its taxes: what a purchase of it will charge."""
    found = quote(pack.price, on=clock.today())
    return {
        "base_amount": found.base,
        "taxes": [asdict(line) for line in found.taxes],
        "total_tax": found.total_tax,
        "total_amount": found.total,
        "currency": "GHS",
    }


def _cost(row: FeatureSetting) -> dict[str, Any]:
    listed = FEATURE_PRICES[row.feature]
    return {
        "feature": listed.key,
        "name": listed.name,
        "credits": price_of(row),
        "description": listed.description,
        "category": listed.category,
        "popular": listed.popular,
        "enabled": is_open(row),
    }
