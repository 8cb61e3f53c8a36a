"""Every read of ai_features."""

from ai_features.queries import credits, features

__all__ = ["credits", "features"]
