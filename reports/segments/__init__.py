"""Segments: rules that pick some of the customers, products or sales, one row each, which compose with any metric."""

from reports.segments.customers import CUSTOMERS
from reports.segments.products import PRODUCTS
from reports.segments.sales import SALES
from reports.segments.segment import Segment, Window

__all__ = ["SEGMENTS", "Segment", "Window"]

SEGMENTS: dict[str, Segment] = {f"{each.entity}:{each.key}": each for each in (*CUSTOMERS, *PRODUCTS, *SALES)}
"""By entity and key: "customer:new"."""
