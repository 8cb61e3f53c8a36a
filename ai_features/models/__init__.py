"""The tables of AI features."""
