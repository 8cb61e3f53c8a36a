"""Whom a text names, at the edges: people side by side, words of goods and of businesses, how near is near enough."""

import re
from collections.abc import Sequence

import pytest

from ai_features.services.privacy.contact_forms import contacts
from ai_features.services.privacy.mentions import UNKNOWN, mentions
from ai_features.services.privacy.people_index import Known, People
from ai_features.services.privacy.pseudonyms import SUPPLIER, pseudonym


def people(*names: str, goods: Sequence[str] = ()) -> People:
    """People whose keys are their names, and the goods of their shop."""
    return People([Known(name, name) for name in names], goods)


def named(text: str, known: People) -> list[tuple[str, set[str]]]:
    return [(text[each.start : each.end], set(each.keys)) for each in mentions(text, known)]


def words(text: str, known: People) -> list[str]:
    return [said for said, _ in named(text, known)]


TWO = ("Abena Owusu", "Kofi Mensah")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Abena Kofi", [("Abena", {"Abena Owusu"}), ("Kofi", {"Kofi Mensah"})]),
        ("kofi mensah abena", [("kofi mensah", {"Kofi Mensah"}), ("abena", {"Abena Owusu"})]),
        ("Abena Owusu Kofi Mensah", [("Abena Owusu", {"Abena Owusu"}), ("Kofi Mensah", {"Kofi Mensah"})]),
        ("Abena, Owusu", [("Abena, Owusu", {"Abena Owusu"})]),
        ("Abena and Owusu", [("Abena", {"Abena Owusu"}), ("Owusu", {"Abena Owusu"})]),
        ("Abena, Kofi", [("Abena", {"Abena Owusu"}), ("Kofi", {"Kofi Mensah"})]),
    ],
)
def test_people_side_by_side_are_told_apart_and_one_persons_words_are_one(
    text: str, found: list[tuple[str, set[str]]]
) -> None:
    assert named(text, people(*TWO)) == found


def test_of_two_people_of_one_family_the_second_does_not_take_the_firsts_name() -> None:
    found = named("what did kofi mensah ama buy", people("Kofi Mensah", "Ama Mensah"))
    assert found == [("kofi mensah", {"Kofi Mensah"}), ("ama", {"Ama Mensah"})]


def test_a_family_name_alone_is_anybodys_who_bears_it() -> None:
    assert named("it is mensah", people("Kofi Mensah", "Ama Mensah")) == [("mensah", {"Kofi Mensah", "Ama Mensah"})]


def test_words_of_goods_beside_a_persons_own_belong_to_the_name() -> None:
    known = people("Esi Rice Mensah", goods=["Rice bag", "Rice tin"])
    assert words("the rice esi took", known) == ["rice esi"]
    assert words("the esi rice took", known) == ["esi rice"]
    assert words("the bag esi took", known) == ["esi"]
    known = people("Kwame White Boadi", goods=["White sugar", "Brown white"])
    assert words("sell brown white kwame", known) == ["white kwame"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Good Price (Osu)", "it is good price", ["good price"]),
        ("Price, Good", "it is good price", ["good price"]),
        ("Mr Good Price", "it is good price", ["good price"]),
        ("Top Good Price", "it is good price top", ["good price top"]),
        ("Top Good Price", "it is price top good", ["price top good"]),
        ("Top Good Price", "it is good top", []),
        ("Li Bo", "it is libo", ["libo"]),
        ("Li Bo", "it is l1bo", ["l1bo"]),
        ("Li B", "it is lib", []),  # three letters run together are too few
        ("Esi", "it is e s i", ["e s i"]),
        ("Bo", "it is b o", []),
        ("Jo Mensah", "it is jo", ["jo"]),
        ("J Mensah", "it is j", []),
        ("4 Mensah", "it is 4", []),
        ("Walk in", "a walk in", []),
        ("Esi", "it is esis", ["esis"]),
        ("Esi", "it is esi", ["esi"]),
        ("Esi Owusu Ansah", "it is esiansah", ["esiansah"]),
        ("Esi Adwoa Kofi", "it is esikofi", []),
        ("Forman", "it is for man", ["for man"]),
        ("Toman", "it is to man", []),
        ("Aban", "it is a ban", []),
        ("Kwasi", "it is kwa si", ["kwa si"]),
        ("Kwasibua", "it is kw as ib ua", ["kw as ib ua"]),
        ("Kwasibua", "it is kw as i b ua", []),
    ],
)
def test_a_name_is_found_in_its_orders_and_pieces_and_not_in_words_of_their_own(
    name: str, text: str, said: list[str]
) -> None:
    assert words(text, people(name)) == said


