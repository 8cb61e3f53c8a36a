"""Metrics of stock and prices: what is on hand and worth, how long it lasts, what came in and was lost, price facts."""

from decimal import Decimal

from common import money
from reports.metrics.metric import Metric, Parts, Unit, cedis, known, lost, number, said

PACE_DAYS = 30
"""The days before today whose sales make the pace."""
EXPIRES_SOON_DAYS = 30
"""The days from today within which stock is said to expire soon."""
TARGET_DAYS = 30
"""The days that an order should last, beside the supplier's delivery."""


def _cover(parts: Parts) -> Decimal | None:
    pace = parts["recent_units"]
    return money.rounded(parts["stock"] * PACE_DAYS / pace, 1) if pace > 0 else None


def _order(parts: Parts) -> Decimal:
    """What brings stock back above the reorder level with enough for the target days and the delivery."""
    daily = max(parts["recent_units"], Decimal(0)) / PACE_DAYS
    wanted = parts["reorder_level"] + daily * (TARGET_DAYS + parts["lead_days"]) - parts["stock"]
    return money.whole_up(max(wanted, Decimal(0)))


def _unit_margin(parts: Parts) -> Decimal | None:
    return money.cedis(parts["retail_price"] - parts["cost_price"]) if parts["cost_price"] else None


def _unit_margin_percent(parts: Parts) -> Decimal | None:
    margin = _unit_margin(parts)
    return None if margin is None else money.share(margin, parts["retail_price"])


