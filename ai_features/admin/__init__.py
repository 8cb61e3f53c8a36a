"""The admin of credits, payments and AI features."""
