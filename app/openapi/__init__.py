"""What the OpenAPI page says of every operation, so that types can be made from it."""
