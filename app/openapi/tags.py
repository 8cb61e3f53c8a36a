"""The chapters of the page, each with a sentence."""

ABOUT = {
    "accounts": "People, businesses, storefronts, and how one logs in.",
    "products": "What is sold: products, categories, suppliers, and imports of them.",
    "prices": "Packs, price lists, what other shops ask, and how prices changed.",
    "buying": "Orders to suppliers, what came, and what is owed to them.",
    "stock": "Units at each storefront, and every movement of them.",
    "customers": "Customers and what they owe.",
    "sales": "Sales, returns, receipts, and imports of past sales.",
    "tills": "Tills: opened, counted and approved, and what happened there besides selling.",
    "expenses": "What it costs to run the shop, besides the goods.",
    "payments": "Money taken from customers and paid back.",
    "collections": "Reminders, promises to pay and payment plans.",
    "reports": "Totals over the shop's data for any days.",
    "credits": "AI credits: balance, prices, purchases, usage and settings.",
    "AI features": "Answers from the shop's own figures, paid for with credits.",
}
