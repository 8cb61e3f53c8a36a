"""Metrics of what is on record: how many customers, products, staff, storefronts, suppliers and categories."""

from reports.metrics.metric import Metric, Unit, number, said


def _on_record(of: str, title: str, plural: str, phrases: str) -> Metric:
    key = f"{of}_count"
    words = said(phrases) + tuple(f"{how} {plural}" for how in ("number of", "how many", "count of", "list of all"))
    return Metric(
        key,
        title,
        Unit.COUNT,
        f"{plural} in your books",
        (PART.get(of, key),),
        number(PART.get(of, key)),
        said=words,
        as_of_now=True,
        adds_up=of != "brand",
        counts="staff member" if of == "staff" else of,
    )


PART = {"customer": "customers"}
RECORDING = (
    _on_record(
        "customer",
        "Customers on record",
        "customers",
        "customer on record, customers in total, customers in the books, registered customer, customer base,"
        "customer list, clients on record, number of clients, customer account, number of accounts",
    ),
    _on_record(
        "product",
        "Products on record",
        "products",
        "product on record, products in the catalogue, product in the catalogue, number of items,"
        "skus, number of skus, product list, catalogue, active product, product range, number of lines,"
        "number of goods, items in the catalogue, how many items, how many skus",
    ),
    _on_record(
        "staff",
        "Staff on record",
        "staff",
        "staff on record, staff strength, number of employees, number of workers, number of cashiers,"
        "how many employees, how many workers, how many cashiers, how many people work, headcount, workforce",
    ),
    _on_record(
        "storefront",
        "Storefronts on record",
        "storefronts",
        "number of shops, number of branches, number of stores, number of outlets, how many shops,"
        "how many branches, how many stores, how many outlets, shop list, list of branches",
    ),
    _on_record(
        "supplier",
        "Suppliers on record",
        "suppliers",
        "supplier on record, number of vendors, how many vendors, how many distributors, supplier list,"
        "number of distributors",
    ),
    _on_record(
        "category",
        "Categories on record",
        "categories",
        "category on record, number of departments, how many departments, category list, number of sections",
    ),
    _on_record("brand", "Brands on record", "brands", "brand on record, number of makes, how many makes, brand list"),
)
