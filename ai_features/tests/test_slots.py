from decimal import Decimal

import pytest

from ai_features.services.slots import SlotError, Slots, plain_text
from ai_features.tests.slot_builders import make_slots

AMA, KOFI = "Ama Mensah", "Grace Boateng"


GOOD = [
    ("You sold {total}.", "You sold GHS 1,250.00."),
    ("You sold GHS {total}.", "You sold GHS 1,250.00."),
    ("You sold {total} cedis.", "You sold GHS 1,250.00."),
    ("A margin of {margin}%.", "A margin of 15.2%."),
    ("A margin of {margin} percent.", "A margin of 15.2%."),
    ("{debtors} owe you.", "3 customers owe you."),
    ("{debtors} customers owe you.", "3 customers owe you."),
    ("There are {lonely} customers.", "There is 1 customer."),
    ("Paid {late} days late.", "Paid 12 days late."),
    ("It came {place}.", "It came 3rd."),
    ("It is number {place}.", "It is number 3."),
    ("Sales are {growth}.", "Sales are up 12.5%."),
    ("Sales are up {growth}.", "Sales are up 12.5%."),
    ("Sales rose by {growth}.", "Sales rose by 12.5%."),
    ("Sales fell by {drop}.", "Sales fell by 4.3%."),
    ("{growth} on the month before.", "Up 12.5% on the month before."),
    ("{this_period} was good.", "Last month was good."),
    ("Sales in {before} were {before_sales}.", "Sales in September 2026 were GHS 800.00."),
    ("Due on {due}.", "Due on 1 March 2026."),
    ("{ama} owes {ama_owes} and {kofi} owes {kofi_owes}.", f"{AMA} owes GHS 300.00 and {KOFI} owes GHS 200.50."),
    (
        "{ama_owes} is owed by {ama} and {kofi_owes} by {kofi}.",
        f"GHS 300.00 is owed by {AMA} and GHS 200.50 by {KOFI}.",
    ),
    ("{ama} and {kofi} owe {ama_owes} and {kofi_owes}.", "Ama Mensah and Grace Boateng owe GHS 300.00 and GHS 200.50."),
    ("{ama} is late. The debt is {ama_owes}.", "Ama Mensah is late. The debt is GHS 300.00."),
    ("The largest debt is {ama_owes}.", "The largest debt is GHS 300.00."),
    ("{tv} sold {tv_sold} in {shop}.", "Samsung 55 TV sold 7 units in Osu branch."),
    ("In {shop}, {tv} sold {tv_sold} units.", "In Osu branch, Samsung 55 TV sold 7 units."),
    ("Samsung 55 TV sold {tv_sold}.", "Samsung 55 TV sold 7 units."),
    ("They buy {basket} together.", "They buy rice, oil and sugar together."),
    ("This is the one to watch first.", "This is the one to watch first."),
    ("Send an SMS by MTN MoMo.", "Send an SMS by MTN MoMo."),
    ("Next Step: call {ama}.", "Next Step: call Ama Mensah."),
    ("{now_sales} {this_period}, {before_sales} in {before}.", "GHS 900.00 last month, GHS 800.00 in September 2026."),
    ("{ama}'s debt is {ama}’s own.", "Ama Mensah's debt is Ama Mensah’s own."),
    ("*{ama}* owes *{ama_owes}*: call.", "*Ama Mensah* owes *GHS 300.00*: call."),
    ("({total}), “{total}”; {total}: fine", "(GHS 1,250.00), “GHS 1,250.00”; GHS 1,250.00: fine"),
    ("The {now_sales} is more than the {before_sales}.", "The GHS 900.00 is more than the GHS 800.00."),
    ("You sold {total} more than {now_sales}.", "You sold GHS 1,250.00 more than GHS 900.00."),
    ("A mix of civil and vivid words may do.", "A mix of civil and vivid words may do."),
    ("Someone often owes money; weigh it, freight and all.", "Someone often owes money; weigh it, freight and all."),
    ("Don't wait: we've well-known upsell ideas.", "Don't wait: we've well-known upsell ideas."),
    ("Ask for payment by mobile money or at the till.", "Ask for payment by mobile money or at the till."),
    ("The number of buyers has changed; new ones pay late.", "The number of buyers has changed; new ones pay late."),
    ("Set prices to pay for transport; deposit cash daily.", "Set prices to pay for transport; deposit cash daily."),
    ("Send a statement to every account that is late.", "Send a statement to every account that is late."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "filled"), GOOD)
