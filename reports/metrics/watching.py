"""Metrics of what a shop watches: what happens at tills, sales undone, prices changed."""

from reports.metrics.metric import Metric, Unit, known, lost, number, said


def _seen(key: str, title: str, definition: str, counts: str, phrases: str) -> Metric:
    return Metric(
        key,
        title,
        Unit.COUNT,
        definition,
        (key,),
        number(key),
        said=said(phrases),
        counts=counts,
        skips_zero=True,
    )


WATCHING = (
    _seen(
        "reprints",
        "Receipts printed again",
        "how often a receipt was printed once more",
        "reprint",
        "reprint, reprinted receipt, receipt reprinted, receipt printed again, receipt reprint, reprint of receipt,"
        "reprint receipt, re print, print again, receipt print again, print receipt again, receipt printed twice,"
        "printed again, reprinted, times receipt printed again, times receipt reprinted, times receipt print again,"
        "how many times receipt printed again, how many times receipt reprinted",
    ),
    _seen(
        "drawer_openings",
        "Drawer openings without a sale",
        "how often a cash drawer was opened without a sale",
        "opening",
        "drawer opened without a sale, drawer opened, drawer open, open drawer, open the drawer, no sale opening,"
        "drawer opening, cash drawer opened, open the cash drawer, opening of the drawer,"
        "drawer opened without sale, open the drawer without a sale, open drawer without sale,"
        "till opened without a sale, open the drawer without selling, open drawer without selling,"
        "drawer opened without selling, till opened without selling, open the till without selling,"
        "opened the till without a sale, open the till for nothing, open the drawer for nothing",
    ),
    _seen(
        "carts_cancelled",
        "Carts cancelled",
        "carts that were given up at the till before they were paid",
        "cart",
        "cart cancelled, cancelled cart, abandoned cart, cancel cart, cart abandoned, sale cancelled before payment",
    ),
    _seen(
        "lines_removed",
        "Lines removed after payment began",
        "goods taken off a sale after its payment had begun",
        "line",
        "line removed, lines removed, removed line, item removed, remove item from sale, removed from sale,"
        "item removed after payment, goods removed from sale, remove line, removed before payment,"
        "item removed before payment, remove item before payment, item taken off before payment,"
        "removed from the cart, item removed from the cart, line deleted, item deleted,"
        "item deleted before payment, item taken off sale, take item off sale, taken off the sale,"
        "item removed before paying, removed before paying, remove item, take off item",
    ),
    _seen(
        "price_overrides",
        "Prices overridden",
        "how often another price than that of the list was typed in at the till",
        "override",
        "price override, price overridden, override price, overrode price, price override at the till,"
        "price changed at the till, change price at the till",
    ),
    _seen(
        "discounts_refused",
        "Discounts refused",
        "discounts beyond what the person at the till may give",
        "refusal",
        "discount refused, refused discount, discount not allowed, discount blocked",
    ),
    _seen(
        "voids",
        "Sales voided",
        "sales that were undone on their day; by staff, of who had made them",
        "voided sale",
        "void, voided, sale voided, voided sale, void sale, cancelled sale, sale cancelled, cancel sale,"
        "deleted sale, reversed sale, sale reversed, voided receipt, receipt voided, cancelled receipt,"
        "deleted receipt, receipt cancelled, invoice voided, voided invoice, void invoice, void receipt,"
        "sale undone",
    ),
    Metric(
        "voided_value",
        "Value of sales voided",
        Unit.MONEY,
        "what sales that were undone on their day had come to",
        ("voided_value",),
        lost("voided_value"),
        said=said("value of voids, value of voided sales, worth of voided sales, value of cancelled sales,void value"),
        beside=("voids",),
        skips_zero=True,
    ),
    _seen(
        "price_changes",
        "Price changes",
        "how often a price or the cost of goods was changed",
        "change",
        "price change, change price, change the price, changed price, price changed, change in price,"
        "price adjustment, adjust price, price update, update price, price history, price were changed",
    ),
    _seen(
        "price_rises",
        "Prices raised",
        "how often the retail price of goods was raised",
        "rise",
        "price rise, price increase, price raised, raise price, increase price, price went up, price gone up,"
        "price increased, price up, prices that went up",
    ),
    _seen(
        "price_cuts",
        "Prices lowered",
        "how often the retail price of goods was lowered",
        "cut",
        "price lowered, lower price, price reduced, reduce price, price came down, price gone down,"
        "price decrease, price drop, price went down",
    ),
    Metric(
        "last_price_change",
        "Day of the last price change",
        Unit.DATE,
        "the day on which a price or the cost of goods was last changed",
        ("last_price_change",),
        known("last_price_change"),
        said=said(
            "last price change, last change price, price was last changed, last change the price,"
            "price last change, last time price change, price last changed, last changed the price,"
            "latest price change, most recent price change, last time we change price, last time we change the price,"
            "last time we changed the price, last time we changed price"
        ),
        adds_up=False,
    ),
)
