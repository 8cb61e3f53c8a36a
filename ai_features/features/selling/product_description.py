"""Texts that sell a product, from what the shop says it is: one product, or up to twenty in one call."""

import re
import uuid
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs, at_most, within
from ai_features.queries import catalogue
from ai_features.queries.catalogue import Companions
from ai_features.services.slots import SlotError, SlotId, Slots, listed
from ai_features.shapes.selling import ProductDescription, ProductDescriptions
from common import errors
from common.api import TenantField
from common.languages import ReadersLanguage
from common.tenancy import EVERYONE, Caller
from inventory.models import Product
from inventory.queries import product_called
from sales.models import Customer

TONES = ("professional", "casual", "technical", "marketing")
MONTH = 30 * 24 * 3600
MOST_PRODUCTS, MOST_DETAILS = 20, 12
SHORT, META = 120, 160

_CLAIMS = re.compile(
    r"\b(warrant\w*|guarante\w*|certifi\w*|approv\w*|genuine|authentic|original|official\w*|award\w*|organic|halal|"
    r"waterproof|water-resistant|eco-friendly|sustainab\w*|refund\w*|returns?|deliver\w*|shipping|discount\w*|"
    r"cheapest|lowest|best-selling|bestsell\w*|healthy|cures?|heals?|fda|imported|handmade)\b",
    re.IGNORECASE,
)


class Wish(serializers.Serializer[Any]):
    tone = serializers.ChoiceField(TONES, default="professional")
    language = serializers.ChoiceField(
        Customer.Language.choices,
        default=ReadersLanguage(),  # type: ignore[arg-type]  # called with the field, as DRF offers
        help_text="The language in `Accept-Language` when left out.",
    )


class OneInputs(Wish):
    product_id = TenantField(Product, required=False)
    product_name = serializers.CharField(required=False, max_length=200)
    category = serializers.CharField(required=False, max_length=100, allow_blank=True)
    attributes = serializers.DictField(child=serializers.CharField(max_length=200), required=False)

    def validate_attributes(self, given: dict[str, str]) -> dict[str, str]:
        if len(given) > MOST_DETAILS or any(len(name) > 50 for name in given):
            raise serializers.ValidationError(f"Give at most {MOST_DETAILS} attributes with names of up to 50 letters.")
        return given

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs.get("product_id") and not attrs.get("product_name"):
            raise serializers.ValidationError({"product_id": ["Name a product: product_id or product_name."]})
        return attrs


class BulkInputs(Wish):
    product_ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=MOST_PRODUCTS)

    def validate_product_ids(self, ids: list[uuid.UUID]) -> list[uuid.UUID]:
        return list(dict.fromkeys(ids))


class Text(BaseModel):
    """What is written about one product."""

    description: Annotated[str, within(450)]
    short_description: Annotated[str, within(SHORT)]
    seo_keywords: Annotated[list[Annotated[str, within(50)]], at_most(8)]
    meta_description: Annotated[str, within(META)]


class Item(Text):
    product: SlotId


class Items(BaseModel):
    items: Annotated[list[Item], at_most(MOST_PRODUCTS)]


class Described(BaseModel):
    """One product as the slots know it: ids of slots, or "" where the shop says nothing."""

    product: str
    brand: str = ""
    category: str = ""
    details: list[str] = []


class ProductFacts(Facts):
    """`known` are the words that the shop itself uses of its products: claims must be among them."""

    products: list[Described]
    companions: list[Companions]
    ids: list[str] = []
    missing: list[str] = []
    tone: str
    known: str


PROMPT = """
Write about the products of a shop for its shelf labels, web page and search engines, in the tone that "data" names.
For each product: "description" of two to four sentences; "short_description" of one phrase under 100 letters;
"seo_keywords", three to eight search phrases in small letters; "meta_description" of one sentence under 150 letters.
Use only what the slots say of the product. No price. No warranty, certificate, delivery, origin or effect on health
unless a slot says so. Name the product by its slot. With several products, write one item for each and put the id of
its slot in "product".
"""


def gather(caller: Caller, inputs: Inputs) -> ProductFacts:
    product = inputs.get("product_id") or product_called(caller.business_id, inputs["product_name"])
    typed = {"name": inputs.get("product_name", ""), "category": inputs.get("category", "")}
    attributes = {**(_attributes(product) if product else {}), **inputs.get("attributes", {})}
    facts = _empty(inputs)
    if product:
        found = catalogue.companions(caller.business_id, [product])[product.pk]
        name, category = typed["name"] or product.name, typed["category"] or _category(product)
        brand = attributes.pop("brand", "") or product.brand
    else:
        name, category, brand = typed["name"], typed["category"], attributes.pop("brand", "")
        found = Companions([], catalogue.best_of_category(caller.business_id, category) if category else [])
    said = (name, category, brand, *_details(attributes))
    _add(facts, "", said, found)
    return facts


