"""Examples of what operations take. They work in the demo's shop in Accra, whose rows have these ids on every day."""

import datetime as dt
from typing import Any

from common import clock

OSU, TEMA = "d122d09a-3164-4d20-89d1-11f08c9457e6", "c40d5ebc-7e17-40c9-a285-5a204f2349cd"
MALT, BULBS = "56fa4144-453d-4a61-a056-6021b1413951", "2c66da6e-2462-412c-bec5-b8e14370ebe3"
CUSTOMER, OTHER_CUSTOMER = "9d704f8e-4496-4a61-a022-4ebd6251c4f8", "0531b921-8cda-42fc-aabb-f283980c8bfb"
DRINKS, BEVERAGES = "114ea5a5-8a3f-43bf-9924-8974c5eb5402", "0eb3232a-cc4c-4026-aba0-31cc5202e4b2"
CASHIER = "f224c5e1-72da-4e3c-be15-9dea3f78a841"
PASSWORD = "Kenkey-and-fish-72"  # noqa: S105

PATHS = {
    "/inventory/api/products/{id}/": MALT,
    "/inventory/api/categories/{id}/": DRINKS,
    "/inventory/api/suppliers/{id}/": BEVERAGES,
    "/sales/api/customers/{id}/": CUSTOMER,
    "/sales/api/customers/{id}/statement/": CUSTOMER,
    "/sales/api/customers/{id}/apply-credit/": CUSTOMER,
    "/sales/api/customers/{id}/send-statement/": CUSTOMER,
    "/sales/api/customers/{id}/erase/": OTHER_CUSTOMER,
    "/ai/api/messages/sms/{secret}/": "as-in-SMS_REPORTS_URL",
    "/accounts/api/storefronts/{id}/": OSU,
    "/accounts/api/staff/{id}/": CASHIER,
    "/ai/api/credit/payment-prediction/{customer_id}/": CUSTOMER,
}
"""The rows that addresses with an id name; ids of other rows are found by their lists."""

SECRET = "as-the-link-in-the-email-has-it"  # noqa: S105
REFERENCE = "AI-CREDIT-1795000000000-1A2B3C4D"
INSTALMENTS = [{"due_on": "2099-01-31", "amount": "5.00"}, {"due_on": "2099-02-28", "amount": "5.00"}]
MALT_LINE = {"product_id": MALT, "quantity": "6"}
QUESTION = {"query": "How much did we sell this month by storefront?"}
REMINDER = {"customer_id": CUSTOMER, "message_type": "first_reminder", "tone": "professional_friendly"}
ASSESSMENT = {"customer_id": CUSTOMER, "requested_credit_limit": "2000.00", "assessment_type": "increase"}
OVERDUE = {"overdue_only": True}

