"""Totals over the shop's data; owns no tables."""
