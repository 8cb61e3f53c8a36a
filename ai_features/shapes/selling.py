"""Answers about what is sold and to whom."""

from typing import Annotated, Literal

from reports.rfm import SEGMENTS
from reports.shapes import Id, Language, Money, OneOf, Shape


class DescriptionSuggestions(Shape):
    upsell_opportunities: list[str]
    complementary_products: list[str]


class ProductDescription(Shape):
    description: str
    short_description: str
    seo_keywords: list[str]
    meta_description: str
    suggestions: DescriptionSuggestions
    language: Language
    translation_reviewed: bool | None = None


class DescribedProduct(ProductDescription):
    product_id: Id
    status: Literal["done"]


class NotDescribed(Shape):
    product_id: Id
    status: Literal["failed"]
    error: str


class ProductDescriptions(Shape):
    """Each product done or failed; only what is done is charged."""

    results: list[DescribedProduct | NotDescribed]


class SegmentAdvice(Shape):
    """What to do for one group of customers."""

    segment: Annotated[str, OneOf(SEGMENTS)]
    segment_name: str
    customer_count: int
    avg_revenue: Money
    marketing_strategy: str
    communication_frequency: str
    retention_tactics: list[str]
    upsell_opportunities: list[str]


class SegmentRecommendations(Shape):
    ai_recommendations: list[SegmentAdvice]
