"""Every write of inventory."""

from inventory.services.batches import BatchLabel
from inventory.services.buying import (
    Charges,
    OrderLine,
    ReceivedLine,
    SentOrder,
    cancel_order,
    change_order,
    create_order,
    receive_goods,
    receive_order,
    send_order,
)
from inventory.services.catalogue import (
    change_category,
    change_product,
    change_supplier,
    create_category,
    create_product,
    create_supplier,
    delete_category,
    delete_supplier,
    retire_product,
)
from inventory.services.counting import AdjustmentLine, adjust_stock
from inventory.services.imports import start_import, undo_import
from inventory.services.pairs import replace_pairs
from inventory.services.prices import (
    delete_competitor_price,
    delete_price_list,
    retire_pack,
    save_competitor_price,
    save_pack,
    save_price_list,
)
from inventory.services.search_words import (
    change_search_word,
    create_search_word,
    delete_search_word,
    forget_misses,
    learn_search_word,
    note_search,
)
from inventory.services.stock import StockLine, move_stock
from inventory.services.transfers import transfer_stock

__all__ = [
    "AdjustmentLine",
    "BatchLabel",
    "Charges",
    "OrderLine",
    "ReceivedLine",
    "SentOrder",
    "StockLine",
    "adjust_stock",
    "cancel_order",
    "change_category",
    "change_order",
    "change_product",
    "change_search_word",
    "change_supplier",
    "create_category",
    "create_order",
    "create_product",
    "create_search_word",
    "create_supplier",
    "delete_category",
    "delete_competitor_price",
    "delete_price_list",
    "delete_search_word",
    "delete_supplier",
    "forget_misses",
    "learn_search_word",
    "move_stock",
    "note_search",
    "receive_goods",
    "receive_order",
    "replace_pairs",
    "retire_pack",
    "retire_product",
    "save_competitor_price",
    "save_pack",
    "save_price_list",
    "send_order",
    "start_import",
    "transfer_stock",
    "undo_import",
]
