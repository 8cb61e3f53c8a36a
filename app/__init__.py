"""Settings, URLs, errors and checks: the top of the house."""
