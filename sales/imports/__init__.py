"""A shop's history on its way in: read, checked line by line, grouped into sales, written in batches."""
