"""The URLs of sales."""

from django.urls import URLPattern, URLResolver, path
from rest_framework.routers import SimpleRouter

from sales.imports.views import ImportViewSet
from sales.views.carts import CartViewSet
from sales.views.collections import NoteViewSet, PlanViewSet, PromiseViewSet
from sales.views.customers import CustomerImportViewSet, CustomerViewSet, MergeViewSet
from sales.views.expenses import ExpenseViewSet, RecurringExpenseViewSet
from sales.views.payments import PaymentViewSet
from sales.views.sales import SaleViewSet
from sales.views.sync import SyncView
from sales.views.till_events import TillEventViewSet
from sales.views.tills import TillViewSet


def addresses(sales: type[SaleViewSet]) -> list[URLPattern | URLResolver]:
    """Every URL of sales; sales themselves are served by `sales` or a child of it, as an app above adds to them."""
    router = SimpleRouter(use_regex_path=False)
    router.register("customers", CustomerViewSet, basename="customer")
    router.register("sales", sales, basename="sale")
    router.register("payments", PaymentViewSet, basename="payment")
    router.register("collection-notes", NoteViewSet, basename="collection-note")
    router.register("promises", PromiseViewSet, basename="promise")
    router.register("payment-plans", PlanViewSet, basename="payment-plan")
    router.register("tills", TillViewSet, basename="till")
    router.register("till-events", TillEventViewSet, basename="till-event")
    router.register("expenses", ExpenseViewSet, basename="expense")
    router.register("recurring-expenses", RecurringExpenseViewSet, basename="recurring-expense")
    router.register("carts", CartViewSet, basename="cart")
    router.register("customer-merges", MergeViewSet, basename="customer-merge")
    router.register("customer-imports", CustomerImportViewSet, basename="customer-import")
    router.register("imports", ImportViewSet, basename="sales-import")
    return [path("sync/", SyncView.as_view(), name="sync"), *router.urls]


urlpatterns = addresses(SaleViewSet)