@pytest.mark.parametrize(
    ("text", "is_near"),
    [
        ("frimpomg", True),
        ("frimppomg", True),  # two slips in a long word
        ("frimppommg", False),
        ("edjoa", False),  # a short word of another first letter
        ("adjua", True),
        ("emoako", True),
        ("amokko", True),  # sounds alike
        ("esu", False),
        ("kwxi", True),  # four letters are enough for a slip
    ],
)
def test_how_near_a_word_must_be_depends_on_its_length(text: str, is_near: bool) -> None:
    known = people("Kwei Frimpong", "Kwei Adjoa", "Kwei Amoako", "Kwei Esi")
    assert bool(words(f"it is {text}", known)) is is_near


def test_a_word_as_near_to_common_goods_is_goods() -> None:
    assert words("it is maltq", people("Malti Kwei", goods=["Malta can", "Malta tin"])) == []
    assert words("it is maltq", people("Malti Kwei", goods=["Malta can"])) == ["maltq"]


def test_a_word_of_several_goods_is_no_slip_in_a_name() -> None:
    assert words("this indomie sold", people("This Indomia", goods=["Indomie bag", "Indomie tin"])) == []
    assert words("this indomie sold", people("This Indomia")) == ["this indomie"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the contractors came", []),
        ("the Contractors came", ["Contractors"]),
        ("Contractors came", []),
        ("It went. Contractors came", []),
        ("contractors", ["contractors"]),
        ("what is owed by contractors", ["contractors"]),
    ],
)
def test_an_english_word_of_a_business_is_its_name_where_it_is_written_so(text: str, said: list[str]) -> None:
    assert words(text, people("Contractors Ltd")) == said


def test_an_english_word_that_a_person_bears_too_is_always_a_name() -> None:
    assert words("the contractors came", people("Contractors Ltd", "Kofi Contractors")) == ["contractors"]


@pytest.mark.parametrize(
    ("key", "goods", "said"),
    [
        (SUPPLIER, ["Samsang TV", "Samsang Phone"], []),
        (SUPPLIER, ["Samsang TV"], ["samsang"]),
        ("", ["Samsang TV", "Samsang Phone"], ["samsang"]),
        (SUPPLIER, [], ["samsang"]),
    ],
)
def test_a_maker_of_several_goods_that_supplies_them_is_no_person(key: str, goods: list[str], said: list[str]) -> None:
    assert words("the samsang came", People([Known("Samsang Kwei", f"{key}1")], goods)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sell white sugar", []),
        ("sell brown white", []),
        ("sell sugar white", ["white"]),
        ("it is white", ["white"]),
        ("it is kwame white", ["kwame white"]),
    ],
)
def test_a_common_word_beside_its_neighbour_in_goods_means_goods(text: str, said: list[str]) -> None:
    assert words(text, people("Kwame White", goods=["White sugar", "Brown white"])) == said


def test_who_is_named_after_goods_are_dedicated_to_them_is_a_person() -> None:
    assert words("hamper for Abena", people("Abena Owusu", goods=["Hamper for Abena"])) == ["Abena"]
    assert words("it is abena", people("Abena Ltd", goods=["Abena soap"])) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("call auntie muni", ["muni"]),
        ("call mr tetteh kwakye boadi", ["tetteh kwakye boadi"]),
        ("call mr tetteh kwakye boadi osafo", ["tetteh kwakye boadi"]),
        ("call mr tetteh walks", ["tetteh"]),
        ("call mr walks", ["walks"]),  # whoever is called Mr is called by a name
        ("call mr b", []),
        ("call mr 55", []),
        ("call mr customer", []),
        ("call auntie shop", []),
        ("call mr rice", []),
        ("tetteh calls mr", []),
    ],
)
def test_whoever_is_addressed_is_a_person_be_they_recorded_or_not(text: str, said: list[str]) -> None:
    found = named(text, people(goods=["Rice"]))
    assert [each for each, _ in found] == said
    assert all(key.startswith(UNKNOWN) for _, keys in found for key in keys)