def test_slots_are_filled_so_that_the_sentence_reads_well(text: str, filled: str) -> None:
    assert make_slots().fill(text) == filled


BAD = [
    ("You sold 1,250.", "'1,250'"),
    ("You sold {total} and 5 more.", "'5'"),
    ("Sales doubled.", "'doubled'"),
    ("Twenty-two customers owe you.", "'twenty'"),
    ("A third of it is late.", "'third'"),
    ("Half of it is late.", "'half'"),
    ("About one hundred people.", "'hundred'"),
    ("Zero sales.", "'zero'"),
    ("You sold ½ of it.", "figure '1'"),
    ("You sold 五 of it.", "'五'"),
    ("You sold ٣ of it.", "figure"),
    ("You sold fi\u200bve of it.", "'five'"),
    ("You sold ５ of it.", "'5'"),
    ("You sold Ⅷ of it.", "'VIII'"),
    ("{profit} was made.", "{profit}"),
    ("{total:.2f} was made.", "braces"),
    ("{{total}} was made.", "braces"),
    ("{total.__class__} was made.", "braces"),
    ("You made ${total}.", "'$'"),
    ("You made € {total}.", "'€'"),
    ("You made GHS {debtors}.", "{debtors} is a count"),
    ("A margin of {total}%.", "not '%'"),
    ("A margin of {debtors} percent.", "not 'percent'"),
    ("Late by {total} days.", "not 'days'"),
    ("Late by {margin} days.", "not 'days'"),
    ("You sold {total} units.", "not 'units'"),
    ("{debtors} products.", "not 'products'"),
    ("You made lots of cedis.", "money"),
    ("{ama} owes {kofi_owes}.", "{kofi_owes} belongs to {kofi}"),
    ("{ama} owes {kofi_owes} and {kofi} owes {ama_owes}.", "belongs to"),
    ("{kofi_owes} is owed by {ama} and {ama_owes} by {kofi}.", "belongs to"),
    ("{ama} and {kofi} owe {kofi_owes} and {ama_owes}.", "belongs to"),
    ("{ama} is late. The debt is {kofi_owes}.", "{kofi_owes} belongs to {kofi}"),
    ("In {before} you sold {now_sales}.", "{now_sales} belongs to {this_period}"),
    ("{before} brought {now_sales} and {this_period} {before_sales}.", "belongs to"),
    ("Samsung 55 TV owes {ama_owes}.", "{ama_owes} belongs to {ama}"),
    ("Sales fell by {growth}.", "described as a fall"),
    ("Sales rose by {drop}.", "described as a rise"),
    ("The best customer is Yaw Darko.", "'Yaw'"),
    ("Kwame owes the most.", "'Kwame'"),
    ("Ama Mensah owes the most.", "'Ama'"),
    ("Grace owes the most.", "'Grace'"),
    ("Sales peaked in December.", "'December'"),
    ("Saturday is best.", "'Saturday'"),
    ("Sales this month are good.", "'this month'"),
    ("Pay at http://evil.example now.", "links"),
    ("Write to boss@evil.example now.", "links"),
    ("See evil.com for more.", "links"),
    ("Aduonu na ɛka.", "'aduonu'"),
    # figures in other words and scripts
    ("You sold a dozen.", "'dozen'"),
    ("A couple of them owe.", "'couple'"),
    ("Scores of them owe.", "Scores of"),
    ("Tens of them owe.", "'tens'"),
    ("Sales halved.", "'halved'"),
    ("Sales are doubling.", "'doubling'"),
    ("A quarter of it is late.", "quarter of"),
    ("Twentyfive owe.", "'twentyfive'"),
    ("Onehundred owe.", "'onehundred'"),
    ("It grew fiftyfold.", "'fiftyfold'"),
    ("A hundredth of it.", "'hundredth'"),
    ("The twelfth of them.", "'twelfth'"),
    ("It has xii parts.", "'xii'"),
    ("It is part iv.", "'iv'"),
    ("A trillion.", "'trillion'"),
    ("{ama} owes nothing.", "'nothing'"),
    ("Nobody owes you.", "'nobody'"),
    ("Baako mmienu na ɛka.", "'mmienu'"),
    ("Mmiɛnsa na ɛka.", "'mmiensa'"),
    ("Ɔha na ɛka.", "no English word"),
    ("Cinq clients.", "'cinq'"),
    ("Kolmkümmend klienti.", "'Kolmkümmend' is no English word"),
    ("You sold ⁵ of it.", "'5'"),
    ("You sold 𝟓 of it.", "'5'"),
    ("You sold ➄ of it.", "'➄'"),
    # figures and names hidden in signs
    ("**fi**ve sold.", "'five'"),
    ("fi_ve sold.", "'five'"),
    ("f i v e sold.", "'five'"),
    ("t-w-o sold.", "'two'"),
    ("T.w.o sold.", "'two'"),
    ("Fıve sold.", "'five'"),
    ("Fivе sold.", "another script"),
    ("fi<b>ve</b> sold.", "plain text"),
    ("f&#105;ve sold.", "plain text"),
    ("&frac12; sold.", "plain text"),
    ("[{total}](about:blank) sold.", "links"),
    ("![x](x.png) sold.", "links"),
    ("<script>alert()</script>", "plain text"),
    ("Call tel:me now.", "links"),
    ("See bit.ly/x now.", "links"),
    ("See evil.xyz now.", "links"),
    ("See evil[.]com now.", "links"),
    ("See evil dot com now.", "links"),
    ("See //evil now.", "links"),
    # a slot whose meaning is changed by what stands at it
    ("You sold {total}k.", "by itself"),
    ("You sold {total}{debtors}.", "by itself"),
    ("You sold {total}.{debtors}.", "by itself"),
    ("You sold {total},{debtors}.", "by itself"),
    ("You sold {debtors}/{lonely}.", "by itself"),
    ("You sold -{total}.", "by itself"),
    ("You sold minus {total}.", "by itself"),
    ("You sold x{total}.", "by itself"),
    ("You sold {total} thousand.", "'thousand'"),
    ("You sold {total} squared.", "not 'squared'"),
    ("You sold {total} dollars.", "money"),
    ("You sold USD {total}.", "money"),
    ("You sold {total} pesewas.", "money"),
    ("It is {late} weeks late.", "not 'weeks'"),
    ("You sold {debtors} kg.", "not 'kg'"),
    ("You have {debtors} suppliers.", "not 'suppliers'"),
    ("{total} is less than {total}.", "not less than"),
    ("The debt of {ama_owes} is more than {total}.", "not more than"),
    ("{now_sales} {this_period} was lower than {before_sales} in {before}.", "not lower than"),
    # names in other letters
    ("The ama mensah account is late.", "'ama mensah'"),
    ("It is yaw who owes.", "'yaw'"),
    ("Kwáme owes the most.", "'Kwáme'"),
    ("Ama\u200bMensah owes.", "'AmaMensah'"),
    ("aMa owes.", "'aMa'"),
    ("Аma owes.", "another script"),
    ("Best on fridays.", "'fridays'"),
    ("Sales in march were good.", "in march"),
    ("March was good.", "March was"),
    ("Sales were better a month ago.", "month ago"),
    # names that open a sentence or wear small letters
    ("Darko has not paid.", "'Darko'"),
    ("The one who owes most is adwoa tetteh.", "'tetteh'"),
    ("Tell b.o.a.f.o of it.", "'b'"),
    ("🅺🅾🅵🅸 owes.", "plain text"),
    # places to go and to pay
    ("See evil。com now.", "'com'"),
    ("Write to @boss now.", "plain text"),
    ("See evil dot shop now.", "links"),
    ("Ask them to pay into the other account.", "how or where to pay"),
    ("Money should be transferred to the agent at the gate.", "how or where to pay"),
    ("Please send the money through my nephew's wallet.", "how or where to pay"),
    ("Our wallet has changed.", "how or where to pay"),
    ("There is a new bank account.", "how or where to pay"),
    ("Our mobile money line is now a different one.", "how or where to pay"),
    ("Buy gift cards for it.", "how or where to pay"),
    ("Ask each customer for the password.", "how or where to pay"),
    # shapes that are no sentence
    ("# A heading", "plain text"),
    ("| a | b |", "plain text"),
    ("It is ~~good~~ bad.", "plain text"),
    ("> It is good.", "plain text"),
    ("It is good. " * 200, "shorter"),
]


