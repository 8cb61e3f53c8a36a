from dataclasses import replace
from typing import Any

import pytest

from accounts.models import User
from accounts.tests.builders import make_member
from ai_features import engine
from ai_features.services import privacy
from ai_features.tests.builders import make_lot
from ai_features.tests.stubs.openai import OpenAIStub
from ai_features.tests.toy import TOY, gather
from common.tenancy import Role
from conftest import Shop
from inventory.tests.builders import make_product, make_supplier
from sales.models import Customer
from sales.tests.builders import make_customer

TYPED = [
    "what does Abena Owusu-Ansah owe",
    "what does abena owusu-ansah owe",
    "what does Abena owe",
    "what does Owusu owe, and Ansah?",
    "what does Abenna Owusu-Anssah owe",
    "has ABENA's debt grown",
    "what does Blessing owe",
    "how much did Yaw Kusi sell",
    "how much did kusi sell",
    "what does Àbéna owe",
    "what does Ab\u200bena Owusu\u00ad-Ansah owe",
    "what does Ａｂｅｎａ owe",
    "what does AbenaOwusuAnsah owe",
    "what does abena_owusu owe",
    "is Abena2 the same as Abena1",
    "what do Blessing’s and Abena's debts come to",
]


@pytest.mark.parametrize("text", TYPED)
def test_recorded_names_and_near_matches_are_replaced(text: str, known: Shop) -> None:
    sent = privacy.redact(known.business.pk, [text]).texts[0].casefold()
    for name in ("aben", "owusu", "ansah", "anssah", "blessing", "yaw", "kusi"):
        assert name not in sent
    assert "person" in sent


@pytest.mark.parametrize(
    "text",
    [
        "0244111222",
        "024 411 1222",
        "+233 24 411 1222",
        "00233244111222",
        "024-411-1222",
        "(024) 411-1222",
        "024/411/1222",
        "024 - 411 - 1222",
        "024_411_1222",
        "024·411·1222",
        "024.411.1222",
        "０２４４１１１２２２",
        "٠٢٤٤١١١٢٢٢",
        "0244\u200b111222",
        "zero two four four one one one two two two",
        "Zero-two-four, four one one, one two two two",
        "0 2 4 4 1 1 1 2 2 2",
        "double two four four one one one two",
        "abena@example.com",
        "other.person@mail.example.org",
        "abena @ example.com",
        "abena(at)example.com",
        "abena [at] example [dot] com",
        "abena at example dot com",
        "ａｂｅｎａ＠example.com",
    ],
)
def test_phones_and_emails_are_replaced_known_or_not(text: str, known: Shop) -> None:
    sent = privacy.redact(known.business.pk, [f"call {text} now"]).texts[0]
    assert sent in ("call [phone] now", "call [email] now")


@pytest.mark.parametrize("text", ["14 Palm Street, Osu", "14 palm street", "14  Palm-Street", "GA-183-8164"])
def test_addresses_are_replaced(text: str, known: Shop) -> None:
    assert privacy.redact(known.business.pk, [f"send it to {text} now"]).texts == ("send it to [address] now",)


def test_a_name_with_an_apostrophe_is_replaced_however_it_is_written(known: Shop) -> None:
    make_customer(known.business, "God's Time Chop Bar")
    for text in ("what does God's Time owe", "what does God’s time owe"):
        assert "person" in privacy.redact(known.business.pk, [text]).texts[0].casefold()
        assert "god" not in privacy.redact(known.business.pk, [text]).texts[0].casefold()


def test_strings_anywhere_in_data_are_searched_and_the_rest_is_left(known: Shop) -> None:
    data = {"on": "1 May", "lines": [{"for": "Abena", "n": 3}, "＂Yaw＂ {", None], "flag": True}
    found, _ = privacy.redact_data(known.business.pk, data)
    assert (found["lines"][0]["n"], found["lines"][2], found["flag"], found["on"]) == (3, None, True, "1 May")
    assert "Abena" not in str(found)
    assert "Yaw" not in str(found)


