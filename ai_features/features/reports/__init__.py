"""Features that put reports into words."""