@pytest.mark.parametrize(("text", "problem"), BAD)
def test_what_no_slot_gave_is_refused_and_said_why(text: str, problem: str) -> None:
    with pytest.raises(SlotError) as refused:
        make_slots().fill(text)
    assert problem in str(refused.value)


def test_a_number_of_the_users_own_may_be_repeated_in_any_spelling() -> None:
    slots = make_slots()
    assert slots.fill("Over 1,000 in five days.", said=["who owes above 1000.00 for five days?"])
    with pytest.raises(SlotError):
        slots.fill("Over 1,001.", said=["who owes above 1000?"])


def test_a_number_of_the_users_own_is_not_put_beside_another_word() -> None:
    said = ["who owes more than 1000 for five days?"]
    slots = make_slots()
    assert slots.fill("{ama} owes less than 1,000.", said=said)
    for text in ("{ama} owes 1000.", "{ama}: 1000.", "You have 1000 customers.", "1000"):
        with pytest.raises(SlotError, match="1000"):
            slots.fill(text, said=said)
    assert slots.fill("1000", said=["1000"]) == "1000"


def test_a_period_of_the_users_own_may_be_repeated() -> None:
    assert make_slots().fill("Sales this week are {total}.", said=["sales this week"]).startswith("Sales this week")


def test_a_period_that_a_slot_gave_may_be_said_in_words() -> None:
    assert make_slots().fill("You did well last month.") == "You did well last month."


