"""Every write of inventory."""

from inventory.services.batches import BatchLabel
from inventory.services.buying import (
    Charges,
    NewBill,
    OrderLine,
    ReceivedLine,
    SentOrder,
    cancel_bill,
    cancel_order,
    cancel_supplier_payment,
    change_order,
    create_order,
    pay_supplier,
    receive_goods,
    receive_order,
    record_bill,
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
from inventory.services.counts import Found, cancel_count, complete_count, enter_count, start_count
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
from inventory.services.supplier_file import take_suppliers
from inventory.services.transfers import transfer_stock

__all__ = [
    "AdjustmentLine",
    "BatchLabel",
    "Charges",
    "Found",
    "NewBill",
    "OrderLine",
    "ReceivedLine",
    "SentOrder",
    "StockLine",
    "adjust_stock",
    "cancel_bill",
    "cancel_count",
    "cancel_order",
    "cancel_supplier_payment",
    "change_category",
    "change_order",
    "change_product",
    "change_search_word",
    "change_supplier",
    "complete_count",
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
    "enter_count",
    "forget_misses",
    "learn_search_word",
    "move_stock",
    "note_search",
    "pay_supplier",
    "receive_goods",
    "receive_order",
    "record_bill",
    "replace_pairs",
    "retire_pack",
    "retire_product",
    "save_competitor_price",
    "save_pack",
    "save_price_list",
    "send_order",
    "start_count",
    "start_import",
    "take_suppliers",
    "transfer_stock",
    "undo_import",
]
