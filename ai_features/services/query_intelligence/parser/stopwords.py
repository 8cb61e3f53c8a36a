"""Words that carry nothing once the figures, names and days of a question have been read."""

STOP: frozenset[str] = frozenset(
    {
        "a", "about", "according", "account", "accounts", "across", "active", "actually", "again", "all", "along",
        "also", "altogether", "am", "among", "amount", "amounting", "amounts", "an", "and", "answer", "any",
        "anything", "apart", "approximately", "are", "around", "as", "at", "at's", "available", "average", "back",
        "bad", "balance", "balances", "be", "because", "been", "being", "better", "big", "biggest", "bill", "bills",
        "book", "books", "both", "bought", "break", "breakdown", "bring", "brings", "brought", "business", "but",
        "buying", "by", "came", "can", "cedi", "cedis", "check", "combined", "come", "coming", "could", "count",
        "current", "currently", "customer's", "customers'", "data", "day's", "detail", "detailed", "details", "did",
        "different", "do", "does", "doing", "done", "down", "during", "each", "earned", "either", "entire", "ever",
        "every", "exactly", "except", "exclude", "excluding", "existing", "figure", "figures", "find", "for",
        "frequent", "frequently", "from", "full", "gave", "generate", "generated", "generates", "get", "gets",
        "getting", "ghana", "ghc", "ghs", "give", "given", "giving", "go", "going", "good", "goods'", "got", "had",
        "has", "have", "having", "here", "highly", "how", "how's", "i", "i'm", "i've", "if", "immediately", "in",
        "including", "info", "information", "into", "invoice", "invoices", "is", "it", "it's", "item", "its",
        "just", "kind", "know", "large", "least", "left", "less", "level", "levels", "like", "line", "lines",
        "list", "listed", "look", "made", "make", "making", "many", "may", "me", "minus", "moment", "money",
        "month's", "more", "most", "much", "my", "name", "names", "need", "needs", "neither", "no", "now", "number",
        "numbers", "of", "off", "often", "ok", "okay", "old", "on", "one", "ones", "only", "or", "order", "ordered",
        "other", "our", "out", "outside", "over", "overall", "overview", "owed", "own", "owned", "paid", "pay",
        "paying", "pcs", "people", "per", "performing", "pesewas", "piece", "pieces", "place", "please", "plus",
        "popular", "position", "product's", "put", "quantity", "question", "quick", "quickly", "rank", "ranked",
        "ranking", "rate", "really", "receipt", "receipts", "received", "recent", "record", "recorded", "records",
        "regard", "regarding", "registered", "remaining", "report", "reports", "respect", "results", "roughly",
        "run", "said", "same", "say", "see", "sell", "selling", "shop", "shop's", "should", "show", "since",
        "small", "so", "sold", "some", "soon", "sort", "sorted", "spend", "spent", "split", "status", "still",
        "store's", "summary", "take", "takes", "tell", "terms", "than", "that", "that's", "the", "their", "them",
        "then", "there", "there's", "these", "they", "thing", "things", "this", "those", "through", "to", "today's",
        "together", "took", "topmost", "total", "totals", "trade", "trading", "type", "types", "under", "unit",
        "units", "until", "up", "update", "urgently", "us", "use", "using", "value", "values", "versus", "want",
        "was", "we", "we're", "we've", "week's", "well", "went", "were", "what", "where", "whether", "which",
        "while", "who", "whole", "whom", "whose", "will", "with", "within", "without", "worse", "worth", "would",
        "year's", "yes", "yet", "you", "young", "your",
    }
)  # fmt: skip
GRAMMAR: frozenset[str] = STOP | frozenset(
    {
        "april", "august", "average", "bank", "best", "bottom", "branch", "brand", "brands", "card", "cash",
        "cashier", "categories", "category", "client", "clients", "compare", "comparison", "cost", "credit",
        "customer", "customers", "daily", "date", "day", "debt", "debtor", "debtors", "december", "discount",
        "employee", "february", "first", "friday", "half", "highest", "hour", "inventory", "invoice", "invoices",
        "january", "july", "june", "last", "lowest", "march", "margin", "may", "method", "methods", "momo",
        "monday", "month", "monthly", "new", "next", "november", "number", "october", "order", "orders", "outlet",
        "outstanding", "overdue", "past", "payment", "payments", "percent", "percentage", "piece", "pieces",
        "previous", "product", "products", "profit", "quantity", "quarter", "refund", "reorder", "restock",
        "retail", "return", "returns", "revenue", "sale", "sale's", "sales", "saturday", "second", "seller",
        "september", "share", "shop", "staff", "stock", "store", "stores", "sunday", "supplier", "suppliers", "tax",
        "third", "thursday", "time", "times", "today", "top", "total", "transaction", "transactions", "trend",
        "tuesday", "unit", "units", "vat", "wednesday", "week", "week's", "weekend", "weekly", "wholesale", "worst",
        "year", "yearly", "yesterday",
    }
)  # fmt: skip
