"""What moved between two like stretches of days: the change of a figure, taken apart so that the parts sum to it.

Three ways to take it apart, each of which adds up to the change to the pesewa: price, volume and mix; customers who
are new, came back, stayed, or did not come; and products, categories or storefronts. It says what moved. It never
says that one thing caused another.
"""

from reports.change.days import clipped, like_days
from reports.change.decompose import METRICS, Change, Driver, decompose
from reports.change.picture import waterfall

__all__ = ["METRICS", "Change", "Driver", "clipped", "decompose", "like_days", "waterfall"]
