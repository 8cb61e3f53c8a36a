"""Features about credit given to customers: who owes, who pays late, and what to write to them."""
