"""Words with a meaning for the checks: number words, directions, units, and names that are never a model's to give."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NUMBER_WORDS = _set(
    """
    zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred hundreds thousand
    thousands million millions billion billions trillion trillions zillion zillions dozen dozens half halves
    halved halving halfway quarters third thirds fourth fifth eighth ninth twelfth twentieth thirtieth fortieth
    fiftieth sixtieth seventieth eightieth ninetieth twice thrice double doubled doubles doubling triple tripled
    triples tripling treble trebled quadruple quadrupled quintuple twofold threefold tenfold couple couples trio
    duo quartet fortnight umpteen lakh lakhs crore crores tenner tenners fiver fivers grand twenties thirties
    forties fifties sixties seventies eighties nineties twos threes fours fives sixes sevens eights nines tens
    teens dozenth nothing nobody none nil nought naught zeros zeroes baako biako mmienu abien mmiensa abiesa
    enan anan enum anum nsia nson ason nwotwe awotwe nkron akron edu dubaako dumienu aduonu aduasa aduanan
    aduonum aduosia aduoson aduowotwe aduokron eduonu eduasa eduanan oha ahaanu apem mpem opepem baanu baasa
    baanan baanum mmeensa deux trois quatre cinq sept huit neuf onze douze quinze vingt trente quarante
    cinquante soixante cent mille dos tres cuatro cinco siete ocho nueve diez veinte treinta zwei drei vier funf
    sechs sieben acht neun zehn biyu uku hudu biyar shida bakwai takwas tara goma ashirin eto ene adre enyi
    asieke ewo
    """
)
"""Counted as figures, written without accents: words of English, Twi, French, Spanish, German, Hausa and Ewe that are
no other English word. "one", "first" and "second" stay ordinary small words; "quarter" is a part of the year. Nothing
is a figure too.
"""

_PARTS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|quarter|third"
)
NUMBER_SHAPE = re.compile(
    rf"(?:{_PARTS})(?:and)?(?:{_PARTS})+(?:s|th|ths)?|(?:{_PARTS})+(?:fold|ths?)"
    r"|(?=[ivx]{2,}$)x{0,3}(?:ix|iv|v?i{0,3})"
)
"""Number words run together or with an ending ("twentyfive", "fiftyfold", "hundredth"), and Roman numerals."""

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
    january february april june july august september october november december christmas easter
    """
)
"""Refused even where a capital proves nothing, at the start of a sentence, and in small letters."""

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

TRADE_WORDS = _set(
    """
    bestselling bestsellers cashflow creditworthy creditworthiness ecommerce eg etc ie kg kgs momo online onboarding
    payday paydays pcs pesewa pesewas prepay prepaid pricelist receivable receivables reorder reorders reordering
    restock restocking restocks rollover seo sku skus slowdown storefront storefronts texted texting timeframe
    uncollected underperforming undersell unsold upsell upselling upsells vs webshop whatsapp wholesaler wholesalers
    """
)
"""Of the trade, and in no small dictionary of English."""

COUNTED_WORDS = _set(
    """
    unit units piece pieces item items customer customers sale sales invoice invoices product products order
    orders payment payments transaction transactions people visit visits supplier suppliers debtor debtors buyer
    buyers bag bags box boxes carton cartons pack packs bottle bottles tin tins
    """
)
MEASURES = _set(
    """
    k m bn mn pct points point squared cubed kg kgs g grams kilos tonne tonnes litre litres hour hours minute minutes
    week weeks fortnights month months year years decade decades
    """
)
"""What no slot is counted in, unless its own unit is that word."""

COMPARING = _set(
    "over above than under below least most exceeding between to and within top best bottom past last next"
)
"""Words that may stand before a number of the user's own: "over 1,000"."""

PERIOD_PHRASES = (
    r"\b(?:this|last|previous|past) (?:week|month|quarter|year|weekend)\b|\byesterday\b"
    r"|\b(?:days?|weeks?|months?|years?|decades?) (?:ago|earlier)\b"
    r"|\b(?:in|of|since|until|by|during|early|late|mid)[ -](?:march|may)\b(?! (?:be|have|not))"
    r"|\b(?:march|may) (?:was|is|has|had|saw|brought)\b"
)
