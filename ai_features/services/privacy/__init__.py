"""Whom a text names, and what stands in their place when it leaves for a model."""

from ai_features.services.privacy.pseudonyms import pseudonym
from ai_features.services.privacy.redaction import Redacted, redact, redact_data

__all__ = ["Redacted", "pseudonym", "redact", "redact_data"]
