"""AI features about goods: what will sell, and what to order."""
