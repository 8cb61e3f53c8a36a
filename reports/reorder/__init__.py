"""What to order, when and from whom; what to move first; what lies too long."""

from reports.reorder.line import Action, Line, Urgency
from reports.reorder.plan import Order, Plan, Wish, plan

__all__ = ["Action", "Line", "Order", "Plan", "Urgency", "Wish", "plan"]
