"""What AI features are made of."""
