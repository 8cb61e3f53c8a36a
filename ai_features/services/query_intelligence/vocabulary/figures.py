"""How people say each figure. The order decides: of two that fit the same words, the first is meant."""

from typing import Final

METRIC_WORDS: Final[tuple[tuple[str, str], ...]] = (
    (
        "credit_sales",
        r"(?:how many|number of|count of) (?:credit sales?|sales? (?:(?:did|have) (?:we|i) (?:make|made) )?on credit)",
    ),
    ("return_rate", r"(?:rates? of returns?|returns? rates?|percentage (?:of (?:goods|items) )?returned)"),
    (
        "returned_units",
        (
            r"(?:how many|number of|units?|pieces?|items?|quantity)(?: of)? (?:\S+ ){0,4}?(?:were |was |"
            r"got |been |have been )?(?:returned|brought back|c[ao]me back)|units? returned|returned units?|how many "
            r"returns"
        ),
    ),
    (
        "returns",
        (
            r"(?:value of (?:the )?(?:goods|items) )?(?:that |which )?"
            r"(?:do |did )?(?:people|customers|clients|they) (?:return|bring back|brought back)|(?:(?:lose|"
            r"lost) (?:to|through|from|on|in) )?(?:value of )?(?:returns|returned(?: goods| items)?|refunds?|"
            r"refunded|goods brought back|"
            r"brought back)"
        ),
    ),
    (
        "margin",
        (
            r"(?:gross )?profit (?:percentages?|percent|%|rate)|percent(?:age)? (?:of )?profits?|(?:gross |profit |"
            r"percentage )?(?:profit "
            r")?margins?(?: percentage)?|profitability|gross margin"
        ),
    ),
    (
        "profit",
        (
            r"(?:gross |net |total |actual |real )*(?:profits?|gain|loss(?:es)?)(?: or loss(?:es)?| and "
            r"loss(?:es)?)?|profitable|net income|bottom line|making (?:any |some )?money"
        ),
    ),
    (
        "cost",
        (
            r"(?:total )?(?:costs? of (?:the )?(?:goods(?: sold)?|sales|stock sold|what (?:we|i) sold)|"
            r"cogs|goods cost)|how much did .{0,25}?cost(?: us| me)?|costs?(?: us| me)?"
        ),
    ),
    (
        "average_sale",
        (
            r"(?:average|avg|mean|typical) (?:value (?:of|per) )?(?:a )?(?:sales?|baskets?|orders?|"
            r"transactions?|tickets?|bills?|purchases?|receipts?|cart)(?: value| size| amount)?|(?:basket|"
            r"transaction|order|ticket) (?:value|size)|average per (?:sale|transaction|order|receipt)|"
            r"(?:sales?|revenue|spend) per (?:sale|transaction|order|receipt)"
        ),
    ),
    ("average_price", r"(?:average|avg|mean) (?:selling |unit )?prices?"),
    ("basket_size", r"(?:units?|items?|pieces?|products?) per (?:sale|transaction|basket|order|receipt)"),
    (
        "discount",
        r"discounts?(?: given| offered)?|discounted|price (?:reductions?|cuts?)|(?:knock|knocked|took|take|"
        r"taken) off(?: "
        r"(?:the )?prices?)?",
    ),
    ("tax", r"(?:sales )?tax(?:es)?(?: collected| charged)?|vat(?: collected| charged)?|nhil|getfund|lev(?:y|ies)"),
    (
        "credit_given",
        (
            r"(?:credit sales?|sales? on (?:credit|account|book)|(?:sold|sell|selling|given|gave|bought|"
            r"give|buy|took|take|collected) (?:goods |items |things )?on (?:credit|account|book)|credit "
            r"(?:given|extended|granted)|on credit|credit (?:did|have) (?:we|i) (?:give|given))"
        ),
    ),
    (
        "overdue_invoices",
        (
            r"(?:how many|number of|count of) (?:overdue|late) (?:invoices?|bills?|payments?)|(?:how many|"
            r"number of) (?:invoices?|bills?) (?:are|is) (?:overdue|late|past due)"
        ),
    ),
    (
        "overdue",
        (
            r"overdue(?: (?:invoices?|amounts?|balances?|debts?|payments?|money|bills?))?|past due|late "
            r"(?:payments?|invoices?|payers?|debts?)|(?:payments?|invoices?) (?:is|are) (?:late|overdue|"
            r"past due)|(?:paying|pay|pays) late|past (?:their|its|the) due "
            r"dates?"
        ),
    ),
    (
        "due_invoices",
        r"(?:how many|number of|count of) (?:invoices?|bills?) (?:that |which )?(?:are |is |were |fall(?:s|ing)? |"
        r"fell )*due",
    ),
    (
        "due",
        (
            r"(?:(?:which |that )?(?:is |are |was |were |fall(?:s|ing)? |fell |becom(?:e|es|ing) |com(?:e|es|"
            r"ing) )*)due(?: "
            r"(?:for payment|soon|dates?))?|(?:has|have|had|needs?|supposed|expected) to pay(?: (?:me|us))?|"
            r"(?:must|should) (?:customers? |people |they )?pay(?: (?:me|us))?"
        ),
    ),
    (
        "debtors",
        (
            r"(?:how many|number of|count of) (?:customers?|people|clients?|persons?|debtors?)(?: are| "
            r"is)? ?(?:dey )?(?:who |that |wey )?(?:dey )?(?:owe|owes|owing|debtors?|still owe|have not "
            r"paid|haven'?t paid)(?: me| us)?(?: money)?"
        ),
    ),
    (
        "open_invoices",
        (
            r"(?:how many|number of|count of) (?:open|unpaid|outstanding|pending) (?:invoices?|bills?)|"
            r"(?:how many|number of) (?:invoices?|bills?) (?:are|is) (?:still )?(?:open|unpaid|"
            r"outstanding|not paid)"
        ),
    ),
    (
        "outstanding",
        (
            r"(?:how much )?(?:money )?(?:dey |still |is |are )*(?:owe[sd]?|owing|owning)(?: (?:to "
            r")?(?:me|us|the shop|the business))?(?: (?:the )?(?:most )?money)?|outstanding(?: "
            r"(?:balances?|amounts?|debts?|payments?|credit|invoices?|money))?|(?:total |all )?(?:debts?|"
            r"debtors?|receivables?|accounts receivable|money owed)|unpaid(?: (?:invoices?|bills?|"
            r"balances?|credit))?|(?:open|pending) (?:invoices?|bills?)|(?:have not|has not|haven'?t|"
            r"hasn'?t|never|not|no|not yet|yet to) (?:yet )?(?:paid|pay)(?: (?:me|us))?(?: yet)?|no dey "
            r"pay|credit balances?|credit (?:is |are |still )*outstanding|"
            r"(?<!stock )(?<!inventory )(?<!cash )(?<!momo )balances?|on (?:the )?books?"
        ),
    ),
    ("payments", r"(?:how many|number of|count of) payments?"),
    (
        "received",
        (
            r"paid|did (?:\S+ ){0,3}?pay|"
            r"(?:payments?|money|cash|amount)s? (?:was |were |is |has |have |been |that |we |i |did we |"
            r"did i |do we )*(?:received?|collected?|came in|come in|entered|enter|taken in)|"
            r"(?:receive[ds]?|collect(?:ed)?|collections?)(?: from customers)?|payments?|(?:how much |"
            r"money |what )?(?:came|come|comes|coming|enter(?:ed)?) in|enter(?:ed|s)?|how much (?:did|have|has) "
            r".{0,30}? (?:paid?)(?: (?:me|us))?|(?:paid|pay) (?:me|us)|cash[ -]?in"
        ),
    ),
    (
        "stock_retail_value",
        (
            r"(?:stock|inventory) (?:value )?at (?:retail|selling) (?:prices?|value)|(?:retail|selling) "
            r"value of (?:my |our |the )?(?:stock|inventory)"
        ),
    ),
    (
        "stock_value",
        (
            r"(?:stock|inventory|goods) (?:is |are )?(?:value|valuation|worth)|(?:stock|inventory|goods)"
            r"(?: (?:do |does )?(?:i|we) (?:still )?have| (?:is |are )?left)? in "
            r"(?:cedis|money|cash)|(?:value|worth) of (?:my |"
            r"our |the |all )*(?:current )?(?:stock|inventory|goods)(?! (?:were|was|did|have|that|we|i|"
            r"sold|returned|bought|brought)\b)"
            r"(?: on hand| in stock)?|(?:how much|"
            r"what) (?:is|are) (?:my |our |the |all )*(?:stock|inventory|goods) worth|money (?:is |do i "
            r"have |do we have )?(?:tied up )?in (?:my |our |the )?(?:stock|inventory)"
        ),
    ),
    (
        "sales_count",
        (
            r"(?:how many|number of|count of|total number of) (?:sales?|transactions?|orders?|receipts?|"
            r"invoices? (?:did we (?:issue|make)|were issued|issued)|tickets?|purchases?)(?: (?:did|do|"
            r"have) (?:we|i) (?:make|made|have|record(?:ed)?|do|done|ring(?: up)?|issued?|raised?|"
            r"wr[io]te))?|(?:sales?|"
            r"transactions?) counts?|transactions?|how many times|how often|foot ?fall"
        ),
    ),
    (
        "products_sold",
        (
            r"how many (?:different|distinct|unique) (?:products?|items?)(?: (?:did|have|were) (?:we |i "
            r")?(?:sell|sold))?"
        ),
    ),
    (
        "buyers",
        (
            r"(?:how many|number of|count of) (?:different |unique |of our |of my )?(?:customers?|"
            r"clients?|people|buyers?|persons?) ?(?:did (?:we|i) (?:serve|have|sell to)|have (?:we|i) "
            r"(?:served|had)|(?:who |that |wey )?(?:bought|buy|came|visited|shopped|purchased|served|were "
            r"served))?(?: from (?:us|me))?|customers? served|active customers?"
        ),
    ),
    (
        "stock",
        (
            r"(?:stock|inventory)(?: (?:levels?|on hand|available|balance|position|quantity|status|count|"
            r"left))?|(?:in|on) (?:stock|hand)|(?:do|does|have) (?:we|i) (?:still )?(?:have|got)(?: left| "
            r"in stock)?|(?:are |is )?(?:left|remaining|remain|remains|available)"
        ),
    ),
    (
        "units",
        (
            r"(?:units?|pieces?|pcs|quantit(?:y|ies)|qty|volumes?)(?: (?:of (?:goods|items|products) "
            r")?(?:sold|moved|of sales|did (?:we|i) sell))?|(?:number|how many) (?:of )?(?:units?|pieces?|"
            r"items?|goods|things?)(?: (?:were |was |did (?:we|i) |have (?:we|i) |have been |we |i |we "
            r"don )?(?:sold|sell))?|(?:items?|goods) sold|sales volumes?|most sold|fast(?:est)?[ -]moving|"
            r"fast[ -]movers?|best[ -]?sell(?:ing|ers?)|top[ -]sell(?:ing|ers?)|worst[ -]sell(?:ing|ers?)|"
            r"slow(?:est)?[ -](?:moving|selling|movers?)|least[ -](?:sold|selling)|poor(?:est)?[ "
            r"-]?sell(?:ing|ers?)|hot cakes?"
        ),
    ),
    (
        "revenue",
        (
            r"(?:total |overall |gross |net )*(?:sales?(?: (?:values?|amounts?|totals?|figures?|revenue|"
            r"performance|made|income|numbers?))?|revenues?|turnover|takings|income|sold|sell(?:s|ing)?|"
            r"spen[dt]s?(?: with us)?|spending|bought|buy(?:s|ing)?|purchase[sd]?|business|earn(?:ed|"
            r"ings?)?|money made|performance|perform(?:ed|ing)?|doing)"
        ),
    ),
)