def test_a_name_of_the_users_own_may_be_repeated() -> None:
    assert make_slots().fill("About Malta Guinness: {total}.", said=["Malta Guinness sales"])


def test_a_pseudonym_written_out_is_read_as_its_person() -> None:
    slots = make_slots()
    called = slots["ama"].shown
    assert slots.fill(f"{called} owes {{ama_owes}}.") == "Ama Mensah owes GHS 300.00."
    with pytest.raises(SlotError, match="belongs to"):
        slots.fill(f"{called} owes {{kofi_owes}}.")


def test_a_person_is_shown_to_the_model_by_a_pseudonym_that_lasts_as_long_as_the_seed() -> None:
    shown = str(make_slots().for_model())
    assert "Mensah" not in shown
    assert "Grace" not in shown
    assert make_slots()["ama"].shown == make_slots()["ama"].shown != make_slots()["kofi"].shown
    other = Slots(seed="conversation-2")
    other.person("ama", "Ama Mensah", key="1")
    assert other["ama"].shown != make_slots()["ama"].shown


def test_the_model_sees_each_figure_beneath_its_name() -> None:
    shown = make_slots().for_model()
    assert shown["tv"] == {"is": "Samsung 55 TV", "tv_sold": "7 units"}
    assert shown["total"] == "GHS 1250.00"


def test_figures_of_a_name_that_is_left_out_are_left_out_with_it() -> None:
    shown = make_slots().for_model(without=frozenset({"ama"}))
    assert "ama" not in shown
    assert "ama_owes" not in str(shown)


def test_what_a_name_holds_is_never_read_as_a_slot() -> None:
    slots = Slots()
    slots.name("trap", "Soap {total} 50")
    slots.money("total", Decimal(5))
    assert slots.fill("Sold: {trap}.") == "Sold: Soap {total} 50."


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(SlotError) as refused:
        make_slots().fill("{profit} rose 5% in December.")
    assert len(refused.value.problems) == 3


@pytest.mark.parametrize("id", ["Total", "9", "a-b", "total"])
def test_a_slot_id_is_small_letters_and_new(id: str) -> None:
    slots = Slots()
    slots.money("total", Decimal(1))
    with pytest.raises(ValueError, match="slot id"):
        slots.money(id, Decimal(1))


def test_a_figure_belongs_to_a_name_that_is_known() -> None:
    with pytest.raises(ValueError, match="registered first"):
        Slots().money("owes", Decimal(1), of="nobody")


def test_twi_has_its_own_months_lists_and_order() -> None:
    slots = make_slots("tw")
    assert slots.fill("{due}; {basket}; {late}.") == "1 Ɔbɛnem 2026; rice, oil ne sugar; nna 12."


@pytest.mark.parametrize(
    ("percent", "said", "problem"),
    [("0.5", "fell", "went up is described as a fall"), ("-0.5", "rose", "went down is described as a rise")],
)
def test_the_least_change_has_a_direction(percent: str, said: str, problem: str) -> None:
    slots = make_slots()
    slots.change("little", Decimal(percent))
    with pytest.raises(SlotError, match=problem):
        slots.fill(f"Sales {said}: {{little}}.")


def test_a_text_may_be_as_long_as_is_said_and_no_longer() -> None:
    assert list(plain_text.shapes("a" * plain_text.LONGEST_TEXT)) == []
    assert list(plain_text.shapes("a" * (plain_text.LONGEST_TEXT + 1))) != []
