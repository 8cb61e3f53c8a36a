"""Words that name nobody: those questions are made of, forms of business and of address, and stand-ins for nobody."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


QUESTION_WORDS = _set(
    """
    a about above account accounts across active add after again ago all also always am amount amounts an and another
    any anyone anything april are around as ask at august available average away back bad bag bags balance balances
    bank be because been before began begin below best better between big biggest bill bills borrow both bottle bottles
    bottom bought box boxes branch branches brand brands bring brought bundle business busy but buy buyer buyers buying
    by call came can card cards carton cartons cash cashier cashiers categories category cedi cedis change cheap check
    cheque closing code collect collected come coming compare compared cost costs could count crate crates credit
    current currently customer customers daily dashboard data date day days dead debit debt debtor debtors december
    delivered deliveries delivery did difference discount discounts do does doing done down drop dropped due during
    each earlier early else email end ended ending evening ever every everyone everything expected expense expenses
    expiry fall fallen far fast fastest february few figure figures finish finished first five for four forecast
    friday from full gain gave get getting ghana ghs give given giving go goes going good goods got gross grow growing
    growth had half happen has have he her here high higher highest him his history holiday hour hours how i if in
    income increase index inside into inventory invoice invoices is it item items its january july june just keep kg
    kilo kilos know last late later latest least leave left less let like limit line lines list little loan long look
    lose losing loss lost lot low lower lowest made make makes making manager many march margin margins may me mean
    medium message method might mine minute mobile momo monday money month monthly months more morning most mostly move
    moved moving much must my name names near need needed net never new next night no nobody none noon normal not
    note nothing november now number numbers october of off offer often old oldest on once one only open opening or
    order ordered orders other others our out outstanding over overall overdue owe owed owes owing owner pack packs
    paid part parts past pay payer paying payment payments people per percent percentage period phone piece pieces
    place plan please plus point points post previous price prices product products profit profits promise promised
    promises purchase purchased purchases put quantity quarter question quick quickly rate rates reach receipt receipts
    receive received record records reduce reduced refund refunds remain remaining reminder reminders reorder report
    reports restock retail return returned returns revenue right room run running sale sales same saturday save say
    second see sell seller sellers selling send sent september set several shall she shelf shop shops short should
    show since single size sizes slow small so sold some someone soon spend spent staff start started status still stop
    stock stocks store stores storefront storefronts sum sunday supplied supplier suppliers supply take taken takings
    target tax tell ten than thank thanks that the their them then there these they thing things third this those
    three through thursday till time times tin tins to today together told tomorrow too took top total totals toward
    trade transaction transactions transfer transfers trend trends tuesday turnover twice two type types under unit
    units unpaid until up us use used usual usually value vat very via vs wait want was we wednesday week weekday
    weekdays weekend weekends weekly weeks well went were what when where which while who whole wholesale whom whose
    why will with within without work worked working worst worth would wrong xmas year yearly years yes yesterday yet
    you your
    accra kumasi tema takoradi sekondi tamale sunyani koforidua techiman obuasi tarkwa winneba kasoa aflao bolgatanga
    hohoe cape coast osu madina makola kaneshie lapaz dansoman teshie nungua spintex legon achimota ashaiman nima
    kejetia suame bantama adum asafo kwadaso tafo ahodwo ashanti volta africa african central western eastern northern
    abeg am chale charley charle dem dey e ein fit wey wetin na una oga sabi don make abi sef pikin sika bi di dis dat
    pls plz abt b4 btw hw mch mth mnth wk wks yr yrs wkend yday yest tmrw tdy 2day lst shd wld cld ppl qty amt avg
    ytd mtd q1 q2 q3 q4 jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    it's what's who's that's there's didn't don't isn't i'm i've we've its whats whos thats didnt dont isnt im ive
    haven't havent hasn't hasnt wasn't wasnt won't wont can't cant doesn't doesnt sms whatsapp mtn telecel airteltigo
    tv tvs pc pcs kgs ml cl ltr litre litres gram grams g l m s t vip ussd pos ai ok okay hello hi hey good-morning
    """
)
"""Where one of these is a part of a name it is no mention of it; the whole name is."""

BUSINESS_FORMS = _set(
    """
    agencies agency agro and association bakery bar boutique brothers bros canteen catering centre center chop church
    clinic club co coop cold collection company complex construction consult consultancy cosmetics creations daughters
    depot distribution distributions distributors electricals electronics ent enterprise enterprises establishment
    export fabrics farm farms fashion fashions filling fisheries food foods foundation furniture ghana global group
    hair hardware hospital hotel import imports industries industry international investment kitchen limited logistics
    lounge ltd market mart merchandise mills mini ministries motors online partners pharmacy phones plus provision
    provisions pub repairs restaurant roofing salon school services shop shopping shops solutions sons spot station
    stationery store stores super supermarket supplies supply susu systems tailoring trade traders trading transport
    union venture ventures wholesale wholesalers women works
    """
)
"""Words by which a name is known as that of a business, and which name none of them by themselves."""

TITLES = _set(
    """
    mr mrs st ms mister madam madame auntie aunty antie uncle maame mama papa nana alhaji alhaja hajia haji mallam dr
    doctor prof professor rev reverend pastor bishop apostle osofo owura awuraa efo togbe bro sis lawyer chief hon
    """
)
BEFORE_NAMES = _set("and are by did do does for from has have is of or owes owed paid to was were will with")
"""Words after which a word in small letters may be somebody's name."""
DEDICATING = _set("for by from to")
"""Words after which the name of a product may say whose it is."""

NOBODY = frozenset(
    tuple(name.split())
    for name in (
        "cash",
        "walk in",
        "walkin",
        "walk in customer",
        "walkin customer",
        "cash customer",
        "cash sale",
        "cash sales",
        "customer",
        "n a",
        "na",
        "none",
        "null",
        "nil",
        "unknown",
        "anonymous",
        "guest",
        "owner",
        "manager",
        "cashier",
        "staff",
        "admin",
        "shop",
        "erased customer",
        "attendant",
    )
)
"""Names that stand where there is none."""
