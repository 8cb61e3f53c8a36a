"""The endpoints under /ai/api/, thin: validate, call one function, respond."""
