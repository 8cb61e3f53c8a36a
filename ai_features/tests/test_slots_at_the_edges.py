"""The edges of the rules of slots: which kinds are dressed how, what is compared with what, what stands with whom."""

from decimal import Decimal

import pytest

from ai_features.services.slots import SlotError, Slots, reading
from ai_features.tests.slot_builders import make_slots


def more_slots() -> Slots:
    """A conversation's slots, with those kinds that it has none of."""
    slots = make_slots()
    slots.count("bare", 3)
    slots.count("weight", Decimal("2.5"), "kg")
    slots.count("sugar", 1, "bag")
    slots.change("flat", Decimal(0))
    slots.percent("share", Decimal("15.2"))
    slots.days("late_too", 12)
    return slots


def problems(text: str, said: tuple[str, ...] = ()) -> str:
    return "; ".join(more_slots().problems(text, said))


def test_the_model_sees_every_kind_in_a_form_of_its_own() -> None:
    slots = make_slots()
    assert slots.for_model() == {
        "total": "GHS 1250.00",
        "debtors": "3 customers",
        "lonely": "1 customer",
        "margin": "15.2%",
        "growth": "up 12.5%",
        "drop": "down 4.3%",
        "due": "2026-03-01",
        "this_period": {"is": "last month (2026-10-01 to 2026-10-31)", "now_sales": "GHS 900.00"},
        "before": {"is": "September 2026 (2026-09-01 to 2026-09-30)", "before_sales": "GHS 800.00"},
        "late": "12 days",
        "place": "3rd",
        "ama": {"is": slots["ama"].shown, "ama_owes": "GHS 300.00"},
        "kofi": {"is": slots["kofi"].shown, "kofi_owes": "GHS 200.50"},
        "tv": {"is": "Samsung 55 TV", "tv_sold": "7 units"},
        "shop": "Osu branch",
        "basket": "rice, oil and sugar",
    }


@pytest.mark.parametrize(
    ("slot", "fits", "does_not"),
    [
        ("total", ("cedis", "well"), ("%", "percent", "days", "kg", "customers")),
        ("margin", ("%", "percent", "well"), ("cedis", "days", "kg", "customers")),
        ("growth", ("%", "percent", "well"), ("cedis", "days", "kg", "customers")),
        ("late", ("day", "days", "well"), ("%", "cedis", "weeks", "customers")),
        ("bare", ("days", "customers", "bags", "well"), ("%", "cedis", "kg")),
        ("debtors", ("customer", "customers", "well"), ("%", "cedis", "days", "kg", "suppliers")),
        ("weight", ("kg", "well"), ("%", "cedis", "days", "grams", "customers")),
        ("place", ("customer", "well"), ("%", "cedis", "days", "kg")),
        ("due", ("sale", "well"), ("%", "cedis", "days", "weeks")),
        ("tv", ("units", "weeks", "well"), ("%", "cedis", "days")),
        ("ama", ("weeks", "well"), ("%", "cedis", "days")),
        ("basket", ("weeks", "well"), ("%", "cedis", "days")),
        ("before", ("weeks", "well"), ("%", "cedis", "days")),
    ],
)
def test_each_kind_is_followed_by_its_own_units_only(
    slot: str, fits: tuple[str, ...], does_not: tuple[str, ...]
) -> None:
    for word in fits:
        assert problems(f"It is {{{slot}}} {word} here.") == ""
    for word in does_not:
        assert f"{{{slot}}} is a {more_slots()[slot].kind}, already written in full: not {word!r}" in problems(
            f"It is {{{slot}}} {word} here."
        )


