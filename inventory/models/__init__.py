"""What the shop sells, how much of it stands where, and from whom it comes."""

from inventory.models.batches import Batch, BatchMovement
from inventory.models.buying import GoodsReceipt, GoodsReceiptLine, PurchaseOrder, PurchaseOrderLine
from inventory.models.changes import Change
from inventory.models.counts import StockCount, StockCountLine
from inventory.models.goods import (
    MONEY,
    QUANTITY,
    Category,
    Product,
    ProductImport,
    ProductImportStep,
    Stock,
    StockMovement,
    Supplier,
    SupplierImport,
    Transfer,
)
from inventory.models.owing import SupplierAllocation, SupplierBill, SupplierPayment
from inventory.models.pairs import PairBuild, ProductPair
from inventory.models.prices import CompetitorPrice, Pack, PriceChange, PriceList, PriceListEntry
from inventory.models.search import SearchMiss, SearchWord
from inventory.models.sent_back import SupplierReturn, SupplierReturnLine

__all__ = [
    "MONEY",
    "QUANTITY",
    "Batch",
    "BatchMovement",
    "Category",
    "Change",
    "CompetitorPrice",
    "GoodsReceipt",
    "GoodsReceiptLine",
    "Pack",
    "PairBuild",
    "PriceChange",
    "PriceList",
    "PriceListEntry",
    "Product",
    "ProductImport",
    "ProductImportStep",
    "ProductPair",
    "PurchaseOrder",
    "PurchaseOrderLine",
    "SearchMiss",
    "SearchWord",
    "Stock",
    "StockCount",
    "StockCountLine",
    "StockMovement",
    "Supplier",
    "SupplierAllocation",
    "SupplierBill",
    "SupplierImport",
    "SupplierPayment",
    "SupplierReturn",
    "SupplierReturnLine",
    "Transfer",
]