STOCKING = (
    Metric(
        "stock", "Stock on hand", Unit.UNITS,
        "units in the storefronts now", ("stock",), number("stock"),
        said=said("stock, stock on hand, on hand, quantity on hand, qty on hand, in stock, stock level, stock balance,"
                  "stock position, stock quantity, stock left, stock available, stock remaining, inventory,"
                  "inventory level, inventory on hand, balance in stock, left, left in stock, remaining, remain,"
                  "available, still have, we have, do we have, have we got, in the shop now, in store now,"
                  "closing stock, goods on the shelf, pieces left, units left, how many left, how much is left,"
                  "goods left, soh"),
        as_of_now=True, counts="unit",
    ),
    Metric(
        "stock_value", "Stock value", Unit.MONEY,
        "units in the storefronts now at today's cost price", ("stock_cost",), cedis("stock_cost"),
        said=said("stock value, value of stock, value of the stock, stock worth, worth of stock, stock valuation,"
                  "inventory value, value of inventory, inventory valuation, inventory worth, stock at cost,"
                  "stock value at cost, cost of stock, cost value of stock, cost of stock on hand, closing stock value,"
                  "money in stock, money tied up, money tied up in stock, money tied up in goods, capital in stock,"
                  "money on the shelf, value of goods in the shop, goods worth, worth of goods, money in goods,"
                  "money lying in goods, working capital in stock"),
        as_of_now=True,
    ),
    Metric(
        "stock_retail_value", "Stock value at selling prices", Unit.MONEY,
        "units in the storefronts now at today's retail price", ("stock_retail",), cedis("stock_retail"),
        said=said("stock value at selling price, stock value at retail, stock at selling price, stock at retail price,"
                  "stock at retail, inventory at retail, inventory at selling price, retail value of stock,"
                  "retail value of the stock, selling value of stock, sales value of stock, inventory retail value,"
                  "what the stock would sell for, if we sold all the stock, stock worth at selling price"),
        as_of_now=True,
    ),
    Metric(
        "stock_profit", "Profit in stock", Unit.MONEY,
        "what the units on hand would bring at today's retail price, less their cost price",
        ("stock_retail", "stock_cost"), cedis("stock_retail", "stock_cost"), "better",
        said("profit in stock, profit in the stock, potential profit, expected profit in stock, profit on stock,"
             "profit if all is sold, profit if we sell all, gain in stock, profit sitting in stock,"
             "unrealised profit, profit on hand, stock profit"),
        as_of_now=True,
    ),
    Metric(
        "sold_30_days", "Sold in 30 days", Unit.UNITS,
        "units sold in the last 30 complete days", ("recent_units",), number("recent_units"),
        said=said("pace, rate of sale, rate of sales, selling rate, selling pace, sales rate, velocity,"
                  "sell through speed, how fast it sells, how fast it moves, sold in thirty days"),
        as_of_now=True, counts="unit",
    ),
    Metric(
        "cover_days", "Days of cover", Unit.DAYS,
        "units on hand divided by the units sold a day over the last 30 days; none where nothing was sold",
        ("stock", "recent_units"), _cover,
        said=said("days of cover, day of cover, cover, stock cover, days cover, coverage, stock coverage,"
                  "days of stock, days of stock left, days left, days of inventory, days on hand, weeks of stock,"
                  "months of stock,"
                  "how long it will last, how long will the stock last,"
                  "how many days will last, how long before it finishes, when will it finish,"
                  "how soon will it finish, last, lasts, doh, mos"),
        of="product", beside=("stock", "sold_30_days"), as_of_now=True, adds_up=False,
    ),
    Metric(
        "reorder_level", "Reorder level", Unit.UNITS,
        "units at or below which a product should be ordered again", ("reorder_level",), number("reorder_level"),
        said=said("reorder level, re-order level, reorder point, minimum stock, minimum stock level, min level,"
                  "minimum level, par level, restock level, alert level, low stock level, safety stock"),
        of="product", beside=("stock",), as_of_now=True, adds_up=False, counts="unit",
    ),
    Metric(
        "suggested_order", "Suggested order", Unit.UNITS,
        "what brings stock above its reorder level with enough for 30 days and the supplier's delivery, at the pace of "
        "the last 30 days", ("stock", "recent_units", "reorder_level", "lead_days"), _order,
        said=said("suggested order, order quantity, quantity to order, how many to order, how much to order,"
                  "how many should i order, how much should i order, how many should i buy, how much should i buy,"
                  "how many to buy, quantity to buy, order suggestion, reorder quantity, restock quantity,"
                  "how many to restock, how much to restock, units to order, pieces to order, what to order, eoq"),
        of="product", beside=("stock", "reorder_level"), as_of_now=True, counts="unit",
        skips_zero=True,
    ),
    Metric(
        "retail_price", "Retail price", Unit.MONEY,
        "today's price for one piece to retail customers", ("retail_price",), known("retail_price"),
        said=said("price, retail price, selling price, list price, unit price, sale price, shop price, current price,"
                  "price now, price today, price tag, how much is one, how much do we sell it for,"
                  "how much is it sold for, price per piece, price of one, our price, price to customers, shelf price"),
        of="product", as_of_now=True, adds_up=False,
    ),
    Metric(
        "price_before", "Price before the last change", Unit.MONEY,
        "the retail price of one piece until it was last changed; none where it never was", ("price_before",),
        known("price_before"),
        said=said("price before the last change, price before last change, old price, previous price, former price,"
                  "last price before the change, price before it was changed, price before they changed it,"
                  "price before we changed it, price before it increased, price before they increased it,"
                  "price before we increased it, price before it went up, price before the increase, old selling price,"
                  "earlier price, used to sell for, used to cost, price before they reduced it,"
                  "price before it was reduced, price it was before"),
        beside=("retail_price", "last_price_change"), of="product", as_of_now=True, adds_up=False,
    ),
    Metric(
        "wholesale_price", "Wholesale price", Unit.MONEY,
        "today's price for one piece to wholesale customers", ("wholesale_price",), known("wholesale_price"),
        said=said("wholesale price, trade price, bulk price, whole sale price, reseller price, price for wholesale,"
                  "price for wholesalers, price for bulk, wholesale selling price"),
        of="product", as_of_now=True, adds_up=False,
    ),
    Metric(
        "cost_price", "Cost price", Unit.MONEY,
        "what one piece costs you today, on average", ("cost_price",), known("cost_price"),
        said=said("cost price, cost, unit cost, purchase price, buying price, landed cost, cost per piece,"
                  "cost per unit, cost of one, what we buy it for, what it costs us, price we buy, our cost, cp,"
                  "supplier price, stock price"),
        of="product", as_of_now=True, adds_up=False,
    ),
    Metric(
        "unit_margin", "Profit on one piece", Unit.MONEY,
        "today's retail price less the cost price", ("retail_price", "cost_price"), _unit_margin, "better",
        said("profit on one, profit on one piece, profit on a piece, profit per piece, profit per unit,"
             "profit on each, profit each, profit per item, profit per bag, gain on one, gain per piece,"
             "gain on each, gain on a piece, unit margin, unit profit, margin on one, margin on one piece,"
             "margin per piece, margin per unit, margin on each, make on one, make on each, make per piece,"
             "mark up in cedis, markup per piece, profit i get on one"),
        of="product", beside=("retail_price", "cost_price"), as_of_now=True, adds_up=False,
    ),
    Metric(
        "unit_margin_percent", "Margin on one piece", Unit.PERCENT,
        "profit on one piece as a share of today's retail price", ("retail_price", "cost_price"),
        _unit_margin_percent, "better",
        said("margin percent on one piece, percent profit on one, percentage profit on one piece, list margin,"
             "margin at list price, margin on the price, price margin, percentage margin per piece,"
             "margin percentage per unit, unit margin percent"),
        of="product", beside=("retail_price", "cost_price"), as_of_now=True, adds_up=False,
    ),
    Metric(
        "delivered", "Units delivered", Unit.UNITS,
        "units that suppliers brought; opening stock not counted", ("delivered",), number("delivered"),
        said=said("delivered, units delivered, goods delivered, quantity delivered, goods received, stock received,"
                  "units received, quantity received, goods brought in, stock brought in, goods that came in,"
                  "supplied, goods supplied, restocked, stock added, new stock, purchases,"
                  "goods purchased, stock purchased, supplier delivery, intake, came from the supplier"),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "delivered_value", "Value delivered", Unit.MONEY,
        "units that suppliers brought at what they cost then", ("delivered_value",), cedis("delivered_value"),
        said=said("value delivered, value of goods delivered, delivery value, value of deliveries, cost of deliveries,"
                  "value of goods received, cost of goods received, purchases at cost, value of purchases,"
                  "purchase value, cost of stock received, worth of goods delivered, amount of goods supplied"),
        skips_zero=True,
    ),
    Metric(
        "deliveries", "Number of deliveries", Unit.COUNT,
        "times that goods came in", ("deliveries",), number("deliveries"),
        said=said("delivery, number of deliveries, delivery count, how many deliveries, count of deliveries,"
                  "times delivered, how many times delivered, times supplied, supplies received"),
        counts="delivery",
        skips_zero=True,
    ),
    Metric(
        "last_delivery", "Last delivery", Unit.DATE, "the day on which goods last came in", ("last_delivery",),
        known("last_delivery"),
        said=said("last delivery, latest delivery, most recent delivery, last delivered, last supplied, last restocked,"
                  "last received, last time we received, last time delivered, last restock, last stocked, last deliver,"
                  "last brought, last came in"),
        adds_up=False,
    ),
    Metric(
        "damaged", "Units damaged", Unit.UNITS,
        "units taken out of stock as damaged, broken or spoiled", ("damaged",), number("damaged", -1), "worse",
        said("damaged, units damaged, damaged goods, damage, broken, goods broken, broken goods, spoiled, spoilt,"
             "goods spoiled, spoilage, breakage, leaked, burst, rotten, torn, breakages, spoilt goods"),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "damaged_value", "Value of damage", Unit.MONEY,
        "units damaged, broken or spoiled, at cost", ("damaged_value",), lost("damaged_value"), "worse",
        said("value of damage, value of damaged goods, cost of damage, cost of damaged goods, loss from damage,"
             "lost to damage, money lost to damage, damage in cedis, cost of breakage, cost of spoilage,"
             "damage cost, worth of damaged goods"),
        skips_zero=True,
    ),
    Metric(
        "expired", "Units expired", Unit.UNITS,
        "units taken out of stock as expired", ("expired",), number("expired", -1), "worse",
        said("expired, units expired, expired goods, goods expired, expiry, out of date goods,"
             "expired stock, lost to expiry"),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "expired_value", "Value expired", Unit.MONEY,
        "units taken out of stock as expired, at cost", ("expired_value",), lost("expired_value"), "worse",
        said("value expired, value of expired goods, cost of expiry, cost of expired goods, loss from expiry,"
             "money lost to expiry, worth of expired goods, expiry in cedis"),
        skips_zero=True,
    ),
    Metric(
        "written_off", "Units lost", Unit.UNITS,
        "units taken out of stock as damaged, spoiled or expired", ("written_off",), number("written_off", -1), "worse",
        said("written off, units written off, write off, write-off, stock written off, units lost, stock lost,"
             "goods lost, damaged and expired, damage and expiry, damaged or expired,"
             "wastage, waste, wasted, shrinkage, stock loss, loss of stock, lost stock"),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "written_off_value", "Value of stock lost", Unit.MONEY,
        "units taken out of stock as damaged, spoiled or expired, at cost", ("written_off_value",),
        lost("written_off_value"), "worse",
        said("value of stock lost, value written off, value of write offs, cost of write offs, cost of stock lost,"
             "cost of wastage, value of wastage, money lost to damage and expiry, loss from damage and expiry,"
             "lost to damage and expiry, lose to damage and expiry, lose to damage, lose in damage and expiry,"
             "shrinkage value, cost of shrinkage, cost of waste, value of losses in stock"),
        skips_zero=True,
    ),
    Metric(
        "counted_difference", "Difference found by counting", Unit.UNITS,
        "units more (or, below zero, fewer) than the books said when stock was counted", ("counted_difference",),
        number("counted_difference"),
        said=said("counted difference, count difference, difference found by counting, stock count difference,"
                  "stock take difference, stocktake variance, count variance, stock variance, stock difference,"
                  "missing at stock count, short at count, shortage at stock take, variance, discrepancy,"
                  "stock discrepancy, counting difference, stock shortage, missing goods, missing stock"),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "transferred_in", "Units transferred in", Unit.UNITS,
        "units that came from another storefront", ("transferred_in",), number("transferred_in"),
        said=said("transferred in, units transferred in, transfers in, received from the other shop, moved in,"
                  "came from the other shop, transferred from the other shop, transferred to, moved to, sent to,"
                  "transferred, transfer, units transferred, goods transferred, moved between shops"),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "last_transfer", "Last transfer", Unit.DATE, "the day on which goods last went from one storefront to another",
        ("last_transfer",), known("last_transfer"),
        said=said("last transfer, latest transfer, most recent transfer, last transferred, last time transferred,"
                  "last time goods were moved, last time we transferred, last transfer between shops"),
        adds_up=False,
    ),
    Metric(
        "transferred_out", "Units transferred out", Unit.UNITS,
        "units that went to another storefront", ("transferred_out",), number("transferred_out", -1),
        said=said("transferred out, units transferred out, transfers out, sent to the other shop, moved out,"
                  "sent out to other shops, transferred from, moved from, sent from, given to the other shop"),
        counts="unit",
        skips_zero=True,
    ),
)  # fmt: skip
