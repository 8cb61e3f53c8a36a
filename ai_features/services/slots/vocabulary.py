"""Words with a meaning for the checks: number words, directions, units, and names that are never a model's to give."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NUMBER_WORDS = _set(
    """
    zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions dozen dozens half halves halved quarters third thirds fourth fifth
    sixth seventh eighth ninth tenth twice thrice double doubled doubles triple tripled triples quadruple
    quadrupled twofold threefold tenfold mmienu mmiɛnsa ɛnan enum nsia nson nwɔtwe nkron
    edu aduonu aduasa ɔha apem ɔpepem
    """
)
"""Counted as figures. "one", "first" and "second" stay ordinary small words; "quarter" is a part of the year."""

RISING = _set(
    """
    rose rise rises rising risen up increase increased increases increasing grew grow grows grown growing growth
    gain gained gains climbed climb climbs higher improved improvement jumped surged soared
    """
)
FALLING = _set(
    """
    fell fall falls falling fallen down decrease decreased decreases decreasing drop dropped drops dropping
    decline declined declines declining shrank lower lost slump slumped slipped plunged worsened
    """
)

NAMES = _set(
    """
    kwadwo kojo kwabena kobina kwaku kweku yaw kofi kwame kwasi akwasi adwoa abena abenaa akua yaa afia efua ama
    akosua esi ekua aba araba mensah owusu boateng asante osei appiah addo ofori agyeman adjei opoku amoah antwi
    sarpong mohammed fatima ibrahim abdul alhaji hajia monday tuesday wednesday thursday friday saturday sunday
    january february april june july august september october november december
    """
)
"""Refused even where a capital proves nothing, at the start of a sentence."""

ORDINARY_CAPITALS = _set(
    """
    i i'm i'd i'll i've ok ai ghs gh ghana ghanaian accra cedi cedis momo mtn telecel vat sms whatsapp pos sku seo
    faq english twi usb tv hd led lcd qled oled hdmi wifi wi-fi bluetooth pc hq
    """
)

BUSINESS_WORDS = _set(
    """
    account accounts action advice age ageing amount answer average balance bank bill bills business buy by cash
    category change collection cost credit critical customer customers daily data day days debt debts decision
    demand discount due expense factor factors figures finance for forecast good growth high in insight insights
    inventory invoice invoices key limit low management manager margin market medium message mobile money month
    moderate monthly next no note of offer on open order orders outlook overall overdue overview owner pay payment
    payments period plan portfolio price prices priority product products profit promise purchase quality reason
    receivables recommendation recommendations reminder reorder report retail revenue review risk sale sales score
    season segment shop staff status step stock storefront strategy strong summary supplier team terms the this
    top total trend trends unit units value very watch weak week weekly wholesale year yes your
    """
)
"""May wear a capital in the middle of a sentence, as headings do."""

COUNTED_WORDS = _set(
    """
    unit units piece pieces item items customer customers sale sales invoice invoices product products order
    orders payment payments transaction transactions people visit visits
    """
)
PERIOD_PHRASES = r"\b(?:this|last|previous) (?:week|month|quarter|year)\b|\byesterday\b"
