"""Every read of sales. Queries take the business first and are scoped at their base."""

from sales.queries.balances import customer_balances, open_invoices, outstanding, unused_credit

__all__ = ["customer_balances", "open_invoices", "outstanding", "unused_credit"]
