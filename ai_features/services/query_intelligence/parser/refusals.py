"""Questions that the shop's own figures do not answer, told apart before anything is read into them."""

import re
from collections.abc import Container

from ai_features.services.query_intelligence.names import stem
from ai_features.services.query_intelligence.parser.outcome import Refused

INSTEAD = (
    "What were my total sales this month?",
    "Which products need restocking?",
    "Who owes me money?",
)
_ASK = "I answer questions about your sales, products, stock, customers, staff and payments."
_RULES: tuple[tuple[str, str, str], ...] = (
    (
        r"\b(?:do|did|does|that|which|what|much|many|who) (?:we|i) (?:still |actually |currently )?owe\b"
        r"|\b(?:we|i) (?:(?:have|need|are|am) (?:supposed |due )?to|must|should) pay\b"
        r"|\b(?:did|do|have) (?:we|i) (?:pay|paid|spend|spent|buy|bought|purchased?)\b(?! back)"
        r"|\b(?:we|i) owe\b|\b(?:stock|inventory) turn(?:over|s)?\b|\breturn on\b|\bbreak[- ]?even\b",
        "not_recorded_figure",
        "What you owe, pay or buy from others, and ratios such as stock turnover, are not worked out here.",
    ),
    (
        r"\b(?:drop|truncate|alter|delete|insert|update) (?:table|from|into|database)\b|"
        r"\bselect\b.{0,60}\bfrom\b|\bunion (?:all )?select\b"
        r"|';|--\s*$|\bor 1 ?= ?1\b|<script|\bsystem prompt\b|\bignore (?:all |any |the |your "
        r")*(?:previous |prior |above |earlier )?(?:instructions?|rules|prompts?)\b"
        r"|\b(?:disregard|forget|override) (?:all |any |the |your )*(?:previous |prior |above "
        r")?(?:instructions?|rules)\b|\b(?:pretend|act as|you are now|jailbreak|developer mode)\b"
        r"|\b(?:api[ _-]?key|password|passwords|secret key|access token|env(?:ironment)? variables?|"
        r"source code|/etc/passwd)\b",
        "not_a_question", "I can only answer questions about your own shop's figures.",
    ),
    (
        r"\b(?:business|tenant|company|shop|account)[ _-]?id\b|\b(?:other|another|all|every|different|"
        r"someone else'?s?|somebody else'?s?) (?:business(?:es)?|compan(?:y|ies)|tenants?|"
        r"shopkeepers?|owners?|people'?s (?:shops?|business(?:es)?))\b"
        r"|\bcompetitors?'?s?\b|\bneighbou?r'?s?\b",
        "other_business", "I only see your own business.",
    ),
    (
        (r"^\W*(?:(?:can|could|would|will) you |i want you to |i want to )?(?:delete|remove|erase|"
        r"cancel|void|update|edit|modify|(?:increase|reduce|decrease|raise|lower)(?! in| of)|add|"
        r"create|insert|register|record|enter|save|transfer|move|send|email|e-mail|text|sms|whatsapp|"
        r"message|call|pay|refund|reverse|book|place|give \w+ (?:a )?discount|set|reset|mark|approve|"
        r"block|ban|fire|hire|print|order \d|buy me|rename|change(?! in| of)) "),
        "order", "I read figures and cannot change, send or record anything.",
    ),
    (
        (r"\b(?:forecasts?|predict(?:ed|ions?|s)?|projections?|projected|estimate (?:next|future)|will "
        r"(?:i|we|my|our|the|it|they|sales|profit|revenue) (?:be|sell|make|earn|have|grow|increase|"
        r"reach|get)|expected (?:sales|revenue|demand|profit)|going to sell|in (?:the )?future|what "
        r"if)\b"),
        "prediction", "I answer from what has happened and cannot say what is to come.",
    ),
    (
        (r"\b(?:expenses?|rent|salar(?:y|ies)|wages?|payroll|electricity|light bill|utilit(?:y|ies)|"
        r"cash flow|balance sheet|bank balance|fuel|capital|loans? (?:from|at)|budget|dividends?|"
        r"shareholders?|ebitda|opex|overheads?)\b"),
        "not_recorded", "Expenses, wages and bank balances are not recorded here, so I cannot say.",
    ),
    (
        (r"\b(?:how old|weather|rain(?:ing|fall)?|temperature|football|black stars|match score|news|president|"
        r"election|exchange rate|dollar rate|bitcoin|joke|poem|song|recipe|cook|translate|who are you|"
        r"what are you|your name|capital of|meaning of life|love|girlfriend|movie|lotto|betting|"
        r"horoscope|prime minister|visit(?:ors?)? (?:to )?(?:my )?website|website traffic|facebook|"
        r"instagram|tiktok)\b"),
        "off_topic", "That is not something the shop's figures can tell.",
    ),
    (
        r"\b(?:phone numbers?|telephone|email address(?:es)?|home address|date of birth|ghana card)\b",
        "personal", "Contact details are on the customer's page, not in answers.",
    ),
    (
        (r"\b(?:why|how (?:can|could|do|should) (?:i|we) (?:increase|improve|grow|boost|get|attract|"
        r"reduce|avoid|stop|make more)|should (?:i|we) (?!(?:re-?order|re-?stock|buy|order))|"
        r"recommend|advice|advise|suggest(?:ions?)?|strateg(?:y|ies)|tips|ideas)\b"),
        "advice", "I give figures, not reasons or advice.",
    ),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), reason, text) for pattern, reason, text in _RULES)


_MAY_BE_NAMES = frozenset({"off_topic", "not_recorded"})


def refusal(text: str, names: Container[str] = ()) -> Refused | None:
    """The refusal that a tidy text calls for, if any. A word that products here are called by refuses nothing."""
    for pattern, reason, why in _COMPILED:
        for match in pattern.finditer(text):
            if reason not in _MAY_BE_NAMES or stem(match.group()) not in names:
                return refused(why, reason)
    return None


def refused(why: str, reason: str = "not_answerable") -> Refused:
    return Refused(f"{why} {_ASK}", INSTEAD, reason)
