"""What the API of inventory answers."""
