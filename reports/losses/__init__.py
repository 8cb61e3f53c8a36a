"""Patterns that may cost a shop money: who does what more often than others and than before. Names no guilt."""
