"""How fast it is, as ratios against a stated baseline measured in the same run: `make bench`."""
