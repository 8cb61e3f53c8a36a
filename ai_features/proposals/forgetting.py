"""What is kept of an erased customer among cards, proposals and messages: nothing that tells who they were."""

import datetime as dt
import uuid

from django.db import transaction

from ai_features.models import BriefCard, CustomerMessage, Proposal
from ai_features.proposals.deciding import end, locked
from common import clock
from sales.models import Customer

WORDS = ("text", "subject", "values", "reason")
LOOK_BACK = dt.timedelta(days=7)


def forget_erased_customers() -> int:
    """Do so for whoever was erased since the last days' runs; how many rows were changed."""
    erased = Customer.objects.filter(erased_at__gte=clock.now() - LOOK_BACK).values_list("business_id", "pk")
    return sum(forget_customer(business_id, customer_id) for business_id, customer_id in erased)


@transaction.atomic
def forget_customer(business_id: uuid.UUID, customer_id: uuid.UUID) -> int:
    """Withdraw what waits, empty the words of what was done, and delete the cards; how many were changed."""
    people = [customer_id, *Customer.objects.filter(merged_into=customer_id).values_list("pk", flat=True)]
    count = sum(_emptied(proposal) for proposal in Proposal.objects.of(business_id).filter(customer_id__in=people))
    said = CustomerMessage.objects.of(business_id).filter(customer_id__in=people).exclude(text="", values={})
    count += said.update(text="", subject="", values={})
    for person in people:
        count += BriefCard.objects.of(business_id).filter(about__icontains=str(person)).delete()[0]
    return count


def _emptied(proposal: Proposal) -> int:
    row = locked(proposal.pk)
    if row.state in Proposal.OPEN:
        end(row, Proposal.State.WITHDRAWN, "The customer's data was erased.")
    there = [name for name in WORDS if row.payload.get(name)]
    row.payload = {name: value for name, value in row.payload.items() if name not in there}
    row.save(update_fields=["payload"])
    return int(bool(there))
