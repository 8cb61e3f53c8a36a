"""What a business is told without asking: alerts, and the messages that carry them."""
