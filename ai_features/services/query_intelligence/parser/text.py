"""A question made plain before it is read: pidgin and everyday forms in one spelling, common words put right."""

import re
import unicodedata

from rapidfuzz.distance import OSA

_PIDGIN: tuple[tuple[str, str], ...] = (
    ((r"\b(?:abeg|abegi|please|pls|plz|kindly|biko|ooo*|oh|chale|charley|boss|hello|hi|hey|good "
        r"(?:morning|afternoon|evening)|thanks?|thank you)\b"), " "),
    (r"\b(?:dey|about to|nearly|almost|soon) finish(?:ed|ing)?\b", "running low"),
    (r"\bdon finish\b", "out of stock"),
    (r"\bdey (?:for|inside|in) (?:(?:the|my|our|we) )?(?:shop|store)\b", "in stock"),
    (r"\b(?:how much (?:of )?)?(?:(?:my|our|the|we) )?money (?:is |dey )?outside\b", "how much is owed to us"),
    (r"\bhow much of (?:the |our |my )*(?:money |debts? |amount )?(?:owed |owing |outstanding )?(?:to (?:us|me) )?is "
     r"(overdue|late)\b", r"how much is \1"),
    (r"\bnot (?:yet )?(?:fully|completely) paid\b|\bnot (?:yet |been )*paid (?:fully|in full|completely)\b", "unpaid"),
    (r"\b(?:has|have|did) (\S+(?: \S+){0,4}?) (?:paid|pay|cleared|settled) (?:me |us )?"
     r"(?:everything|all|fully|in full)(?: (?:that )?(?:he|she|they|it) owes?)?\b", r"how much does \1 owe"),
    (r"\bhow (?:do|did|are|were) (?:my |our |the )*(?:customers|people|clients|they) (?:pay|paying)\b(?: us| me)?"
     r"(?! (?:on|late|well|back|for))(?!.*methods?)", "payments by payment method"),
    (r"\bmost (?:goods|items|things|stuff) on credit\b", "most on credit"),
    (r"\bhow much (?:should|must) (?!customers|people|they|we\b|i\b)(\S+(?: \S+){0,4}?) pay(?: (?:me|us))?\b",
     r"how much does \1 owe"),
    (r"^( *(?:which|what) (?:products|items|goods) (?:are )?(?:below|under|less than|fewer than) \d+)"
     r"(?: (?:pieces|pcs|units))? *$", r"\1 left"),
    (r"\b(returned|returns?|brought back|bring back) ((?:the )?(?:most|fewest|least)) (?:goods|items|things|stuff)\b",
     r"\1 \2"),
    (r"\bwhich (?:one )?of (?:the|my|our) (?:boys|girls|guys|ladies)\b", "which cashier"),
    (r"\b(?:number|no\.?) (?:one|1)(?= (?:customer|client|product|item|brand|cashier|staff|shop|branch|supplier)\b)",
     "best"),
    (r"\bprofits? after (?:the |our )*costs?(?: of (?:the )?(?:goods|sales)(?: sold)?)?\b", "profit"),
    (r"\b(?:wetin be|what be|wetin dey be)\b", "what is"),
    (r"\b(?:wetin|wettin|wey tin|wetting)\b", "what"),
    (r"\bhow far (?:with|for|about) ", "what is "),
    (r"\b(?:we|i|una) chop\b", "we make"),
    (r"\bhow (did|is|was|has) (?:the|my|our) (?:shop|store|business)\b", r"how \1 we"),
    (r"\bsales ?(?:girl|boy|lady|person|rep|man|woman)(s?)\b", r"cashier\1"),
    (r"\bsales ?(?:people|men|women|ladies|reps)\b", "cashiers"),
    ((r"\b(which|what|whose) (supplier|vendor|brand|category|department)(?:'?s|s')? (?:products?|goods|items?|things?|"
      r"stock)\b"), r"\1 \2"),
    (r"\bhow much (?:worth of )?(?:goods|stuffs?|things|items) (did|have|do|was|were)\b", r"how much \1"),
    ((r"\b(?:(?:how much|what) (?:do|does|did) (?:a |each |every |our |my |the )*customers? )?(?:spends?|spent) "
      r"(?:on average )?(?:per|each|every|a|in a) (?:visit|trip|time|sale|transaction)(?: on average)?\b"),
     "average sale"),
    (r"\baverage (?:amount|value|spend|spending)(?: (?:(?:that|my|our|the|a|each) )*(?:people|customers?|clients?|they)"
     r" (?:spends?|pays?|buys?))? (?:per|for each|each|every|of a|for a) "
     r"(?:sale|transaction|visit|receipt|purchase|time)\b",
     "average sale"),
    (r"\bon average how much is (?:each|a|one|every) (?:sale|transaction)\b", "average sale"),
    (r"\bhow much is (?:each|a|one|every) (?:sale|transaction) on average\b", "average sale"),
    (r"\bc[ao]me in from sales\b", "sales"),
    (r"\bc[ao]me (?:here |in )?to buy\b", "bought"),
    (r"\b(cash|money|momo) (?:do|did) we (?:have|get|make) from (?:the )?sales\b", r"\1 received"),
    (r"\bwhich day (?=(?:do|does) )", "which weekday "),
    (r"^( *(?:which|who) .*?\b(?:sells?|sold|makes?|made|buys?|bought|earns?)) more\b(?!.*\bthan\b)", r"\1 most"),
    (r"\beverything\b", "all"),
    (r"\bhow (?:is |be |was |dey )?(?:the )?market\b", "what are the sales"),
    (r"\b(?:how much|wetin|what) remain (?:for|of|on) ", "how many left of "),
    (r"\b(?:e |it )?remain how (?:many|much) ", "how many left "),
    (r"\b(\S+) remain how (?:many|much)\b", r"how many \1 left"),
    ((r"\b(sell|sold|buy|bought|move|moved|moving|owe|owes|spend|spent|make|made|perform|gain|go|"
        r"pay|profit|sales|money)((?: \w+)?) pass(?: (?:all|everybody|everyone))?\b"), r"\1\2 most"),
    (r"\bpass (?:all|everybody|everyone)\b", "most"),
    (r"\bwho and who\b", "who"),
    (r"\bwhich (?:people|person|persons|man|woman)\b", "who"),
    (r"\bwey\b", "who"),
    (r"\b(?:dey|don|una|sef|nau|na|go fit|fit|small small|kwraa|dem)\b", " "),
    (r"\bdis\b", "this"),
    (r"\bdat\b", "that"),
    ((r"\b(?:gimme|give me|show me|tell me|let me (?:see|know)|i (?:want|need|would like|'d like) "
        r"to (?:see|know)|i (?:want|need)|can you (?:show|tell|give)(?: me)?|could you (?:show|tell|"
        r"give)(?: me)?|may i (?:know|see)|do you know)\b"), "show "),
    (r"\bwhat'?s\b", "what is"),
    (r"\bwho'?s\b", "who is"),
    (r"\bhow'?s\b", "how is"),
    (r"\b(?:no\.? of|num of|# of|nos of)\b", "number of"),
    (r"\b(?:compared? (?:with|to|against)|comparison with|in comparison (?:to|with)|relative to)\b", "versus"),
    (r"\bvs\.?(?= )", "versus"),
)  # fmt: skip
_PLAIN = tuple((re.compile(pattern), becomes) for pattern, becomes in _PIDGIN)

