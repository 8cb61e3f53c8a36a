"""The endpoints of inventory."""
