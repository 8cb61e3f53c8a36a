"""Customers, sales, payments and receivables."""
