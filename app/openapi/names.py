"""The short name of each operation, which is the name of a function in clients: `listCustomers`, `askQuestion`."""

import re

IRREGULAR = {
    "GET /accounts/api/export/": "listExports",
    "POST /accounts/api/export/": "createExport",
    "GET /accounts/api/export/{id}/": "getExport",
    "GET /accounts/api/export/{id}/download/": "downloadExport",
    "POST /accounts/api/invitations/accept/": "acceptInvitation",
    "POST /accounts/api/invitations/look/": "lookAtInvitation",
    "GET /accounts/api/me/": "getMe",
    "PATCH /accounts/api/me/": "updateMe",
    "GET /accounts/api/me/email/": "getMyEmail",
    "POST /accounts/api/me/email/": "changeMyEmail",
    "POST /accounts/api/me/password/": "changeMyPassword",
    "GET /accounts/api/me/sessions/": "listMySessions",
    "DELETE /accounts/api/me/sessions/{session_id}/": "endMySession",
    "GET /accounts/api/me/two-factor/": "getMyTwoFactor",
    "POST /accounts/api/me/two-factor/": "startMyTwoFactor",
    "DELETE /accounts/api/me/two-factor/": "endMyTwoFactor",
    "POST /accounts/api/me/two-factor/confirm/": "confirmMyTwoFactor",
    "POST /accounts/api/me/two-factor/recovery-codes/": "renewMyRecoveryCodes",
    "POST /accounts/api/staff/": "inviteStaff",
    "GET /accounts/api/staff/": "listStaff",
    "GET /accounts/api/staff/{id}/": "getStaffMember",
    "PATCH /accounts/api/staff/{id}/": "updateStaffMember",
    "DELETE /accounts/api/staff/{id}/": "removeStaffMember",
    "GET /accounts/api/staff/invitations/": "listInvitations",
    "DELETE /accounts/api/staff/invitations/{id}/": "withdrawInvitation",
    "GET /ai/api/alerts/": "listBillingAlerts",
    "GET /ai/api/capabilities/": "getCapabilities",
    "GET /ai/api/check-availability/": "checkAvailability",
    "POST /ai/api/collections/message/": "writeCollectionMessage",
    "POST /ai/api/credit/communication/": "writeCollectionMessageAlias",
    "POST /ai/api/credit/assess/": "assessCredit",
    "POST /ai/api/credit/risk-assessment/": "assessCreditAlias",
    "GET /ai/api/credit/collection-priority/": "getCollectionPriority",
    "POST /ai/api/credit/collection-priority/": "postCollectionPriority",
    "GET /ai/api/credit/collection-strategy/": "getCollectionPriorityAlias",
    "POST /ai/api/credit/collection-strategy/": "postCollectionPriorityAlias",
    "GET /ai/api/credit/dashboard/": "getPortfolioDashboardAlias",
    "POST /ai/api/credit/dashboard/": "postPortfolioDashboardAlias",
    "GET /ai/api/portfolio/dashboard/": "getPortfolioDashboard",
    "POST /ai/api/portfolio/dashboard/": "postPortfolioDashboard",
    "GET /ai/api/credit/payment-prediction/{customer_id}/": "predictPayment",
    "GET /ai/api/credits/ledger/": "listCreditLedger",
    "GET /ai/api/credits/balance/": "getBalance",
    "POST /ai/api/credits/purchase/": "purchaseCredits",
    "GET /ai/api/credits/purchases/": "listPurchases",
    "GET /ai/api/credits/purchases/{reference}/": "getPurchase",
    "GET /ai/api/credits/purchases/{reference}/invoice/": "getInvoice",
    "POST /ai/api/credits/purchases/{reference}/refund/": "refundPurchase",
    "GET /ai/api/credits/verify/": "verifyPurchase",
    "POST /ai/api/credits/verify/": "postVerifyPurchase",
    "POST /ai/api/insights/query/": "askQuestionAlias",
    "GET /ai/api/plans/": "listPlans",
    "POST /ai/api/plans/cancel/": "cancelPlan",
    "POST /ai/api/plans/resume/": "resumePlan",
    "POST /ai/api/plans/subscribe/": "subscribeToPlan",
    "POST /ai/api/query/": "askQuestion",
    "POST /ai/api/query/stream/": "streamQuestion",
    "POST /ai/api/query/voice/": "askByVoice",
    "GET /ai/api/automations/": "listAutomations",
    "PATCH /ai/api/automations/": "changeAutomation",
    "GET /ai/api/messages/sms/{secret}/": "receiveSmsReport",
    "GET /ai/api/messages/whatsapp/": "confirmWhatsAppAddress",
    "POST /ai/api/messages/whatsapp/": "receiveWhatsAppNews",
    "POST /ai/api/payments/paystack/webhook/": "receivePaystackEvent",
    "POST /ai/api/pricing-optimizer/": "optimizePrice",
    "POST /ai/api/pricing-optimizer/what-if/": "tryPrice",
    "POST /ai/api/sales-assistant/": "askSalesAssistant",
    "POST /ai/api/support-chat/": "askSupport",
    "GET /ai/api/inventory/alerts/": "listStockAlerts",
    "PATCH /ai/api/inventory/alerts/{id}/": "acknowledgeStockAlert",
    "GET /inventory/api/price-history/{id}/": "getPriceChange",
    "POST /inventory/api/purchase-orders/from-plan/": "draftPurchaseOrders",
    "POST /ai/api/products/generate-description/": "describeProduct",
    "POST /ai/api/products/generate-descriptions/": "describeProducts",
    "GET /ai/api/settings/": "getAiSettings",
    "PATCH /ai/api/settings/": "updateAiSettings",
    "GET /ai/api/starters/": "getStarters",
    "POST /ai/api/transactions/{transaction_id}/feedback/": "giveFeedback",
    "GET /ai/api/usage/stats/": "getUsage",
    "GET /ai/api/usage-stats/": "getUsageAlias",
    "GET /inventory/api/products/search/": "searchProducts",
    "POST /sales/api/customers/{id}/send-statement/": "sendStatement",
    "POST /sales/api/sales/{id}/send-receipt/": "sendReceipt",
    "POST /sales/api/tills/{id}/movements/": "recordTillMovement",
    "GET /inventory/api/imports/": "listProductImports",
    "POST /inventory/api/imports/": "importProducts",
    "GET /inventory/api/imports/{id}/": "getProductImport",
    "POST /inventory/api/imports/{id}/undo/": "undoProductImport",
    "GET /sales/api/imports/": "listSalesImports",
    "POST /sales/api/imports/": "importSales",
    "GET /sales/api/imports/{id}/": "getSalesImport",
    "POST /sales/api/imports/{id}/undo/": "undoSalesImport",
    "POST /sales/api/customers/{id}/apply-credit/": "applyCustomerCredit",
    "POST /sales/api/customers/import/": "importCustomers",
    "GET /sales/api/customer-imports/": "listCustomerImports",
    "GET /sales/api/customer-imports/{id}/": "getCustomerImport",
    "POST /sales/api/customers/{id}/opening-balance/": "setOpeningBalance",
    "POST /sales/api/expenses/{id}/photo/": "attachExpensePhoto",
    "POST /sales/api/sales/{id}/customer/": "setSaleCustomer",
    "POST /sales/api/till-events/": "recordTillEvents",
    "GET /sales/api/sync/": "getChanges",
    "POST /sales/api/sync/": "sendOfflineWork",
    "POST /sales/api/tills/": "openTill",
    "POST /sales/api/sales/{id}/dispute/": "disputeSale",
    "POST /sales/api/sales/{id}/resolve-dispute/": "resolveSaleDispute",
}
VERBS = {"POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}
NOT_PLURAL = ("ss", "us", "is", "stats", "settings")


def operation_id(method: str, path: str, *, is_list: bool) -> str:
    """From the path: verb and thing. A path that reads badly so has its name in `IRREGULAR`."""
    if named := IRREGULAR.get(f"{method} {path}"):
        return named
    parts = path.strip("/").split("/")
    words = [_word(parts, place) for place in range(2, len(parts)) if not parts[place].startswith("{")]
    if parts[0] == "reports":
        return f"report{camel(words)}"
    if method == "GET":
        return f"list{camel(words)}" if is_list else f"get{camel(words[:-1])}{camel([singular(words[-1])])}"
    if method == "POST" and parts[-2].startswith("{"):
        things = [*words[:-2], singular(words[-2])] if len(words) > 1 else []
        return lower(camel([words[-1], *things]))
    if method == "POST" and not words[-1].endswith("s"):
        return lower(camel(reversed(words)))
    return f"{VERBS[method]}{camel(words[:-1])}{camel([singular(words[-1])])}"


def _word(parts: list[str], place: int) -> str:
    """A part of the path; in the singular where an id follows."""
    has_id = parts[place + 1 : place + 2] and parts[place + 1].startswith("{")
    return singular(parts[place]) if has_id else parts[place]


def singular(word: str) -> str:
    if word.endswith(NOT_PLURAL) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "sses", "xes")) else word[:-1]


def camel(words: object) -> str:
    return "".join(part.title() for word in words for part in re.split(r"[-_]", word))  # type: ignore[attr-defined]


def lower(name: str) -> str:
    return name[:1].lower() + name[1:]
