"""The same request sent twice happens once."""

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory, force_authenticate
from rest_framework.views import APIView

from accounts import idempotency
from accounts.idempotency import idempotent
from accounts.models import Business, IdempotentRequest, Storefront
from accounts.tests.builders import make_member
from common import clock, errors
from common.api import CallerMixin
from common.tenancy import Role
from conftest import Shop


class OpenCounter(CallerMixin, APIView):
    """Opens a storefront, or fails when asked to."""

    @idempotent(atomic=True)
    def post(self, request: Request) -> Response:
        body: Any = request.data
        made = Storefront.objects.create(business_id=self.caller.business_id, name=body["name"])
        if body.get("fail"):
            raise errors.Conflict("Not today.")
        return Response({"id": made.pk, "count": Storefront.objects.of(self.caller.business_id).count()}, status=201)


def send(user: Any, key: str | None, **body: Any) -> Response:
    headers: dict[str, Any] = {"HTTP_IDEMPOTENCY_KEY": key} if key is not None else {}
    request = APIRequestFactory().post("/counters/", body, format="json", **headers)
    force_authenticate(request, user)
    response: Response = OpenCounter.as_view()(request)
    response.render()
    return response


def test_a_repeat_gets_the_first_answer_and_does_nothing(shop: Shop) -> None:
    first, second = (send(shop.owner.user, "k1", name="Market") for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert Storefront.objects.of(shop.id).filter(name="Market").count() == 1


def test_the_order_of_fields_does_not_make_another_request(shop: Shop) -> None:
    first = send(shop.owner.user, "k1", name="Market", note="x")
    assert send(shop.owner.user, "k1", note="x", name="Market").data["count"] == first.data["count"]


def test_without_a_key_each_request_counts(shop: Shop) -> None:
    assert send(shop.owner.user, None, name="A").data["count"] == 2
    assert send(shop.owner.user, None, name="B").data["count"] == 3


def test_the_same_key_with_another_body_is_refused(shop: Shop) -> None:
    send(shop.owner.user, "k1", name="Market")
    refused = send(shop.owner.user, "k1", name="Harbour")
    assert (refused.status_code, refused.data["error"]) == (409, "idempotency_conflict")


def test_keys_of_two_people_do_not_meet(shop: Shop) -> None:
    colleague = make_member(shop.business, Role.MANAGER)
    send(shop.owner.user, "k1", name="Market")
    assert send(colleague.user, "k1", name="Harbour").status_code == 201


def test_an_error_is_tried_again_and_leaves_nothing(shop: Shop) -> None:
    assert send(shop.owner.user, "k1", name="Market", fail=True).status_code == 409
    assert not Storefront.objects.of(shop.id).filter(name="Market").exists()
    assert send(shop.owner.user, "k1", name="Market").status_code == 201


def test_while_the_first_is_running_a_repeat_is_told_to_wait(shop: Shop) -> None:
    idempotency.claim(shop.caller, key="k1", fingerprint="f")
    with pytest.raises(errors.RequestInProgress):
        idempotency.claim(shop.caller, key="k1", fingerprint="f")


def test_a_request_that_died_is_taken_over_and_its_late_answer_is_not_kept(shop: Shop) -> None:
    dead = idempotency.claim(shop.caller, key="k1", fingerprint="f", seconds=0)
    heir = idempotency.claim(shop.caller, key="k1", fingerprint="f")
    assert idempotency.store(dead, 200, {"from": "dead"}) is False
    assert idempotency.store(heir, 200, {"from": "heir"}) is True


def test_after_a_day_a_key_is_free_again_and_purged(shop: Shop) -> None:
    send(shop.owner.user, "k1", name="Market")
    IdempotentRequest.objects.update(created_at=clock.now() - dt.timedelta(hours=24))
    assert send(shop.owner.user, "k1", name="Harbour").status_code == 201
    IdempotentRequest.objects.update(created_at=clock.now() - dt.timedelta(hours=24))
    assert idempotency.purge() == 1


@pytest.mark.parametrize("key", ["x" * 201, "tab\tinside"])
def test_a_key_that_cannot_be_kept_is_refused_by_name(shop: Shop, key: str) -> None:
    refused = send(shop.owner.user, key, name="Market")
    assert refused.status_code == 400
    assert "Idempotency-Key" in refused.data["fields"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_eight_equal_requests_at_once_one_does_the_work(shop: Shop) -> None:
    answers, gate = [], threading.Barrier(8)

    def one() -> None:
        gate.wait()
        answers.append(send(shop.owner.user, "k1", name="Market").status_code)
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 201 in answers
    assert set(answers) <= {201, 409}
    assert Storefront.objects.filter(business=Business.objects.get(pk=shop.id), name="Market").count() == 1
