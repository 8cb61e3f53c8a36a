"""Two demo shops with a year of trade each, the same for the same day."""
