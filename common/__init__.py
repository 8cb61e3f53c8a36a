"""Money, clock, errors and tenancy: what every app needs and no app owns."""
