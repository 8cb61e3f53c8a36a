"""A business's own data, or one customer's, as a file of tables that any spreadsheet opens."""
