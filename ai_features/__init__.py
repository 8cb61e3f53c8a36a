"""Credits, the model, questions and AI features."""
