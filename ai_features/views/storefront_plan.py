"""Paying for the storefronts."""

from drf_spectacular.utils import extend_schema

from ai_features.serializers import payments as payment_shapes
from ai_features.serializers import plans as shapes
from ai_features.services.payments import storefront_plan
from ai_features.views.payments import OpensPayment


@extend_schema(
    tags=["accounts"], request=shapes.PayStorefrontsSerializer, responses={201: payment_shapes.OpenedSerializer}
)
class PayStorefrontsView(OpensPayment):
    """Open the payment of the storefront plan; its months begin when it is paid."""

    given = shapes.PayStorefrontsSerializer
    service = staticmethod(storefront_plan.pay)
