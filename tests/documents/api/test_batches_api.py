"""Copies and batches as JSON: the same rights and actions as the pages."""

import pytest

from tests.conftest import ClientOf
from tests.factories.copies import make_batch, make_copies, make_invitation
from tests.office import Office
from tongket.documents.actions.batch_work import make_batch as work_at
from tongket.documents.models import Batch, Copy, Document
from tongket.documents.rules import DocumentState

BASE = "/api/conferences/documents"


@pytest.fixture
def invitation(office: Office) -> Document:
    return make_invitation(conference=office.conference, state=DocumentState.NUMBERED, by=office.clerk)


def post(client_of: ClientOf, user: object, path: str, body: dict[str, object]) -> tuple[int, object]:
    answer = client_of(user).post(BASE + path, body, content_type="application/json")  # type: ignore[arg-type]
    return answer.status_code, answer.json()


def test_lines_are_told_and_added(office: Office, invitation: Document, as_user: ClientOf) -> None:
    body: dict[str, object] = {"text": "Lê B; CT; Hội A\n123", "common": {"noi_dung_moi": "dự"}}
    path = f"/{invitation.pk}/copies"

    tried = post(as_user, office.clerk, path, {**body, "dry_run": True})
    before = Copy.objects.count()
    status, told = post(as_user, office.clerk, path, body)

    assert (tried[0], before, status, Copy.objects.count()) == (200, 0, 200, 1)
    assert isinstance(told, dict)
    assert (told["added"], [line["fault"] for line in told["lines"]]) == (1, ["", "Dòng này không có tên ai."])
    (row,) = as_user(office.host_member).get(BASE + path).json()
    assert (row["name"], row["missing"], row["values"]["noi_dung_moi"]) == ("Lê B", [], "dự")


@pytest.mark.parametrize("path", ["copies", "copies/remove", "batches"])
def test_only_who_writes_changes_anything(office: Office, invitation: Document, as_user: ClientOf, path: str) -> None:
    make_copies(invitation, 1)
    body: dict[str, object] = {"text": "", "ids": []}

    people = (office.clerk, office.host_member, office.member_a, office.guest)
    assert [post(as_user, user, f"/{invitation.pk}/{path}", body)[0] for user in people] == [200, 403, 404, 404]


def test_copies_are_taken_off_unless_issued(office: Office, invitation: Document, as_user: ClientOf) -> None:
    first, second = make_copies(invitation, 2)
    path = f"/{invitation.pk}/copies/remove"

    removed = post(as_user, office.clerk, path, {"ids": [first.pk]})
    work_at(make_batch(invitation).pk)

    assert removed == (200, {"removed": 1})
    assert post(as_user, office.clerk, path, {"ids": [second.pk]})[0] == 409


def test_batch_is_ordered_stopped_gone_on_with_and_read(
    office: Office, invitation: Document, as_user: ClientOf
) -> None:
    assert post(as_user, office.clerk, f"/{invitation.pk}/batches", {})[0] == 409
    make_copies(invitation, 1, common={})
    assert post(as_user, office.clerk, f"/{invitation.pk}/batches", {})[0] == 422
    Copy.objects.update(values={"nguoi_duoc_moi": "Ông A", "noi_dung_moi": "dự"})

    status, told = post(as_user, office.clerk, f"/{invitation.pk}/batches", {"is_stacked": True})
    batch = Batch.objects.get()
    states = [post(as_user, office.clerk, f"/batches/{batch.pk}/{what}", {})[0] for what in ("stop", "stop", "go-on")]
    work_at(batch.pk)

    assert isinstance(told, dict)
    assert (status, told["state"], told["total"], states) == (200, "waiting", 1, [200, 409, 200])
    client = as_user(office.host_member)
    done = client.get(f"{BASE}/batches/{batch.pk}").json()
    assert (done["state"], done["percent"], done["has_print_file"], done["has_zip"]) == ("done", 100, True, True)
    assert [client.get(f"{BASE}/batches/{batch.pk}/{what}").status_code for what in ("print", "zip")] == [200, 200]
    assert as_user(office.member_a).get(f"{BASE}/batches/{batch.pk}").status_code == 404
    assert client.get(f"{BASE}/batches/{batch.pk + 1}").status_code == 404