COMMON = (
    "sales", "revenue", "profit", "margin", "product", "products", "customer", "customers", "category", "categories",
    "brand", "storefront", "cashier", "staff", "payment", "payments", "discount", "discounts", "returns", "stock",
    "inventory", "restock", "reorder", "overdue", "outstanding", "average", "compare", "supplier", "suppliers",
    "quantity", "total", "best", "worst", "selling", "bought", "month", "monthly", "weekly", "daily", "highest",
    "lowest", "transactions", "turnover", "wholesale", "retail", "mobile", "money", "percentage", "invoices",
    "invoice", "employee", "branch", "receivables", "debtors", "customer", "trend", "breakdown", "versus", "returned",
)  # fmt: skip
_KNOWN = frozenset(COMMON)


def plain(text: str) -> str:
    """Lower case, one space between words, punctuation that carries nothing gone, pidgin in plain English."""
    text = f" {text.casefold().replace('’', chr(39)).replace('₵', ' ₵')} "
    text = re.sub(r"[?!;:\"“”()\[\]{}*_`|\\^]+|[.,](?!\d)|(?<!\w)-|-(?!\w)|…", " ", text)
    text = re.sub(r"\s+", " ", text)
    for pattern, becomes in _PLAIN:
        text = pattern.sub(becomes, text)
    text = re.sub(r"(?<=[^\W\d_])'s?(?=\s|$)|(?<=[@~]) '?s?(?=\s|$)", "", text)
    return re.sub(r"\s+", " ", text).strip()


def tidy(text: str) -> str:
    """As typed, without control and invisible characters, in one Unicode form."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"\s+", " ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()


def put_right(word: str) -> str | None:
    """The common word of a shop that a misspelt one must be; None when none is near enough."""
    if len(word) < 4 or word in _KNOWN or not word.isalpha():
        return None
    for known in COMMON:
        allowed = 1 if len(known) < 8 else 2
        if known[0] != word[0] or abs(len(known) - len(word)) > allowed or len(known) < 5:
            continue
        if OSA.distance(word, known, score_cutoff=allowed) <= allowed:
            return known
    return None