def gather_many(caller: Caller, inputs: Inputs) -> ProductFacts:
    rows = Product.objects.of(caller.business_id).select_related("category").in_bulk(inputs["product_ids"])
    products = [rows[pk] for pk in inputs["product_ids"] if pk in rows]
    if not products:
        raise errors.NotFound
    found = catalogue.companions(caller.business_id, products)
    facts = _empty(inputs)
    facts.missing = [str(pk) for pk in inputs["product_ids"] if pk not in rows]
    for number, product in enumerate(products, 1):
        attributes = _attributes(product)
        brand = attributes.pop("brand", "") or product.brand
        said = (product.name, _category(product), brand, *_details(attributes))
        _add(facts, f"p{number}_", said, found[product.pk])
        facts.ids.append(str(product.pk))
    return facts


def _empty(inputs: Inputs) -> ProductFacts:
    language = inputs["language"]
    return ProductFacts(
        slots=Slots(language),
        shown={"tone": inputs["tone"]},
        products=[],
        companions=[],
        tone=inputs["tone"],
        known="",
        templated=language != "en",
    )


def _category(product: Product) -> str:
    return product.category.name if product.category else ""


def _attributes(product: Product) -> dict[str, str]:
    """The attributes kept with a product that can be read out, as many as a description takes."""
    kept = product.attributes if isinstance(product.attributes, dict) else {}
    plain = {str(k)[:50]: str(v)[:200] for k, v in kept.items() if isinstance(v, str | int | float) and str(v).strip()}
    return dict(list(plain.items())[:MOST_DETAILS])


def _details(attributes: dict[str, str]) -> list[str]:
    return [f"{label.replace('_', ' ')} {value}" for label, value in attributes.items()]


def _add(facts: ProductFacts, prefix: str, said: Sequence[str], companions: Companions) -> None:
    """Give out the slots of one product: name, category, brand and details."""
    ids = [f"{prefix}{part}" for part in ("product", "category", "brand")]
    ids += [f"{prefix}detail_{number}" for number in range(1, len(said) - 2)]
    for slot, text in zip(ids, said, strict=True):
        if text:
            facts.slots.name(slot, text, of="" if slot == ids[0] else ids[0])
    product, category, brand = (slot if slot in facts.slots else "" for slot in ids[:3])
    facts.products.append(Described(product=product, category=category, brand=brand, details=ids[3:]))
    facts.companions.append(companions)
    facts.known += " ".join(said).lower() + " "


def fill(facts: ProductFacts, words: Text) -> Text:
    """The usual filling, and no claim that the shop does not make itself."""
    _check_claims(facts, words)
    filled: Text = facts.fill(words)
    return filled


def fill_many(facts: ProductFacts, words: Items) -> Items:
    """The items that keep the rules, one for each product; raises `SlotError` when none does."""
    good: dict[str, Item] = {}
    problems: list[str] = []
    for item in words.items:
        try:
            _check_claims(facts, item)
            good.setdefault(item.product.strip("{} "), facts.fill(item))
        except SlotError as wrong:
            problems += wrong.problems
    wanted = [product.product for product in facts.products]
    if not set(good) & set(wanted):
        raise SlotError(problems or ["no item names a product that was given"])
    return Items(items=[good[slot] for slot in wanted if slot in good])


def _check_claims(facts: ProductFacts, words: Text) -> None:
    texts = (words.description, words.short_description, words.meta_description, *words.seo_keywords)
    claims = {found.lower() for text in texts for found in _CLAIMS.findall(text)}
    unfounded = sorted(claim for claim in claims if claim not in facts.known)
    if unfounded:
        raise SlotError([f"{claim!r} is claimed and no slot says it" for claim in unfounded])


_OPENINGS = {
    "professional": "{name}{by} is part of our {range}.",
    "casual": "Meet {name}{by}, waiting for you in our {range}.",
    "technical": "{name}{by}, {range}.",
    "marketing": "Make {name}{by} yours, from our {range}.",
}
_DETAILS = {
    "professional": "Its features: {details}.",
    "casual": "What you get: {details}.",
    "technical": "Specification: {details}.",
    "marketing": "Look closer: {details}.",
}
_CLOSINGS = {
    "professional": "Ask our staff to show it to you.",
    "casual": "Come in and have a look.",
    "technical": "Ask at the counter for the full data.",
    "marketing": "See it in the shop today.",
}


def offline(facts: ProductFacts) -> Text:
    return _written(facts, facts.products[0])


