"""Questions with what they must be answered with, and two shops that share names to ask them of."""