BODIES: dict[str, Any] = {
    "register": {
        "email": "akua@example.com",
        "password": PASSWORD,
        "name": "Akua Sarpong",
        "business_name": "Akua's Provisions",
    },
    "login": {"email": "owner@adom.example", "password": PASSWORD},
    "forgotPassword": {"email": "owner@adom.example"},
    "resetPassword": {"token": SECRET, "new_password": PASSWORD},
    "verifyEmail": {"token": SECRET},
    "lookAtInvitation": {"secret": SECRET},
    "acceptInvitation": {"secret": SECRET, "password": PASSWORD, "name": "Kojo Mensah"},
    "changeMyEmail": {"email": "akosua@example.com", "current_password": PASSWORD},
    "changeMyPassword": {"current_password": PASSWORD, "new_password": "Waakye-on-monday-41"},
    "startMyTwoFactor": {"current_password": PASSWORD},
    "confirmMyTwoFactor": {"code": "492039"},
    "endMyTwoFactor": {"current_password": PASSWORD, "code": "492039"},
    "renewMyRecoveryCodes": {"current_password": PASSWORD, "code": "492039"},
    "paySubscription": {"months": 1, "payment_method": "mobile_money"},
    "updateMe": {"name": "Akosua Adomako", "phone": "0244000001"},
    "updateBusiness": {"phone": "0302000001", "opens_at": "08:00", "closes_at": "20:00"},
    "createStorefront": {"name": "Kasoa", "address": "Main market, Kasoa"},
    "updateStorefront": {"address": "Oxford Street, Osu"},
    "inviteStaff": {"email": "kojo@example.com", "role": "cashier"},
    "updateStaffMember": {"storefront_id": OSU},
    "createExport": {},
    "updateAiSettings": {"low_balance_threshold": "15"},
    "changeAutomation": {"kind": "reminder", "enabled": True, "max_level": "first_reminder", "channel": "sms"},
    "createProposal": {"kind": "price_change", "product_id": MALT, "new_price": "11.50"},
    "updateCreditAlert": {"acknowledged": True},
    "acknowledgeStockAlert": {"acknowledged": True},
    "updateFraudAlert": {"verdict": "explained", "note": "She was learning."},
    "giveFeedback": {"helpful": True, "note": "As I counted it."},
    "askQuestion": QUESTION,
    "streamQuestion": QUESTION,
    "askQuestionAlias": QUESTION,
    "askSalesAssistant": {"message": "a fridge under 4000", "context": {"storefront_id": OSU}},
    "streamSalesAssistant": {"message": "a fridge under 4000", "context": {"storefront_id": OSU}},
    "askSupport": {"message": "How do I give a refund?"},
    "assessCredit": ASSESSMENT,
    "assessCreditAlias": ASSESSMENT,
    "writeCollectionMessage": REMINDER,
    "writeCollectionMessageAlias": REMINDER,
    "postCollectionPriority": OVERDUE,
    "postCollectionPriorityAlias": OVERDUE,
    "postPortfolioDashboard": {},
    "postPortfolioDashboardAlias": {},
    "forecastInventory": {"product_id": MALT, "forecast_days": 14},
    "optimizePrice": {"product_id": MALT, "optimization_goal": "profit_maximization"},
    "tryPrice": {"product_id": MALT, "change_percent": "5"},
    "describeProduct": {"product_id": MALT, "tone": "casual", "language": "en"},
    "describeProducts": {"product_ids": [MALT, BULBS], "tone": "professional", "language": "en"},
    "createCategory": {"name": "Toys"},
    "updateCategory": {"name": "Cold drinks"},
    "createSupplier": {"name": "Tema Wholesale", "phone": "0244000002", "lead_time_days": 5},
    "updateSupplier": {"lead_time_days": 4},
    "createProduct": {
        "sku": "SACHET-500",
        "name": "Sachet water 500 ml, bag of 30",
        "category_id": DRINKS,
        "cost": "9.00",
        "retail_price": "12.00",
        "wholesale_price": "10.50",
        "reorder_level": "20",
    },
    "updateProduct": {"reorder_level": "60", "retail_price": "11.50"},
    "createPack": {"product_id": MALT, "name": "Crate of 48", "units": "48", "retail_price": "430.00"},
    "createPriceList": {"name": "Churches", "entries": [{"product_id": MALT, "min_quantity": "24", "price": "9.50"}]},
    "createCompetitorPrice": {"product_id": MALT, "competitor": "Osu Mart", "price": "10.50"},
    "updatePack": {"retail_price": "420.00"},
    "updatePriceList": {"is_active": False},
    "updateCompetitorPrice": {"price": "10.20"},
    "updateSearchWord": {"meant": "malt drink | malt"},
    "createSearchWord": {"said": "maltee", "meant": "malt drink"},
    "createAdjustment": {
        "storefront_id": OSU,
        "reason": "Broken in the store",
        "lines": [{"product_id": MALT, "quantity": "-2"}],
    },
    "createTransfer": {"from_storefront_id": OSU, "to_storefront_id": TEMA, "lines": [MALT_LINE]},
    "createCount": {"storefront_id": TEMA, "category_id": DRINKS},
    "enterCount": {"lines": [{"product_id": MALT, "counted": "40"}]},
    "updatePurchaseOrder": {"note": "Deliver before noon"},
    "sendPurchaseOrder": {"channel": "other"},
    "receivePurchaseOrder": {"lines": [{"product_id": MALT, "quantity": "48", "unit_cost": "7.20"}]},
    "cancelSupplierBill": {"reason": "Sent twice"},
    "cancelSupplierPayment": {"reason": "Written twice"},
    "createPurchaseOrder": {
        "supplier_id": BEVERAGES,
        "storefront_id": OSU,
        "lines": [{"product_id": MALT, "quantity": "48", "unit_cost": "7.20"}],
    },
    "draftPurchaseOrders": {"budget": "5000"},
    "createReceipt": {
        "supplier_id": BEVERAGES,
        "storefront_id": OSU,
        "lines": [{"product_id": MALT, "quantity": "24", "unit_cost": "7.20"}],
    },
    "createSupplierReturn": {
        "supplier_id": BEVERAGES,
        "storefront_id": OSU,
        "reason": "Past its date",
        "lines": [{"product_id": MALT, "quantity": "1", "unit_cost": "7.20"}],
    },
    "createSupplierBill": {"supplier_id": BEVERAGES, "amount": "500.00", "number": "RR-2041"},
    "createSupplierPayment": {"supplier_id": BEVERAGES, "amount": "100.00", "method": "mobile_money"},
    "createCustomer": {"name": "Esi Quaye", "phone": "0244000003", "credit_limit": "500.00", "terms_days": 30},
    "setOpeningBalance": {"amount": "120.00"},
    "updateCustomer": {"terms_days": 21},
    "mergeCustomers": {"keep_id": CUSTOMER, "merge_id": OTHER_CUSTOMER},
    "createSale": {"storefront_id": OSU, "lines": [MALT_LINE], "payments": [{"method": "cash", "amount": "66.00"}]},
    "setSaleCustomer": {"customer_id": CUSTOMER},
    "disputeSale": {"reason": "Says that two were broken"},
    "refundSale": {"method": "cash", "note": "Wrong kind"},
    "exchangeSale": {
        "back": [{"line_id": "8a5f6d1e-3c0b-4b83-9a53-5f2d0c6a7e10", "quantity": "1"}],
        "lines": [{"product_id": MALT, "quantity": "1"}],
        "note": "The bottle leaked",
    },
    "voidSale": {"reason": "Rang up the wrong goods"},
    "sendReceipt": {"channel": "email", "to": "esi@example.com", "agreed": True},
    "sendStatement": {"channel": "whatsapp", "agreed": True},
    "createCart": {"storefront_id": OSU, "lines": [MALT_LINE], "held_for": "the lady in blue"},
    "createSalesReturn": {
        "storefront_id": OSU,
        "lines": [{"product_id": MALT, "quantity": "1"}],
        "reason": "Leaking",
        "method": "cash",
    },
    "createPayment": {"customer_id": CUSTOMER, "amount": "50.00", "method": "mobile_money", "network": "mtn"},
    "refundPayment": {"reason": "Paid twice"},
    "createPaymentPlan": {"customer_id": CUSTOMER, "total": "10.00", "instalments": INSTALMENTS},
    "createPromise": {"customer_id": CUSTOMER, "amount": "50.00", "due_on": "2099-12-31"},
    "createCollectionNote": {"customer_id": CUSTOMER, "channel": "call", "outcome": "reached", "text": "Pays Friday."},
    "createExpense": {"category": "transport", "amount": "35.00", "method": "cash", "storefront_id": OSU},
    "createRecurringExpense": {
        "category": "utilities",
        "amount": "80.00",
        "method": "mobile_money",
        "every": "month",
    },
    "recordTillMovement": {"kind": "pay_in", "amount": "50.00", "reason": "Coins from the bank"},
    "closeTill": {"counted": [{"method": "cash", "amount": "190.00"}], "reason": "Change given wrong"},
    "explainTill": {"reason": "Ten cedis were found below the drawer"},
    "approveTill": {"reason": "Looked at with her"},
    "openTill": {"storefront_id": OSU, "till": "Till 9", "opening_float": "200.00"},
    "recordTillEvents": {
        "events": [
            {"client_id": "till-9-000001", "kind": "drawer_opened", "storefront_id": OSU, "at": "2026-01-05T10:00:00Z"}
        ]
    },
    "sendOfflineWork": {
        "items": [
            {
                "client_id": "till-9-000002",
                "kind": "sale",
                "at": "2026-01-05T10:05:00Z",
                "body": {
                    "storefront_id": OSU,
                    "lines": [MALT_LINE],
                    "payments": [{"method": "cash", "amount": "66.00"}],
                },
            }
        ]
    },
    "purchaseCredits": {"package": "value", "payment_method": "mobile_money"},
    "postVerifyPurchase": {"reference": REFERENCE},
    "refundPurchase": {"reason": "Bought twice"},
    "subscribeAddon": {"payment_method": "mobile_money"},
    "cancelAddon": {"immediate": False},
    "subscribeToPlan": {"plan": "ai_powered", "payment_method": "mobile_money"},
    "cancelPlan": {"immediate": False},
    "receivePaystackEvent": {"event": "charge.success", "data": {"reference": REFERENCE}},
    "receiveWhatsAppNews": {"object": "whatsapp_business_account", "entry": []},
}
"""The demo's own password is what `load_demo` prints; a secret is in an email, a code in an authenticator app."""


