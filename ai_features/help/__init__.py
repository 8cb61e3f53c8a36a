"""Help: cards written for people, the live state of an account, and tickets for what neither answers. No model."""
