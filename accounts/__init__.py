"""People, businesses, roles and plans."""
