"""Features that help to sell: product texts and advice for groups of customers."""
