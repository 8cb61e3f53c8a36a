"""The daily brief: at most five cards of what waits, from the shop's own figures. No model, no charge."""
