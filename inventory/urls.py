"""The URLs of inventory."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from inventory.views.buying import BatchViewSet, PurchaseOrderViewSet, ReceiptViewSet, SupplierReturnViewSet
from inventory.views.catalogue import CategoryViewSet, ProductViewSet, SupplierViewSet
from inventory.views.counts import StockCountViewSet
from inventory.views.imports import ImportViewSet, SupplierImportViewSet
from inventory.views.owing import SupplierBillViewSet, SupplierPaymentViewSet
from inventory.views.prices import CompetitorPriceViewSet, PackViewSet, PriceHistoryViewSet, PriceListViewSet
from inventory.views.search import ProductSearchView, SearchWordViewSet
from inventory.views.stock import AdjustmentViewSet, MovementViewSet, StockViewSet, TransferViewSet

router = SimpleRouter(use_regex_path=False)
router.register("categories", CategoryViewSet, basename="category")
router.register("suppliers", SupplierViewSet, basename="supplier")
router.register("products", ProductViewSet, basename="product")
router.register("price-history", PriceHistoryViewSet, basename="price-change")
router.register("search-words", SearchWordViewSet, basename="search-word")
router.register("packs", PackViewSet, basename="pack")
router.register("price-lists", PriceListViewSet, basename="price-list")
router.register("competitor-prices", CompetitorPriceViewSet, basename="competitor-price")
router.register("stock", StockViewSet, basename="stock")
router.register("stock-movements", MovementViewSet, basename="stock-movement")
router.register("adjustments", AdjustmentViewSet, basename="adjustment")
router.register("transfers", TransferViewSet, basename="transfer")
router.register("purchase-orders", PurchaseOrderViewSet, basename="purchase-order")
router.register("receipts", ReceiptViewSet, basename="receipt")
router.register("supplier-bills", SupplierBillViewSet, basename="supplier-bill")
router.register("supplier-payments", SupplierPaymentViewSet, basename="supplier-payment")
router.register("supplier-returns", SupplierReturnViewSet, basename="supplier-return")
router.register("counts", StockCountViewSet, basename="stock-count")
router.register("batches", BatchViewSet, basename="batch")
router.register("imports", ImportViewSet, basename="product-import")
router.register("supplier-imports", SupplierImportViewSet, basename="supplier-import")

urlpatterns = [path("products/search/", ProductSearchView.as_view(), name="product-search"), *router.urls]
