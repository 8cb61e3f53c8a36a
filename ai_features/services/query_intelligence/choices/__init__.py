"""Questions to choose from when one was not clear, and questions to begin with."""
