"""Where the ids in addresses come from: the operation whose answer has one. On the page these are OpenAPI links."""

from collections.abc import Iterator
from typing import Any, NamedTuple


class Source(NamedTuple):
    """An operation, and where in its answer the id is: a JSON pointer."""

    operation: str
    pointer: str = "/id"


FIRST = "/results/0/id"
OF_PATHS = {
    "/accounts/api/export/{id}/": Source("createExport"),
    "/accounts/api/me/sessions/{session_id}/": Source("listMySessions", FIRST),
    "/accounts/api/staff/invitations/{id}/": Source("inviteStaff"),
    "/ai/api/brief/{id}/": Source("getBrief", "/cards/0/id"),
    "/ai/api/conversations/{id}/": Source("askQuestion", "/conversation_id"),
    "/ai/api/credit/alerts/{alert_id}/": Source("listCreditAlerts", FIRST),
    "/ai/api/credits/purchases/{reference}/": Source("purchaseCredits", "/reference"),
    "/ai/api/fraud-alerts/{id}/": Source("listFraudAlerts", FIRST),
    "/ai/api/inventory/alerts/{id}/": Source("listStockAlerts", FIRST),
    "/ai/api/proposals/{id}/": Source("createProposal", "/proposals/0/id"),
    "/ai/api/transactions/{transaction_id}/": Source("askQuestion", "/transaction_id"),
    "/inventory/api/batches/{id}/": Source("listBatches", FIRST),
    "/inventory/api/competitor-prices/{id}/": Source("createCompetitorPrice"),
    "/inventory/api/counts/{id}/": Source("createCount"),
    "/inventory/api/imports/{id}/": Source("importProducts"),
    "/inventory/api/packs/{id}/": Source("createPack"),
    "/inventory/api/price-history/{id}/": Source("listPriceHistory", FIRST),
    "/inventory/api/price-lists/{id}/": Source("createPriceList"),
    "/inventory/api/purchase-orders/{id}/": Source("createPurchaseOrder"),
    "/inventory/api/receipts/{id}/": Source("createReceipt"),
    "/inventory/api/search-words/{id}/": Source("createSearchWord"),
    "/inventory/api/stock-movements/{id}/": Source("listStockMovements", FIRST),
    "/inventory/api/stock/{id}/": Source("listStock", FIRST),
    "/inventory/api/supplier-bills/{id}/": Source("createSupplierBill"),
    "/inventory/api/supplier-imports/{id}/": Source("importSuppliers"),
    "/inventory/api/supplier-payments/{id}/": Source("createSupplierPayment"),
    "/inventory/api/supplier-returns/{id}/": Source("createSupplierReturn"),
    "/inventory/api/transfers/{id}/": Source("createTransfer"),
    "/sales/api/carts/{id}/": Source("createCart"),
    "/sales/api/collection-notes/{id}/": Source("createCollectionNote"),
    "/sales/api/customer-imports/{id}/": Source("importCustomers"),
    "/sales/api/customer-merges/{id}/": Source("listCustomerMerges", FIRST),
    "/sales/api/expenses/{id}/": Source("createExpense"),
    "/sales/api/imports/{id}/": Source("importSales"),
    "/sales/api/payment-plans/{id}/": Source("createPaymentPlan"),
    "/sales/api/payments/{id}/": Source("createPayment"),
    "/sales/api/promises/{id}/": Source("createPromise"),
    "/sales/api/recurring-expenses/{id}/": Source("createRecurringExpense"),
    "/sales/api/sales/{id}/": Source("createSale"),
    "/sales/api/till-events/{id}/": Source("listTillEvents", FIRST),
    "/sales/api/tills/{id}/": Source("openTill"),
}
"""By the address of one row; the addresses below it take the same id."""
OF_OPERATIONS = {
    "deleteCategory": Source("createCategory"),
    "deleteProduct": Source("createProduct"),
    "deleteStorefront": Source("createStorefront"),
    "deleteSupplier": Source("createSupplier"),
    "disputeSale": Source("listSales", FIRST),
    "setOpeningBalance": Source("createCustomer"),
    "resolveSaleDispute": Source("disputeSale"),
}
"""Those that need another row than their neighbours."""


def source_of(name: str, path: str) -> Source | None:
    """Where the id in an operation's address comes from; None where it has none, or the demo's row is named there."""
    if name in OF_OPERATIONS:
        return OF_OPERATIONS[name]
    before, opened, after = path.partition("{")
    name = after.partition("}")[0]
    return OF_PATHS.get(f"{before}{{{name}}}/") if opened else None


def add_links(page: dict[str, Any]) -> None:
    """Tell with each answer which operations take the id that it has."""
    operations = {each["operationId"]: each for _, each in _operations(page)}
    for path, operation in _operations(page):
        if source := source_of(operation["operationId"], path):
            parameter = next(each for each in operation["parameters"] if each.get("in") == "path")
            parameter.setdefault("description", f"From the answer of `{source.operation}`.")
            link = {
                "operationId": operation["operationId"],
                "parameters": {parameter["name"]: f"$response.body#{source.pointer}"},
            }
            responses = operations[source.operation]["responses"]
            succeeded = next(status for status in responses if status.startswith("2"))
            responses[succeeded].setdefault("links", {})[operation["operationId"]] = link


def _operations(page: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, entry in page["paths"].items():
        for operation in entry.values():
            yield path, operation
