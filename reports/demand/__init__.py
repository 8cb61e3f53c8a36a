"""Units that each product will sell in the coming days, with the range of four days in five."""
