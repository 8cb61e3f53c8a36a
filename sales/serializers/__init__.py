"""The JSON of sales: what requests and responses hold. Money and quantities are decimal strings."""
