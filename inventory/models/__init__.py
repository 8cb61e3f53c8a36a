"""What the shop sells, how much of it stands where, and from whom it comes."""

from inventory.models.batches import Batch, BatchMovement
from inventory.models.buying import GoodsReceipt, GoodsReceiptLine, PurchaseOrder, PurchaseOrderLine
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
    Transfer,
)
from inventory.models.pairs import PairBuild, ProductPair
from inventory.models.prices import PriceChange
from inventory.models.search import SearchMiss, SearchWord

__all__ = [
    "MONEY",
    "QUANTITY",
    "Batch",
    "BatchMovement",
    "Category",
    "GoodsReceipt",
    "GoodsReceiptLine",
    "PairBuild",
    "PriceChange",
    "Product",
    "ProductImport",
    "ProductImportStep",
    "ProductPair",
    "PurchaseOrder",
    "PurchaseOrderLine",
    "SearchMiss",
    "SearchWord",
    "Stock",
    "StockMovement",
    "Supplier",
    "Transfer",
]
