"""What a change of price must achieve, what the shop's own changes tell, and what to ask for a product."""