FORMS: dict[str, dict[str, Any]] = {
    "importProducts": {"file": "sku,name,retail_price\nSACHET-330,Sachet water 330 ml,0.50\n"},
    "importCustomers": {"file": "name,phone\nEsi Boateng,0244000009\n"},
    "importSuppliers": {"file": "name,phone\nOkaishie Traders,0244000007\n"},
    "importSales": {"file": "invoice_no,sold_at,product,quantity,unit_price\nA-1,2020-01-05,Malt drink,2,10.00\n"},
    "attachExpensePhoto": {"photo": "the bytes of a JPEG, PNG or PDF"},
    "askByVoice": {"audio": "the bytes of a webm, ogg, m4a or wav recording"},
}
"""Bodies with a file; of a table its text."""

QUERIES: dict[str, dict[str, str]] = {
    "searchProducts": {"q": "malt"},
    "reportCustomerAudience": {"segment": "loyal"},
    "verifyPurchase": {"reference": REFERENCE},
}
"""Parameters that must be there."""


def body_of(name: str) -> Any:
    """The example of an operation's body; None where there is none. A day that must be near is counted from today."""
    if name == "createRecurringExpense":
        return BODIES[name] | {"starts_on": (clock.today() + dt.timedelta(days=7)).isoformat()}
    return BODIES.get(name)
