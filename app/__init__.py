"""Settings, addresses, errors and checks: the top of the house."""