@pytest.mark.parametrize(
    ("address", "text", "spans"),
    [
        ("14 Palm Street, Osu", "to 14 palm street osu", [(1, 4), (1, 5)]),
        ("14 Palm Street, Osu", "to 14 palm road", []),
        ("Osu", "to osu", []),
        ("Palm Street", "to palm street", [(1, 3)]),
        ("Palm Bag", "to palm bag", []),  # goods
        ("Palm Bag 5", "to palm bag 5", [(1, 4)]),
    ],
)
def test_a_recorded_address_is_known_with_and_without_its_town(
    address: str, text: str, spans: list[tuple[int, int]]
) -> None:
    known = People([Known("Ama", "1", address)], ["Palm bag"])
    assert sorted(known.addresses_in(text.split())) == spans


def test_a_pseudonym_is_five_letters_without_a_vowel_the_same_for_one_person_in_one_conversation() -> None:
    assert re.fullmatch(r"Person [B-DF-HJ-NP-TV-Z]{5}", pseudonym("talk", "ama"))
    assert re.fullmatch(r"Supplier [B-DF-HJ-NP-TV-Z]{5}", pseudonym("talk", f"{SUPPLIER}ama"))
    assert pseudonym("talk", "ama") == pseudonym("talk", "ama")
    assert len({pseudonym("talk", "ama"), pseudonym("talk", "esi"), pseudonym("another", "ama")}) == 3


def test_a_word_in_another_script_is_somebody_and_the_words_beside_it_are_not() -> None:
    assert words("it is абена now", people()) == ["абена"]


def test_digits_that_stand_for_letters_are_read_where_they_make_a_name() -> None:
    assert words("it is k0fi", people("Kofi Mensah")) == ["k0fi"]
    assert words("it is abena2", people("Abena Owusu")) == ["abena2"]
    assert words("it is q1x", people("Kofi Mensah")) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("0244111222", "[phone]"),
        ("024411122", "[number]"),  # nine digits are no phone
        ("02441112223", "[number]"),
        ("0144111222", "[number]"),
        ("233244111222", "[phone]"),
        ("23324411122", "[number]"),
        ("00233244111222", "[phone]"),
        ("233144111222", "[number]"),
        ("123456", "123456"),
        ("1234567", "[number]"),
        ("invoice 123456789012", "invoice 123456789012"),
        ("invoice 1234567890123", "invoice [number]"),
        ("invoice 0244111222", "invoice [phone]"),
        ("GHS 12345678901", "GHS 12345678901"),
        ("GHS 123456789012", "GHS [number]"),
        ("GHS 01234567", "GHS [number]"),
        ("abc1234567", "[number]"),
        ("abcde1234567", "abcde[number]"),
        ("20260131", "20260131"),
        ("20261331", "[number]"),
        ("30/60/90/120", "30/60/90/120"),
        ("90/60/30/15", "[number]"),
        ("11/22/33/44", "[number]"),
        ("25 30 35 40", "[number]"),
        ("0-30, 31-60", "0-30, 31-60"),
        ("31-60, 10-30", "[number]"),
        ("30-30, 30-60", "30-30, 30-60"),
        ("O24 411 122", "[number]"),
        ("OOO", "OOO"),
        ("one two three four five six", "one two three four five six"),
        ("one two three four five six seven", "[phone]"),
        ("twenty thirty forty", "twenty thirty forty"),
        ("twenty thirty forty fifty", "[phone]"),
        ("twenty four thirty five forty six", "twenty four thirty five forty six"),
        ("twenty four thirty five forty six one", "[phone]"),
        ("double two double three double four", "double two double three double four"),
        ("double two double three double four one", "[phone]"),
        ("triple two triple three", "triple two triple three"),
        ("triple two triple three one", "[phone]"),
        ("02 four one one 1", "02 four one one 1"),
        ("024 four one one 1", "[phone]"),
    ],
)
def test_seven_digits_that_read_as_nothing_else_are_a_number(text: str, left: str) -> None:
    sent, position = "", 0
    for start, end, stand_in in contacts(text):
        sent, position = sent + text[position:start] + stand_in, end
    assert sent + text[position:] == left
