"""What the API of sales takes and tells. Money and quantities are decimal strings."""
