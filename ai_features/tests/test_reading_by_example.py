"""Questions that the rules do not know are read by examples of how they are asked: surely, or not at all."""

from collections.abc import Sequence

import pytest

from ai_features.services.query_intelligence.choices.bank import Question, bank
from ai_features.services.query_intelligence.choices.by_example import examples, second_look, surely
from ai_features.services.query_intelligence.choices.examples import Examples, trunk, words_of
from ai_features.services.query_intelligence.choices.masked import masked
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import AskBack, Refused, Understood, Unsure, refused
from ai_features.services.query_intelligence.service import QueryIntelligenceService
from conftest import Shop
from inventory.tests.builders import make_category, make_product
from sales.tests.builders import make_customer, make_sale

pytestmark = pytest.mark.django_db
UNSURE = Unsure((), refused("not_understood"))


@pytest.fixture
def service(shop: Shop) -> QueryIntelligenceService:
    grains = make_category(shop.business, "Grains")
    milo = make_product(shop.business, "Milo", category=grains, brand="Nestle", retail_price=20)
    make_product(shop.business, "Rice 5 kg", category=grains)
    make_sale(
        shop.business, product=milo, storefront=shop.storefront, customer=make_customer(shop.business, "Esi Quartey")
    )
    return QueryIntelligenceService(shop.id)


def laid_out(*ways: Sequence[str]) -> Examples:
    return Examples([[words_of(way) for way in each] for each in ways])


def test_the_question_whose_ways_share_most_is_the_likeliest() -> None:
    found = laid_out(["stock of {product}", "{product} left"], ["sales {days}", "takings {days}"], ["who owes"])
    assert found.rank(["takings", "for", "{days}"])[0].place == 1
    assert found.rank(["takings", "{days}"])[0].nearest == pytest.approx(1, abs=1e-3)
    assert found.rank(["zzz"]) == []


def test_endings_of_words_do_not_tell_them_apart() -> None:
    assert len({trunk(word) for word in ("return", "returns", "returned", "returning")}) == 1
    assert trunk("{days}") == "{days}"


def test_names_days_and_numbers_leave_holes(service: QueryIntelligenceService) -> None:
    found = masked("who took more than 3 milo since 1 October 2026", service.index)
    assert {"{product}", "{number}", "{days}"} <= set(found.words)
    assert (found.names["product"], found.names["number"]) == ("Milo", "3")
    assert not found.full


def test_a_second_name_of_a_kind_finds_no_hole(service: QueryIntelligenceService) -> None:
    assert masked("milo or rice, which one finishes", service.index).full


def test_a_question_is_filled_with_what_was_said_and_no_more() -> None:
    asked = Question("Which products sell most {days}?", ())
    assert asked.filled({}, {}) == "Which products sell most?"
    assert asked.filled({"days": "today"}, {"storefront": "Osu"}) == "Which products sell most today at Osu?"


def test_what_the_rules_do_not_know_is_read_as_the_example_it_is_near(service: QueryIntelligenceService) -> None:
    text = "goods wey dey rush this month"
    found = second_look(text, UNSURE, service.index, service.by_rules)
    assert isinstance(found, Understood)
    assert found.read_as.startswith("Which products sell most")
    assert found.plan.dimensions == ("product",)


@pytest.mark.parametrize(
    "text",
    [
        "hot cakes without milo",
        "hot cakes except grains today",
        "hot cakes for zonkers today",
        "hot cakes of milo and rice today",
        "hot cakes above 4000 today",
    ],
)
def test_what_an_example_leaves_out_is_never_answered(service: QueryIntelligenceService, text: str) -> None:
    assert surely(masked(text, service.index), service.by_rules) is None


def test_rules_that_read_another_figure_than_the_example_says_are_asked_about(
    service: QueryIntelligenceService,
) -> None:
    other = Understood(Plan(metrics=("stock",)), 1.0)
    found = second_look("who owes me money", other, service.index, service.by_rules)
    assert isinstance(found, AskBack)
    assert "Who owes me money?" in found.choices


def test_of_two_readings_the_rules_have_an_example_chooses_one(service: QueryIntelligenceService) -> None:
    text, two = "milo dey", AskBack("Which?", ("How many Milo are left?", "Sales of Milo"))
    found = second_look(text, two, service.index, service.by_rules)
    assert isinstance(found, Understood)
    assert found.plan.metric == "stock"
    others = AskBack("Which?", ("Profit of Milo", "Sales of Milo"))
    assert second_look(text, others, service.index, service.by_rules) is others


def test_what_rules_refuse_or_examples_confirm_stays(service: QueryIntelligenceService) -> None:
    read = service.by_rules("Who owes me money?")
    assert second_look("Who owes me money?", read, service.index, service.by_rules) is read
    no = Refused("No.")
    assert second_look("Who owes me money?", no, service.index, service.by_rules) is no


def test_each_example_is_another_plan_and_read_by_the_rules(service: QueryIntelligenceService) -> None:
    found = list(examples(masked("milo takings", service.index), service.by_rules))[:5]
    assert len(found) == 5
    assert all(one.plan != other.plan for place, one in enumerate(found) for other in found[:place])
    assert "Milo" in found[0].question


def test_an_answer_by_example_begins_with_how_it_was_read(service: QueryIntelligenceService) -> None:
    told = service.process_query("hot cakes we dey sell pass dis month")
    read = service.read("hot cakes we dey sell pass dis month")
    assert isinstance(read, Understood)
    assert told["answer"].startswith("I read this as: ") is bool(read.read_as)


def test_no_question_of_the_bank_is_there_twice_and_every_way_has_its_holes() -> None:
    texts = [each.text for each in bank()]
    assert len(texts) == len(set(texts))
    for each in bank():
        for way in each.said:
            assert set(Question(way, ()).holes) - {"days"} <= each.holes, (each.text, way)


def test_the_stock_of_one_product_is_not_asked_about_beside_its_stock_by_product(
    service: QueryIntelligenceService,
) -> None:
    assert isinstance(service.read("how many cartons of milo are left"), Understood)