WHOLE = [
    "Good Price",
    "Top Sales",
    "This Month",
    "The Who",
    "Wednesday",
    "Total",
    "Jo",
    "Li Bo",
    "God's Time",
    "Auntie",
    "Mama Esi",
    "Mr Price",
    "Kwame White",
    "Rice",
    "Alhaji",
    "Best Customer Ltd",
]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("make", [make_customer, make_supplier], ids=["customer", "supplier"])
def test_a_whole_name_is_replaced_whatever_its_words(known: Shop, name: str, make: Any) -> None:
    make(known.business, name)
    for text in (f"what does {name} owe", f"goods of {name.lower()}", f"{name.upper()}'s invoices"):
        sent = privacy.redact(known.business.pk, [text]).texts[0]
        assert name.casefold() not in sent.casefold(), sent
        assert ("Supplier " if make is make_supplier else "Person ") in sent


@pytest.mark.parametrize(
    "text",
    [
        "A b e n a",
        "a.b.e.n.a",
        "A-b-e-n-a O w u s u",
        "A_b_e_n_a",
        "Abe na",
        "Аbеnа",
        "Абена",
        "Ab3na",
        "ABENAOWUSU",
        "&#65;bena",
        "Abenaa",
        "Abbena",
        "Abnea",
        "Owusu, Abena",
        "Ansa",
        "Auntie Muni",
        "Mr Tetteh",
        "abenas",
    ],
)
def test_a_name_is_found_in_every_writing(known: Shop, text: str) -> None:
    sent = privacy.redact(known.business.pk, [f"what does {text} owe"]).texts[0]
    assert text.casefold() not in sent.casefold()
    assert "Person " in sent


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("card 4111 1111 1111 1111", "card [number]"),
        ("card 4111-1111-1111-1111", "card [number]"),
        ("account 1441000123456", "account [number]"),
        ("GH29 NWBK 6016 1331 9268 19", "GH29 [number]"),
        ("GHA-123456789-1", "[number]"),
        ("gha 123 456 789 1", "gha [number]"),
        ("TIN P0012345678", "TIN [number]"),
        ("SSNIT C018404190013", "SSNIT [number]"),
        ("passport G1234567", "passport [number]"),
        ("GA-183-8164", "[address]"),
        ("ga1838164", "[address]"),
        ("P.O. Box AN 1234", "[address]"),
        ("5.603717, -0.186964", "[address]"),
        ("wa.me/233244111222", "[link]"),
        ("https://x.example/ama", "[link]"),
        ("O24 411 1222", "[phone]"),
        ("024\n411\n1222", "[phone]"),
        ("0️⃣2️⃣4️⃣4️⃣1️⃣1️⃣1️⃣2️⃣2️⃣2️⃣", "[phone]"),
        ("zero twenty-four, four eleven, twelve twenty-two", "[phone]"),
        ("024 four one one 1222", "[phone]"),
        ("hwee mmienu nan nan baako baako baako mmienu mmienu", "[phone]"),
        ("ama at gmail.com", "[email]"),
        ("ama AT gmail", "[email]"),
        ("ama(at)gmail(dot)com", "[email]"),
        ("ama-at-gmail-dot-com", "[email]"),
        ("a.m dot o at shop dot com dot gh", "[email]"),
    ],
)
def test_contact_data_and_numbers_of_identity_are_found_by_form(known: Shop, text: str, left: str) -> None:
    sent = privacy.redact(known.business.pk, [f"is it {text} ?"]).texts[0]
    if left.startswith("GH29"):
        assert not any(digits in sent for digits in ("6016", "1331", "9268"))
    else:
        assert sent == f"is it {left} ?"


def test_bulk_descriptions_hide_what_the_single_one_hides(known: Shop, owner_client: Any, openai: OpenAIStub) -> None:
    make_lot(known.business.pk, "100.00")
    hamper = make_product(known.business, "Hamper for Abena", attributes={"made for": "Ama at gmail.com"})
    for path, body in (("", {"product_id": str(hamper.pk)}), ("s", {"product_ids": [str(hamper.pk)]})):
        owner_client.post(f"/ai/api/products/generate-description{path}/", body)
        assert openai.calls
        assert "Abena" not in openai.sent
        assert "gmail" not in openai.sent
        openai.calls.clear()


@pytest.mark.parametrize(
    "text",
    [
        "total sales last month",
        "top 5 products in 2026",
        "stock of rice in store",
        "x" * 500,
        "sales from 01/02/2026 to 03/04/2026",
        "who owes more than 1,250,000.00",
        "rice @ 20.50 each",
        "sold at Makola. Then at Osu",
        "INV-000123 and TV-SAM-43",
        "one or two bags of three or four",
        "2026-01-01 10:30 to 2026-02-01 11:45",
        "5,000-10,000 or 10000-20000",
        "2024, 2025 and 2026",
        "slots 0-30, 31-60, 61-90, 90+ or 30/60/90/120",
        "who owes more than 1500000 or GHS 1234567.50",
        "invoice INV-2026-000123",
        "since the 1st, b4 the 20th",
        "price of Prince biscuits",
        "bags of 5, 10, 25 and 50 kg",
        "sold at osu. us and them",
    ],
)
def test_what_names_nobody_stays_as_it_is(text: str, known: Shop) -> None:
    assert privacy.redact(known.business.pk, [text]).texts == (text,)