def offline_many(facts: ProductFacts) -> Items:
    texts = [(product.product, _written(facts, product)) for product in facts.products]
    return Items(items=[Item(product=slot, **text.model_dump()) for slot, text in texts])


def _written(facts: ProductFacts, of: Described) -> Text:
    name, brand, category = (f"{{{slot}}}" if slot else "" for slot in (of.product, of.brand, of.category))
    details = listed([f"{{{slot}}}" for slot in of.details], facts.slots.language)
    if facts.slots.language == "tw":
        return _in_twi(name, brand, category, details)
    by = f" by {brand}" if brand and facts.slots[of.brand].written not in facts.slots[of.product].written else ""
    shelf = f"{category} range" if category else "range"
    sentences = [_OPENINGS[facts.tone].format(name=name, by=by, range=shelf)]
    if details:
        sentences.append(_DETAILS[facts.tone].format(details=details))
    first = f" with {{{of.details[0]}}}" if of.details else ""
    return Text(
        description=" ".join([*sentences, _CLOSINGS[facts.tone]]),
        short_description=f"{name}{by}{first}",
        seo_keywords=_keywords(name, brand, category, of),
        meta_description=f"{name}{by}{first}, in our {shelf}. {_CLOSINGS['marketing']}",
    )


def _in_twi(name: str, brand: str, category: str, details: str) -> Text:
    """Phrase templates, not yet read over by a native speaker."""
    opening = f"{name} wɔ yɛn sotɔɔ mu."
    parts = [opening, f"{brand} na ɛyɛeɛ." if brand else "", f"Ɛka {category} ho." if category else ""]
    parts += [f"Ne ho nsɛm: {details}." if details else "", "Bra na bɛhwɛ."]
    return Text(
        description=" ".join(part for part in parts if part),
        short_description=name,
        seo_keywords=[text for text in (name, brand, category) if text],
        meta_description=f"{opening} Bra na bɛhwɛ.",
    )


def _keywords(name: str, brand: str, category: str, of: Described) -> list[str]:
    wanted = [name, f"{brand} {category}".strip(), category, f"buy {name}", f"{name} price in ghana"]
    wanted += [f"{name} {{{slot}}}" for slot in of.details[:2]]
    return list(dict.fromkeys(text for text in wanted if text))


def answer(facts: ProductFacts, words: Text) -> ProductDescription:
    return ProductDescription.model_validate(_answer(words, facts.companions[0], facts.slots.language))


def answer_many(facts: ProductFacts, words: Items) -> ProductDescriptions:
    texts = {item.product: item for item in words.items}
    results = []
    for product, pk, companions in zip(facts.products, facts.ids, facts.companions, strict=True):
        text = texts.get(product.product)
        if text:
            body = {"status": "done", **_answer(text, companions, facts.slots.language)}
        else:
            body = {"status": "failed", "error": "No usable description was written; nothing was charged for it."}
        results.append({"product_id": pk, **body})
    gone = {"status": "failed", "error": "There is no product by this id."}
    results += [{"product_id": pk, **gone} for pk in facts.missing]
    return ProductDescriptions.model_validate({"results": results})


def _answer(words: Text, companions: Companions, language: str) -> dict[str, Any]:
    body = {
        "description": words.description,
        "short_description": _within(words.short_description, SHORT),
        "seo_keywords": list(dict.fromkeys(k.lower() for k in words.seo_keywords))[:8],
        "meta_description": _within(words.meta_description, META),
        "suggestions": {
            "upsell_opportunities": companions.upsell,
            "complementary_products": companions.complementary,
        },
        "language": language,
    }
    return body | ({"translation_reviewed": False} if language == "tw" else {})


def _within(text: str, length: int) -> str:
    """Cut at a word's end, with dots, when it is longer."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


FEATURE = Feature(
    key="product_description",
    title="Describe a product",
    path="products/generate-description/",
    inputs=OneInputs,
    gather=gather,
    prompt=PROMPT,
    words=Text,
    offline=offline,
    answer=answer,
    fill=fill,
    roles=EVERYONE,
    cache_for=MONTH,
    trim=("detail_",),
)

BULK = Feature(
    key="product_description",
    name="product_descriptions",
    title="Describe up to twenty products",
    path="products/generate-descriptions/",
    inputs=BulkInputs,
    gather=gather_many,
    prompt=PROMPT,
    words=Items,
    offline=offline_many,
    answer=answer_many,
    fill=fill_many,
    units=lambda inputs: len(inputs["product_ids"]),
    units_done=lambda facts, words: len(words.items),
    roles=EVERYONE,
    tier="standard",
    cache_for=MONTH,
    tokens_in=6000,
    tokens_out=7000,
)
