"""Proposals as they are listed and shown."""

import uuid

from ai_features.models import Proposal
from common.tenancy import TenantQuerySet


def proposals(business_id: uuid.UUID) -> TenantQuerySet[Proposal]:
    """Proposals with what is shown of them. Two queries a page."""
    return Proposal.objects.of(business_id).select_related("customer", "message").prefetch_related("steps__by")


def proposal(business_id: uuid.UUID, proposal_id: uuid.UUID) -> Proposal:
    """One of them. Raises `NotFound`."""
    return proposals(business_id).get_or_404(business_id, proposal_id)