@pytest.mark.parametrize("sign", ["GHS", "GH₵", "₵", "cedis"])
def test_our_own_currency_stands_before_money_only(sign: str) -> None:
    for slot in ("bare", "margin", "late", "growth"):
        assert f"no {sign!r} before it" in problems(f"It is {sign} {{{slot}}}.")
    assert "before it" not in problems(f"It is {sign} {{total}}.")
    assert "before it" in problems("$ {total}")


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("The {now_sales} is more than {before_sales}.", True),
        ("The {now_sales} is less than {before_sales}.", False),
        ("The {before_sales} is less than {now_sales}.", True),
        ("The {before_sales} is higher than {now_sales}.", False),
        ("The {margin} is more than {share}.", False),  # the same
        ("The {margin} is less than {share}.", False),
        ("The {late} is fewer than {late_too}.", False),
        ("The {total} is more than {debtors}.", True),  # of unlike kinds nothing is said
        ("The {debtors} is more than {total}.", True),
        ("The {margin} is less than {late}.", True),
        ("The {late} is less than {margin}.", True),
        ("It is more than {total}, and {total} is fine.", True),  # with one side only
        ("The {total} is more than before.", True),
        ("The {before_sales} and the {now_sales} are more than {before_sales}.", True),  # the nearest on either side
        ("The {now_sales} is more than {before_sales} or {total}.", True),
        ("You sold {before_sales} more than {now_sales}.", True),  # a difference, not a comparison
        ("You sold {total} more than {total}.", False),
    ],
)
def test_only_figures_of_one_kind_are_compared_and_the_nearest(text: str, is_true: bool) -> None:
    found = [each for each in more_slots().problems(text) if " is not " in each]
    assert bool(found) is not is_true, found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Sales rose: {growth}.", ""),
        ("Sales fell: {growth}.", "went up is described as a fall"),
        ("Sales fell: {drop}.", ""),
        ("Sales rose: {drop}.", "went down is described as a rise"),
        ("Sales rose and fell: {growth}.", ""),
        ("Sales rose and fell: {drop}.", ""),
        ("One fell {drop}, one is {growth}.", ""),
        ("One rose {growth}, one is {drop}.", ""),
        ("Sales fell: {flat}.", ""),
        ("Sales rose: {flat}.", ""),
        ("Sales fell: {flat} and {growth}.", ""),
        ("Sales rose: {flat} and {drop}.", ""),
        ("Sales fell. It is {growth}.", ""),
        ("Sales fell: {total}.", ""),
    ],
)
def test_a_change_is_called_a_rise_or_a_fall_as_it_is(text: str, problem: str) -> None:
    told = [each for each in more_slots().problems(text) if "described" in each]
    assert told == ([f"a change that {problem}"] if problem else [])


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("{ama} owes {ama_owes}. That {ama_owes} is old.", []),
        ("{ama} is late. {kofi} is late. The debt is {kofi_owes}.", []),
        ("{ama} is late. {kofi} is late. The debt is {ama_owes}.", ["ama_owes"]),
        ("{ama} and {kofi} are late. The debt is {ama_owes}.", []),
        ("{ama} owes {ama_owes} and {kofi_owes}.", ["kofi_owes"]),
        ("{ama_owes} by {ama}, {kofi_owes} by {kofi}.", []),
        ("{ama}, {kofi}: {ama_owes}, {kofi_owes}.", []),
        ("{ama}, {kofi}: {kofi_owes}, {ama_owes}.", ["ama_owes", "kofi_owes"]),
        ("{ama}, {kofi}: {ama_owes}.", ["ama_owes"]),
        ("{ama} in {before}: {ama_owes}, {before_sales}.", []),
        ("{ama} in {before}: {ama_owes}, {now_sales}.", ["now_sales"]),
        ("{now_sales} {this_period}. {before_sales} before.", ["before_sales"]),
        ("{shop} is late. The debt is {ama_owes}.", []),
    ],
)
def test_a_figure_stands_with_the_name_it_belongs_to(text: str, strangers: list[str]) -> None:
    told = [each for each in more_slots().problems(text) if "belongs to" in each]
    assert sorted(each[1 : each.index("}")] for each in told) == strangers


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("It is {weight} kg.", "It is 2.5 kg."),
        ("It is {sugar} bag.", "It is 1 bag."),
        ("There were {sugar}.", "There was 1 bag."),
        ("There are {debtors}.", "There are 3 customers."),
        ("There are {bare} customers.", "There are 3 customers."),
        ("It is {late} day late.", "It is 12 days late."),
        ("It is {late} daylight.", "It is 12 days daylight."),
        ("It is ₵{total}.", "It is GHS 1,250.00."),
        ("It is GH₵ {total}.", "It is GHS 1,250.00."),
        ("It is {total} cedis well.", "It is GHS 1,250.00 well."),
        ("It changed by {flat}.", "It changed by unchanged."),
        ("It is up by {growth}.", "It is up 12.5%."),
        ("It is down {drop}.", "It is down 4.3%."),
        ("It is no. {place}.", "It is no. 3."),
        ("Well. {growth} on it.", "Well. Up 12.5% on it."),
        ("Well!\n{growth} on it.", "Well!\nUp 12.5% on it."),
        ("Well, {growth} on it.", "Well, up 12.5% on it."),
        ("It is {basket}.", "It is rice, oil and sugar."),
        ("{basket} sell.", "Rice, oil and sugar sell."),
        ("{ total } is it", "GHS 1,250.00 is it"),
        ("Ask the Sales-Team over Wi-Fi.", "Ask the Sales-Team over Wi-Fi."),
    ],
)
def test_what_a_form_says_is_said_once(text: str, filled: str) -> None:
    assert more_slots().fill(text) == filled


