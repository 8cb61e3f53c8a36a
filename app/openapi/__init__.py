"""The OpenAPI description of every operation, complete enough to generate types from."""