def test_the_same_person_has_the_same_pseudonym_within_a_conversation_only(known: Shop) -> None:
    one, two = ("what does Abena owe", "and owusu-ansah?")
    first = privacy.redact(known.business.pk, [one, two], seed="c1")
    (stand_in,) = first.replaced
    assert first.texts == (f"what does {stand_in} owe", f"and {stand_in}?")
    assert privacy.redact(known.business.pk, [one], seed="c2").texts[0] != first.texts[0]


def test_what_was_typed_can_be_put_back(known: Shop) -> None:
    redacted = privacy.redact(known.business.pk, ["what does abena owe"])
    assert redacted.restore(redacted.texts[0]) == "what does abena owe"


def test_the_people_of_another_shop_are_not_looked_up(known: Shop, other_shop: Shop) -> None:
    assert privacy.redact(other_shop.business.pk, ["what does Abena owe"]).texts == ("what does Abena owe",)


def test_a_long_list_of_people_is_read_once(known: Shop, django_assert_num_queries: Any) -> None:
    for number in range(30):
        make_customer(known.business, f"Customer Number {number}")
    for queries in (2, 1, 1):
        with django_assert_num_queries(queries):
            privacy.redact(known.business.pk, ["what does Abena owe"])


def test_whoever_is_added_or_changed_is_known_at_once(known: Shop) -> None:
    def leaves(text: str) -> bool:
        return privacy.redact(known.business.pk, [text]).texts == (text,)

    zuleika, ebo = "what does Zuleika owe", "what did Ebo sell"
    assert leaves(zuleika)
    assert leaves(ebo)
    customer = make_customer(known.business, "Mary Tawiah")
    Customer.objects.filter(pk=customer.pk).update(name="Zuleika Tawiah")
    assert not leaves(zuleika)
    Customer.objects.filter(pk=customer.pk).update(address="7 Guggisberg Avenue")
    assert not leaves("send it to 7 Guggisberg Avenue")
    staff = make_member(known.business, Role.CASHIER, name="Till 2")
    assert leaves(ebo)
    assert staff.user
    User.objects.filter(pk=staff.user.pk).update(name="Ebo Whyte")
    assert not leaves(ebo)
    customer.delete()
    assert leaves(zuleika)


def test_a_person_in_the_name_of_a_thing_is_replaced_and_a_businesss_word_is_not(known: Shop) -> None:
    make_product(known.business, "Samsung TV")
    make_customer(known.business, "Samsung Repairs")
    names = ["Hamper for abena owusu-ansah", "Abena soap", "Kusi Yaw corner, 0244111222", "Samsung TV"]
    seen = privacy.redact(known.business.pk, names).texts
    assert seen[0].startswith("Hamper for Person ")
    assert seen[1].startswith("Person ")
    assert seen[2].startswith("Person ")
    assert "0244" not in seen[2]
    assert seen[3] == "Samsung TV"


def test_a_whole_name_of_everyday_words_is_found_with_a_slip_in_the_only_thing_named_after_it(known: Shop) -> None:
    make_customer(known.business, "Top Seller")
    make_product(known.business, "Hamper for Top Saller")
    [seen] = privacy.redact(known.business.pk, ["Hamper for Top Saller"]).texts
    assert "Saller" not in seen


def test_a_thing_called_after_a_person_is_said_in_full_and_sent_without_them(known: Shop, openai: OpenAIStub) -> None:
    def gather_named(caller: Any, inputs: Any) -> Any:
        facts = gather(caller, inputs)
        facts.slots.name("product", "Hamper for Abena Owusu-Ansah")
        return facts

    openai.says(lambda payload, schema: {"answer": f"Sell more of {payload['slots']['product']}.", "mood": "good"})
    body = engine.run(replace(TOY, gather=gather_named), known.caller, {"query": "what sells"})
    assert "Abena" not in openai.sent
    assert body["answer"] == "Sell more of Hamper for Abena Owusu-Ansah."