def test_of_two_names_one_within_the_other_the_longer_is_read() -> None:
    slots = Slots()
    slots.name("short", "Osu")
    slots.name("long", "Osu branch")
    slots.name("tiny", "Li")
    slots.count("sold", 4, of="long")
    slots.count("few", 2, of="short")
    assert slots.problems("Osu branch sold {sold}. Osu sold {few}.") == []
    assert slots.problems("Osu sold {sold}.") != []
    assert slots.problems("Osubranch sold {sold}. Osu branch sold {few}.") != []
    assert slots._named("Li and Osu") == "Li and {short}"


def test_names_that_may_hold_people_are_searched_once_and_shown_anew() -> None:
    slots = make_slots()
    assert slots.unsearched() == {"tv": "Samsung 55 TV", "shop": "Osu branch", "basket": "rice, oil and sugar"}
    assert slots.problems("Person XYZ sold {tv_sold}.") != []
    slots.show("tv", " Person XYZ ")
    assert (slots["tv"].shown, slots["tv"].written) == ("Person XYZ", "Samsung 55 TV")
    assert list(slots.unsearched()) == ["shop", "basket"]
    assert slots.fill("Person XYZ sold {tv_sold}.") == "Samsung 55 TV sold 7 units."


def test_a_slot_added_later_counts_at_once() -> None:
    slots = make_slots()
    assert slots.problems("Malta Guinness sells.") != []
    slots.name("malt", "Malta Guinness")
    assert slots.fill("Malta Guinness sells.") == "Malta Guinness sells."
    assert "malt" in slots
    assert "nothing" not in slots
    assert len(slots) == len(list(slots)) == len(make_slots()) + 1


def test_a_figure_belongs_to_a_name_and_a_name_that_belongs_owns_nothing() -> None:
    slots = make_slots()
    with pytest.raises(ValueError, match="belong to nothing"):
        slots.count("odd", 1, of="ama_owes")
    slots.count("fine", 1, of="{ama}")
    assert slots["fine"].of == "ama"


def test_people_of_one_name_have_pseudonyms_of_their_own_by_their_keys() -> None:
    slots = Slots(seed="s")
    for id, key in (("one", 1), ("two", 2), ("three", ""), ("four", "")):
        slots.person(id, "Ama Mensah", key=key)
    shown = [slots[id].shown for id in ("one", "two", "three", "four")]
    assert len(set(shown)) == 3
    assert shown[2] == shown[3]


@pytest.mark.parametrize(
    ("own", "text", "is_allowed"),
    [
        ("over 100 days", "Over 100 days.", True),
        ("over 100 days", "Over 10 days.", False),
        ("over 100 days", "Over 1 days.", False),
        ("over 2.50 days", "Over 2.5 days.", True),
        ("over 2.50 days", "Over 25 days.", False),
        ("over 1,000 days", "Over 1000 days.", True),
        ("over five days", "Over five days.", True),
        ("over five days", "Over six days.", False),
        ("who is 5 days late", "Within 5.", True),
        ("who is 5 days late", "Have 5.", False),
        ("who is 5 days late", "Late 5 days.", True),
        ("who is late 5", "Late 5.", True),
        ("who is late. 5", "Late 5.", False),  # they stood in two sentences
    ],
)
def test_a_number_is_the_users_own_beside_their_words(own: str, text: str, is_allowed: bool) -> None:
    assert bool(problems(text, (own,))) is not is_allowed, problems(text, (own,))


def test_a_numeral_in_the_name_of_goods_may_be_said_with_them() -> None:
    slots = Slots()
    slots.name("goods", "Vitamin xii syrup")
    slots.names("all", ["Vitamin xii syrup", "soap"])
    assert slots.problems("The xii syrup.") == []
    assert make_slots().problems("The xii syrup.") != []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("  plain ", "plain"),
        ("a\u200bb", "ab"),
        ("a\nb\tc", "a\nb\tc"),
        ("a\x07b", "ab"),
        ("½", "1⁄2"),
        ("\ue000é ", "é"),
    ],
)
def test_a_text_is_read_without_what_cannot_be_seen(text: str, read: str) -> None:
    assert reading.clean(text) == read


def test_goods_that_are_a_way_to_pay_may_be_spoken_of() -> None:
    slots = Slots()
    assert slots.problems("Gift cards sell well.") != []
    slots.name("cards", "Gift cards")
    assert slots.problems("Sell more gift cards.") == []
    with pytest.raises(SlotError, match="how or where to pay"):
        slots.fill("Buy a wallet.")


def test_a_name_that_was_typed_may_be_repeated_by_its_words_alone() -> None:
    slots = Slots()
    slots.person("ama", "Ama Mensah")
    assert slots.problems("It is ama mensah.", ["ama mensah is it"]) == []
    assert slots.problems("ama mensah", ["ama mensah"]) == []
    assert "the name 'ama mensah' is not in a slot" in slots.problems("It is ama mensah.", ["ama is it"])
