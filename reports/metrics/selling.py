"""Metrics of what is sold: sales, units, profit, prices, discounts, returns, buyers, days."""

from decimal import Decimal

from common import money
from reports.metrics.metric import Metric, Parts, Unit, cedis, known, number, percent, ratio, said

_PROFIT = ("costed_revenue", "cost", "uncosted_revenue")


def _profit(parts: Parts) -> Decimal:
    return money.cedis(parts["costed_revenue"] - parts["cost"])


def _with_tax(parts: Parts) -> Decimal:
    return money.cedis(parts["revenue"] + parts["tax"])


def _idle_days(parts: Parts) -> Decimal | None:
    """Of the days of the cut; of those from the first sale to the last where it names none."""
    if not parts["days"] and not parts["first_sale"]:
        return None
    whole = parts["days"] or parts["last_sale"] - parts["first_sale"] + 1
    return whole - parts["trading_days"]


SELLING = (
    Metric(
        "revenue", "Sales", Unit.MONEY,
        "the value of what was sold, after discounts and less returns, before tax",
        ("revenue",), cedis("revenue"), "better",
        said("sales, sale, net sales, total sales, sales value, sales amount, sales figure, sales total, sales made,"
             "revenue, net revenue, total revenue, turnover, takings, income, sales income, sales revenue,"
             "money made, money we made, business, business done, trade, earnings, amount sold, value of sales,"
             "value sold, sales performance, performance, spend, spending, amount spent, money spent with us,"
             "purchases of the customer, market, how market go, sales proceeds, proceeds, topline, top line, sls"),
    ),
    Metric(
        "gross_sales", "Gross sales", Unit.MONEY,
        "the value of what was sold, after discounts, before returns are taken off, before tax",
        ("gross",), cedis("gross"), "better",
        said("gross sales, gross revenue, gross turnover, gross takings, sales before returns,"
             "sales without returns taken off, sales not counting returns, sales ignoring returns"),
    ),
    Metric(
        "sales_with_tax", "Sales with tax", Unit.MONEY,
        "sales, less returns, with the tax charged on them",
        ("revenue", "tax"), _with_tax, "better",
        said("sales with tax, sales including tax, sales tax included, sales incl tax, sales with vat, sales vat"
             " inclusive, sales including vat, tax inclusive sales, vat inclusive sales, revenue including tax,"
             "turnover including vat, gross of tax sales"),
    ),
    Metric(
        "units", "Units sold", Unit.UNITS,
        "pieces sold, less pieces returned", ("units",), number("units"), "better",
        said("units sold, unit sold, pieces sold, piece sold, quantity sold, quantity, qty, qty sold, volume,"
             "sales volume, volume sold, number sold, number of units sold, number of pieces sold, items sold,"
             "item sold, goods sold, amount of goods sold, how many sold, count sold, units moved, pieces moved,"
             "goods moved, movement of goods sold, pcs sold, units"),
        counts="unit",
    ),
    Metric(
        "sales_count", "Number of sales", Unit.COUNT,
        "sales rung up, returns not counted", ("sales",), number("sales"), "better",
        said("number of sales, sales count, count of sales, transaction, number of transactions, transaction count,"
             "order, number of orders, order count, receipt, number of receipts, receipts issued, ticket,"
             "number of tickets, bill made, invoices made, invoices issued, invoices raised, visit, number of visits,"
             "times bought, number of purchases, purchase count, how many sales, how many transactions,"
             "how many orders, how many receipts, how many times, how often, footfall, foot fall, traffic,"
             "frequency, purchase frequency, sales rung up, rings, checkouts"),
        counts="sale",
    ),
    Metric(
        "profit", "Gross profit", Unit.MONEY,
        "sales less the cost of the goods sold, where the cost is known", _PROFIT, _profit, "better",
        said("profit, gross profit, gain, my gain, gp, gross gain, gross income, profit made, interest made on goods,"
             "money gained, what we gained, trading profit, profit on sales, profit amount, cash profit,"
             "margin in cedis, margin in ghs, gross margin in cedis, margin amount, loss, losses, earnings after cost,"
             "contribution, markup made, mark up made, benefit, what is left after cost"),
    ),
    Metric(
        "margin", "Profit margin", Unit.PERCENT,
        "gross profit as a share of the sales whose cost is known", _PROFIT,
        lambda parts: money.share(_profit(parts), parts["costed_revenue"]), "better",
        said("margin, profit margin, gross margin, gross profit margin, gp margin, gp percent, gp %, margin percent,"
             "margin percentage, percentage margin, profit percent, profit percentage, percent profit,"
             "profitability, profit rate, gross profit percentage, gross profit rate, return on sales"),
        adds_up=False,
    ),
    Metric(
        "markup", "Markup", Unit.PERCENT,
        "gross profit as a share of what the goods sold cost, where the cost is known", _PROFIT,
        lambda parts: money.share(_profit(parts), parts["cost"]), "better",
        said("markup, mark up, markup percent, markup percentage, mark up percent, markup on cost, profit on cost,"
             "profit as a percent of cost"),
        adds_up=False,
    ),
    Metric(
        "cost", "Cost of goods sold", Unit.MONEY,
        "what the goods sold had cost, where that is known", ("cost", "uncosted_revenue"), cedis("cost"),
        said=said("cost of goods sold, cost of goods, cogs, cost of sales, cost of the goods sold, goods cost,"
                  "cost of what we sold, cost of what was sold, what the goods sold cost us, cost of stock sold,"
                  "sales at cost, sold at cost, cost of items sold, cost value of sales"),
    ),
    Metric(
        "average_sale", "Average sale", Unit.MONEY,
        "sales, less returns, divided by the number of sales", ("revenue", "sales"), ratio("revenue", "sales"),
        "better",
        said("average sale, average sale value, average order value, average order, aov, average transaction,"
             "average transaction value, average ticket, average ticket size, average receipt, average bill,"
             "average basket, average basket value, basket value, average purchase, average spend,"
             "average spend per visit, ticket size, order value, transaction value, sale value,"
             "sales per transaction, sales per order, sales per receipt, revenue per sale, average invoice,"
             "average invoice value, average value per sale, mean sale, typical sale, avg sale, avg order value"),
        adds_up=False,
    ),
    Metric(
        "average_price", "Average price", Unit.MONEY,
        "sales divided by units sold", ("revenue", "units"), ratio("revenue", "units"),
        said=said("average price, average selling price, average unit price, average price charged, asp,"
                  "average price sold, average price we sold, average price we get, price on average, avg price,"
                  "avg selling price, mean price, price per unit sold, price per piece sold, realised price"),
        adds_up=False,
    ),
    Metric(
        "highest_price", "Highest price charged", Unit.MONEY,
        "the highest price for one piece on any sale", ("highest_price",), known("highest_price"),
        said=said("highest price, highest price charged, highest selling price, maximum price, max price,"
                  "top price charged, most we charged, most we sold it for, dearest price"),
        adds_up=False,
    ),
    Metric(
        "lowest_price", "Lowest price charged", Unit.MONEY,
        "the lowest price for one piece on any sale", ("lowest_price",), known("lowest_price"),
        said=said("lowest price, lowest price charged, lowest selling price, minimum price, min price,"
                  "least price charged, least we charged, least we sold it for, cheapest price"),
        adds_up=False,
    ),
    Metric(
        "basket_size", "Units per sale", Unit.UNITS,
        "pieces sold divided by the number of sales", ("sold_units", "sales"), ratio("sold_units", "sales", places=1),
        "better",
        said("units per sale, units per transaction, upt, items per sale, items per transaction, items per receipt,"
             "pieces per sale, products per sale, basket size, average basket size, average number of items,"
             "average number of items per sale, items per basket, items per order, average items per sale,"
             "average quantity per sale, average units per sale, goods per sale"),
        adds_up=False, counts="unit",
    ),
    Metric(
        "discount", "Discounts given", Unit.MONEY,
        "what was taken off prices at the till", ("discount",), cedis("discount"), "worse",
        said("discount, discount given, total discount, discount amount, discount value, discounts allowed,"
             "discount allowed, price reduction, reduction, price cut, price off, amount knocked off,"
             "money knocked off, knocked off prices, taken off prices, took off prices, rebate, reduction given,"
             "dash, discount cost, markdown, price slash"),
    ),
    Metric(
        "discount_rate", "Discount rate", Unit.PERCENT,
        "discounts as a share of sales before them, before tax", ("discount", "gross"),
        percent("discount", ("gross", "discount")), "worse",
        said("discount rate, discount percent, discount percentage, percentage discount, discount %,"
             "discount as a percent of sales, discounts as percent of sales, discount to sales, discount ratio,"
             "average discount, average discount percent, average discount rate"),
        adds_up=False,
    ),
    Metric(
        "discounted_sales", "Sales with a discount", Unit.COUNT,
        "sales on which something was taken off", ("discounted_sales",), number("discounted_sales"), "worse",
        said("discounted sale, number of discounted sales, sale with a discount, sales with discount,"
             "number of sales with discount, how many discounts, number of discounts, times we gave discount,"
             "discounts count, count of discounts"),
        counts="sale",
    ),
    Metric(
        "returns", "Returns", Unit.MONEY,
        "the value of goods brought back, before tax", ("returned",),
        lambda parts: money.cedis(-parts["returned"]), "worse",
        said("return, value of returns, returns value, return amount, goods returned, goods brought back,"
             "returned goods, brought back goods, sales returns, returns inwards, credit note, credit notes issued,"
             "value of goods returned, value of goods brought back, worth of returns, items brought back,"
             "money lost to returns, goods come back"),
        skips_zero=True,
    ),
    Metric(
        "returned_units", "Units returned", Unit.UNITS,
        "pieces brought back", ("returned_units",), number("returned_units", -1), "worse",
        said("units returned, unit returned, pieces returned, piece returned, returned units, quantity returned,"
             "number of items returned, items returned, number of pieces brought back, units brought back,"
             "pieces brought back, qty returned"),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "returns_count", "Number of returns", Unit.COUNT,
        "returns rung up", ("return_count",), number("return_count"), "worse",
        said("number of returns, returns count, count of returns, how many returns, return transaction,"
             "number of return transactions, times goods were returned, number of credit notes, how many credit notes"),
        counts="return",
        skips_zero=True,
    ),
    Metric(
        "return_rate", "Return rate", Unit.PERCENT,
        "pieces brought back as a share of pieces sold", ("returned_units", "sold_units"),
        lambda parts: money.share(-parts["returned_units"], parts["sold_units"]), "worse",
        said("return rate, rate of return, returns rate, rate of returns, percent returned, percentage returned,"
             "returns percentage, return percent, returns as a percent of sales, share returned"),
        adds_up=False,
    ),
    Metric(
        "tax", "Tax collected", Unit.MONEY,
        "tax charged on sales, less tax on returns", ("tax",), cedis("tax"),
        said=said("tax, tax collected, tax charged, sales tax, vat, vat collected, vat charged, output vat,"
                  "output tax, nhil, getfund, levy, covid levy, tax on sales, vat on sales, gra tax, vat to pay,"
                  "vat payable, tax payable"),
    ),
    Metric(
        "buyers", "Customers who bought", Unit.COUNT,
        "known customers with at least one sale", ("buyers",), number("buyers"), "better",
        said("number of buyers, number of customers who bought, customers served, number of customers served,"
             "people served, active customer, different customers, unique customer, unique buyer, distinct customers,"
             "how many people bought, how many customers bought, how many customers came, patronage"),
        counts="customer",
    ),
    Metric(
        "first_time_buyers", "New customers", Unit.COUNT,
        "known customers, counted where and when they bought for the first time", ("first_time_buyers",),
        number("first_time_buyers"), "better",
        said("number of new customers, new customer count, count of new customers, customer acquisition,"
             "customers acquired, customers gained, number of first time customers, first time customers count"),
        counts="customer",
    ),
    Metric(
        "sales_per_customer", "Sales per customer", Unit.COUNT,
        "sales to known customers divided by the number of those customers", ("named_sales", "buyers"),
        ratio("named_sales", "buyers", places=1), "better",
        said("sales per customer, orders per customer, number of orders per customer, transactions per customer,"
             "visits per customer, purchases per customer, average orders per customer, average visits per customer,"
             "average number of orders per customer, average number of sales per customer,"
             "average number of visits per customer, times a customer buys, receipts per customer"),
        adds_up=False, counts="sale",
    ),
    Metric(
        "revenue_per_customer", "Sales value per customer", Unit.MONEY,
        "sales to known customers divided by the number of those customers", ("named_revenue", "buyers"),
        ratio("named_revenue", "buyers"), "better",
        said("revenue per customer, spend per customer, average spend per customer, sales value per customer,"
             "average revenue per customer, average sales per customer, amount per customer, turnover per customer,"
             "average amount per customer, average customer spend, average customer value, customer value,"
             "arpu, average value per customer, money per customer"),
        adds_up=False,
    ),
    Metric(
        "products_sold", "Different products sold", Unit.COUNT,
        "products with at least one unit sold", ("products",), number("products"),
        said=said("different products sold, number of different products sold, different product, distinct products,"
                  "unique products sold, number of products sold, range sold, variety sold, kinds of goods sold,"
                  "how many different products, how many different items, lines sold, number of lines sold, skus sold"),
        counts="product",
    ),
    Metric(
        "first_sale", "First sale", Unit.DATE, "the day of the first sale", ("first_sale",), known("first_sale"),
        said=said("first sale, first purchase, first bought, first order, first time bought, first visit, first day,"
                  "first sold, started buying, start buying, began buying, earliest sale, first transaction,"
                  "customer since, buying since, when first, first came"),
        adds_up=False,
    ),
    Metric(
        "last_sale", "Last sale", Unit.DATE, "the day of the latest sale", ("last_sale",), known("last_sale"),
        said=said("last sale, last purchase, last bought, last order, last time bought, last visit, latest sale,"
                  "latest purchase, most recent sale, most recent purchase, last sold, last transaction, last came,"
                  "when last, last seen, last day sold, recent purchase"),
        adds_up=False,
    ),
    Metric(
        "trading_days", "Days with sales", Unit.DAYS, "days with at least one sale", ("trading_days",),
        number("trading_days"), "better",
        said("day with sales, days with a sale, trading day, number of trading days, days traded, days open,"
             "days we sold, days sold, number of days with sales, active day, business day, days worked, selling day"),
        adds_up=False,
    ),
    Metric(
        "days_without_sales", "Days without a sale", Unit.DAYS,
        "days of the period, up to today, without any sale",
        ("trading_days", "first_sale", "last_sale", "days"), _idle_days, "worse",
        said("day without sales, day without a sale, days without any sale, days with no sales, days with no sale,"
             "number of days without sales, day nothing was sold, days nothing sold, day no sale, zero sales day,"
             "day with zero sales, idle day, dead day, blank day, empty day, days we sold nothing,"
             "days we did not sell, days not sold"),
        adds_up=False,
    ),
    Metric(
        "bought_with", "Bought in the same sale", Unit.COUNT,
        "sales with both the goods asked about and these", ("together",), number("together"),
        said=said("bought together, bought together with, bought with, buy together with, sold together, sold with,"
                  "goes with, go with, taken with, along with, in the same basket, in the same sale,"
                  "on the same receipt, basket partner, pairs with, paired with, combined with, also buy, also bought,"
                  "also take, else do they buy, else is bought, cross sell, usually add"),
        adds_up=False, counts="sale", share_of="sales_count",
    ),
)  # fmt: skip
