"""Documents as JSON: the same steps, rights and refusals as the pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.documents import make_document, make_entry, make_recipient
from tests.office import Office
from tongket.accounts.models import User
from tongket.documents.rules import DocumentState

AsUser = Callable[[User], Client]
S = DocumentState


def post(client: Client, path: str, data: object = None) -> tuple[int, Any]:
    """Status and JSON of a call."""
    answer = client.post(f"/api/conferences/{path}", data or {}, content_type="application/json")
    return answer.status_code, answer.json()


def put(client: Client, path: str, data: object) -> tuple[int, Any]:
    """Status and JSON of a call."""
    answer = client.put(f"/api/conferences/{path}", data, content_type="application/json")
    return answer.status_code, answer.json()


def test_whole_way_of_a_document(office: Office, as_user: AsUser) -> None:
    clerk, leader = as_user(office.clerk), as_user(office.leader)
    status, drafted = post(
        clerk, f"{office.conference.pk}/documents", {"kind": "request", "options": {"duty_kinds": ["paper"]}}
    )
    assert (status, drafted["state"], {row["unit"] for row in drafted["recipients"]}) == (
        200,
        "draft",
        {office.unit_a.pk, office.unit_b.pk},
    )
    one = f"documents/{drafted['id']}"
    status, written = put(
        clerk, one, {"revision": drafted["revision"], "subject": "chuẩn bị tham luận", "body": "Đề nghị chuẩn bị./."}
    )
    assert (status, written["subject"], written["missing"]) == (200, "chuẩn bị tham luận", [])
    assert put(clerk, one, {"revision": drafted["revision"], "subject": "muộn"})[0] == 409
    assert post(clerk, f"{one}/check", {"revision": written["revision"]})[1]["state"] == "checked"
    assert post(leader, f"{one}/return", {"remark": "Sửa"})[1]["state"] == "returned"
    assert post(clerk, f"{one}/check")[1]["state"] == "checked"
    assert post(leader, f"{one}/approve")[1]["state"] == "approved"
    number = {"number": 212, "symbol": "MTTQ-BTT", "dated_on": "2024-10-21"}
    assert post(clerk, f"{one}/number", number)[1]["label"] == "212/MTTQ-BTT"
    assert post(clerk, f"{one}/issue")[1]["state"] == "issued"
    assert post(clerk, f"{one}/issue")[0] == 409
    assert clerk.get(f"/api/conferences/{one}/pdf").content.startswith(b"%PDF")
    register = clerk.get(f"/api/conferences/{office.conference.pk}/register?year=2024").json()
    assert [(line["number"], line["document"]) for line in register] == [(212, drafted["id"])]
    assert post(clerk, f"{one}/recall", {"reason": "Sai"})[1]["state"] == "recalled"


def test_number_that_leaves_a_gap_is_refused_with_its_finding(office: Office, as_user: AsUser) -> None:
    make_entry(unit=office.conference.host, number=212)
    document = make_document(conference=office.conference, state=S.APPROVED)
    number = {"number": 215, "symbol": "X", "dated_on": "2024-10-21"}

    status, said = post(as_user(office.clerk), f"documents/{document.pk}/number", number)

    assert (status, said["detail"]["code"]) == (422, "number_gap")
    clerk = as_user(office.clerk)
    lines = [{"number": each, "symbol": "BC", "dated_on": "2024-10-20", "subject": "Báo cáo"} for each in (213, 214)]
    assert [line["number"] for line in post(clerk, f"{office.conference.pk}/register", lines)[1]] == [213, 214]
    following = clerk.get(f"/api/conferences/{office.conference.pk}/register/next?kind=request&on=2024-10-21").json()
    assert following == {"number": 215, "first": 1, "last": 214}
    assert post(clerk, f"documents/{document.pk}/number", number)[0] == 200


@pytest.mark.parametrize(
    ("step", "state", "clerk", "leader"),
    [
        ("check", S.DRAFT, 200, 403),
        ("approve", S.CHECKED, 403, 200),
        ("draft", S.CHECKED, 200, 403),
        ("drop", S.DRAFT, 200, 403),
        ("issue", S.NUMBERED, 200, 403),
    ],
)
def test_each_step_has_its_person(
    office: Office, as_user: AsUser, step: str, state: DocumentState, clerk: int, leader: int
) -> None:
    people = ((office.clerk, clerk), (office.leader, leader), (office.host_member, 403), (office.member_a, 404))
    for user, wanted in people:
        document = make_document(conference=office.conference, state=state)

        status, _said = post(as_user(user), f"documents/{document.pk}/{step}")

        assert (user.name, status) == (user.name, wanted)


def test_outsiders_see_nothing(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, state=S.ISSUED)
    recipient = make_recipient(document=document, unit=office.unit_a)
    paths = (
        f"{office.conference.pk}/documents",
        f"{office.conference.pk}/register",
        f"documents/{document.pk}",
        f"documents/{document.pk}/docx",
        f"letters/{recipient.pk}",
    )
    for user in (office.guest, office.member_b):
        found = [as_user(user).get(f"/api/conferences/{path}").status_code for path in paths]
        assert found == [404] * 5


def test_unit_reads_its_letters_and_says_that_they_came(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, state=S.ISSUED, number=212)
    recipient = make_recipient(document=document, unit=office.unit_a)
    client = as_user(office.member_a)

    listed = client.get(f"/api/conferences/{office.conference.pk}/letters").json()
    opened = client.get(f"/api/conferences/letters/{recipient.pk}").json()
    received = post(client, f"letters/{recipient.pk}/received")[1]

    assert [(row["label"], row["reached"]) for row in listed] == [("212/MTTQ-BTT", "not_sent")]
    assert (opened["reached"], received["reached"], received["received_by"]) == (
        "opened",
        "received",
        office.member_a.name,
    )
    assert client.get(f"/api/conferences/letters/{recipient.pk}/file").content.startswith(b"%PDF")


def test_recipients_signed_file_and_line_are_set(office: Office, as_user: AsUser) -> None:
    clerk = as_user(office.clerk)
    draft = make_document(conference=office.conference)
    wanted = {"revision": 0, "recipients": [{"name": "Sở Nội vụ", "copies": 2, "role": "copy"}]}
    assert [row["name"] for row in put(clerk, f"documents/{draft.pk}/recipients", wanted)[1]["recipients"]] == [
        "Sở Nội vụ"
    ]
    document = make_document(conference=office.conference, state=S.NUMBERED, number=3)
    path = f"/api/conferences/documents/{document.pk}/signed"
    sent = clerk.post(path, {"file": SimpleUploadedFile("3.pdf", b"%PDF-1.7 scan")})
    assert (sent.status_code, sent.json()["signed_as"]) == (200, "scan")
    assert clerk.post(path, {"file": SimpleUploadedFile("3.exe", b"MZ")}).status_code == 422
    assert clerk.get(path).content == b"%PDF-1.7 scan"
    assert clerk.delete(path).json()["signed_as"] is None
    line = {"received_by": "Bà Sáu", "handed_over_on": "2024-10-22"}
    kept = put(clerk, f"{office.conference.pk}/register/{document.entry.pk}", line)[1]
    assert (kept["received_by"], kept["handed_over_on"], kept["number"]) == ("Bà Sáu", "2024-10-22", 3)


def test_correcting_answers_with_the_new_draft(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, state=S.ISSUED, number=212)

    status, draft = post(
        as_user(office.clerk), f"documents/{document.pk}/correct", {"reason": "Sai hạn", "by_letter": False}
    )

    assert (status, draft["state"], draft["replaces"]) == (200, "draft", document.pk)


def test_unknown_kind_is_refused(office: Office, as_user: AsUser) -> None:
    status, _said = post(as_user(office.clerk), f"{office.conference.pk}/documents", {"kind": "poem"})

    assert status == 422
