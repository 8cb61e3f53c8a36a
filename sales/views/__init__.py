"""What the API of sales answers."""
