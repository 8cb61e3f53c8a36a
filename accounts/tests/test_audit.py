"""The record of changes: what is written down, who reads it, and that it stays as it was written."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEntry, Invitation
from accounts.services import audit
from accounts.tests.builders import make_member
from accounts.tests.test_staff import accept, invite
from common.tenancy import Role
from conftest import Shop

LOG = "/accounts/api/audit/"


def actions(client: APIClient, query: str = "") -> list[str]:
    return [entry["action"] for entry in client.get(f"{LOG}{query}").data["results"]]


def test_roles_and_leaving_are_written_down_with_who_and_what(owner_client: APIClient, shop: Shop) -> None:
    kofi = make_member(shop.business, Role.CASHIER, name="Kofi")
    owner_client.patch(f"/accounts/api/staff/{kofi.pk}/", {"role": "manager"})
    owner_client.delete(f"/accounts/api/staff/{kofi.pk}/")
    left, changed = owner_client.get(LOG).data["results"]
    assert (left["action"], left["subject"]) == ("member_left", "Kofi")
    assert changed["by"] == {"id": shop.owner.pk, "name": shop.owner.name}
    assert (changed["subject_id"], changed["details"]) == (str(kofi.pk), {"role": ["cashier", "manager"]})


def test_invitations_are_written_down_from_sending_to_joining(owner_client: APIClient) -> None:
    invite(owner_client, "esi@example.com")
    owner_client.delete(f"/accounts/api/staff/invitations/{Invitation.objects.get().pk}/")
    accept(invite(owner_client, "kofi@example.com"), name="Kofi")
    assert actions(owner_client) == ["member_joined", "invited", "invitation_ended", "invited"]


def test_what_does_not_change_is_not_written_down(owner_client: APIClient, shop: Shop) -> None:
    kofi = make_member(shop.business, Role.CASHIER)
    owner_client.patch(f"/accounts/api/staff/{kofi.pk}/", {"role": "cashier", "name": "Kofi B"})
    owner_client.patch("/accounts/api/business/", {"name": shop.business.name})
    assert actions(owner_client) == []


def test_a_refused_change_leaves_no_entry(owner_client: APIClient, shop: Shop) -> None:
    assert owner_client.patch(f"/accounts/api/staff/{shop.owner.pk}/", {"role": "manager"}).status_code == 409
    assert actions(owner_client) == []


def test_the_record_is_filtered_searched_and_paged(owner_client: APIClient, shop: Shop) -> None:
    for name in ("Kofi", "Akosua"):
        audit.record(shop.caller, audit.Action.MEMBER_LEFT, subject=name)
    audit.record_staff(shop.id, audit.Action.PRICE_CHANGED, subject="Rice")
    assert actions(owner_client, "?search=akos") == ["member_left"]
    assert actions(owner_client, "?by_staff=true") == ["price_changed"]
    assert len(actions(owner_client, f"?staff_id={shop.owner.pk}&action=member_left")) == 2
    assert actions(owner_client, "?to=2020-01-01") == []
    assert owner_client.get(f"{LOG}?page_size=1").data["count"] == 3
    assert owner_client.get(f"{LOG}?action=nothing").status_code == 400


@pytest.mark.parametrize("role", [Role.MANAGER, Role.CASHIER])
def test_owners_alone_read_it(shop: Shop, client_of: Any, role: Role) -> None:
    assert client_of(make_member(shop.business, role)).get(LOG).status_code == 403


def test_no_other_business_reads_it(owner_client: APIClient, other_shop: Shop) -> None:
    audit.record(other_shop.caller, audit.Action.MEMBER_LEFT, subject="Kofi")
    assert actions(owner_client) == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_changes_it_over_http(owner_client: APIClient, method: str) -> None:
    assert getattr(owner_client, method)(LOG, {}).status_code == 405


def test_an_entry_is_never_changed_and_never_deleted(shop: Shop) -> None:
    audit.record(shop.caller, audit.Action.MEMBER_LEFT, subject="Kofi")
    entry = AuditEntry.objects.get()
    for change in (entry.save, entry.delete):
        with pytest.raises(TypeError):
            change()


@pytest.mark.parametrize("more", [1, 20])
def test_the_record_takes_four_queries(
    owner_client: APIClient, shop: Shop, more: int, django_assert_num_queries: Any
) -> None:
    for _ in range(more):
        audit.record(shop.caller, audit.Action.MEMBER_LEFT, subject="Kofi")
    with django_assert_num_queries(4):
        assert owner_client.get(LOG).data["count"] == more
