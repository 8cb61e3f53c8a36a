"""Our own advice for each segment of customers."""

from typing import Final, NamedTuple


class Advice(NamedTuple):
    """How to speak to a segment, how often, how to keep it, and what to offer."""

    marketing_strategy: str
    communication_frequency: str
    retention_tactics: list[str]
    upsell_opportunities: list[str]


ADVICE: Final[dict[str, Advice]] = {
    "champions": Advice(
        "Thank them in person and let them hear of new goods before anyone else.",
        "A personal message every week or so",
        ["Keep their usual goods aside for them.", "Ask them to bring a friend, and thank them when they do."],
        ["Offer the better brand or the larger pack.", "Offer a price for a carton."],
    ),
    "loyal": Advice(
        "Reward them for coming back, and ask what they miss on your shelves.",
        "A message every other week",
        ["Remember their orders and names at the till.", "Offer terms to those who pay well."],
        ["Show what goes with what they usually buy."],
    ),
    "potential_loyalist": Advice(
        "Make the next visit easy: they like the shop and are not yet used to it.",
        "A message every other week",
        ["Call after a purchase to ask whether all was well.", "Offer to deliver or to keep goods aside."],
        ["Suggest the goods that regular customers take with them."],
    ),
    "new": Advice(
        "Welcome them and show them what else you sell.",
        "A welcome now, and a message within the month",
        ["Save their number, with their consent.", "Greet them by name on the second visit."],
        ["Offer a small set of goods that are bought together."],
    ),
    "promising": Advice(
        "Give them a reason to come a second time soon.",
        "A message every month",
        ["Tell them about goods in their price range."],
        ["Offer the goods most people buy next."],
    ),
    "needs_attention": Advice(
        "Ask how they are, and remind them of what they used to buy.",
        "A message every month",
        ["Make an offer that ends soon.", "Ask whether price or choice keeps them away."],
        ["Offer the goods they bought before in a larger pack."],
    ),
    "about_to_sleep": Advice(
        "Remind them of the shop before they forget it.",
        "One message now, another after a month",
        ["Tell them what is new since they last came."],
        ["Offer the goods that sell best."],
    ),
    "at_risk": Advice(
        "Call them: they bought often and have stayed away for long.",
        "A call now, then a message every month",
        ["Ask what went wrong and put it right.", "Offer something for coming back."],
        ["Begin with what they used to buy, before anything new."],
    ),
    "cant_lose": Advice(
        "Visit or call them yourself: they were among your best customers.",
        "A personal call now",
        ["Listen first, and settle any complaint.", "Offer better terms if their record allows."],
        ["Offer a set price for their usual order."],
    ),
    "hibernating": Advice(
        "Write only now and then, about things that are worth a visit.",
        "A message every quarter",
        ["Write before the seasons when people buy."],
        ["Offer the goods that sell best."],
    ),
    "lost": Advice(
        "Spend little here: a last friendly message, then let them be.",
        "One last message",
        ["Ask once whether they want to hear from you."],
        ["Offer a seasonal set, if anything."],
    ),
}
