"""Papers and remarks as JSON, with the rights of the pages."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conftest import ClientOf
from tests.factories.conferences import make_duty
from tests.factories.papers import make_comment, make_version, paper_text
from tests.office import Office
from tongket.conferences.rules import DutyKind
from tongket.core.findings import Finding, Level
from tongket.core.stored_findings import findings_to_json
from tongket.papers.models import DraftAside, PaperVersion

pytestmark = pytest.mark.usefixtures("monday")
HERE = "/api/conferences"
Answer = tuple[int, Any]


def sent(client: Client, method: str, to: str, **body: Any) -> Answer:
    """Status and JSON of a request with a JSON body."""
    send = getattr(client, method)
    answer = send(f"{HERE}{to}", json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


def read(client: Client, place: str) -> Answer:
    """Status and JSON of a question."""
    answer = client.get(f"{HERE}{place}")
    return answer.status_code, answer.json()


def test_papers_are_listed_and_read(office: Office, as_user: ClientOf) -> None:
    make_version(duty=office.duty_a)
    clerk = as_user(office.clerk)

    status, listed = read(clerk, f"/{office.conference.pk}/papers")
    _status, one = read(clerk, f"/papers/{office.duty_a.pk}")

    assert (status, [row["id"] for row in listed["papers"]]) == (200, [office.duty_a.pk, office.duty_b.pk])
    assert (listed["papers"][0]["pages_standard"], listed["papers"][0]["place"]) == (2.6, 1)
    assert (one["state"], one["versions"][0]["speaking_minutes"], one["pages_most"]) == ("handed_in", 6.0, 3.0)


def test_a_unit_checks_and_submits(office: Office, as_user: ClientOf) -> None:
    member, place = as_user(office.member_a), f"{HERE}/papers/{office.duty_a.pk}"

    checked = member.post(f"{place}/check", {"text": paper_text()}).json()
    assert (checked["measured"], PaperVersion.objects.count()) == ("done", 0)
    file = SimpleUploadedFile("bai.txt", paper_text().encode())
    answer = member.post(f"{place}/submit", {"title": "Tên bài", "file": file})

    assert (answer.status_code, answer.json()["title"], answer.json()["state"]) == (200, "Tên bài", "handed_in")
    assert answer.json()["versions"][0]["pages_standard"] == checked["pages_standard"]


def test_a_broken_file_is_refused_with_its_sentence(office: Office, as_user: ClientOf) -> None:
    file = SimpleUploadedFile("bai.docx", b"PK\x03\x04 hong")

    answer = as_user(office.member_a).post(f"{HERE}/papers/{office.duty_a.pk}/submit", {"file": file})

    assert (answer.status_code, PaperVersion.objects.count()) == (422, 0)


def test_the_office_returns_and_accepts(office: Office, as_user: ClientOf) -> None:
    findings = findings_to_json([Finding("pages", Level.BLOCKER, "Dài quá.")])
    make_version(duty=office.duty_a, findings=findings)
    clerk, place = as_user(office.clerk), f"/papers/{office.duty_a.pk}"

    assert sent(clerk, "post", f"{place}/return", due_on="2024-10-22")[0] == 422
    assert sent(clerk, "post", f"{place}/accept")[1]["codes"] == ["pages"]
    status, answer = sent(clerk, "post", f"{place}/accept", because="Đọc rút gọn")

    assert (status, answer["state"], answer["versions"][0]["accepted_because"]) == (200, "accepted", "Đọc rút gọn")
    assert sent(clerk, "post", f"{place}/return", remark="Bớt", due_on="2024-10-22")[1]["state"] == "returned"
    assert "accepted_because" not in read(as_user(office.member_a), place)[1]["versions"][0]


def test_comments_topics_limits_and_places(office: Office, as_user: ClientOf) -> None:
    version = make_version(duty=office.duty_a)
    clerk, member, place = as_user(office.clerk), as_user(office.member_a), f"/papers/{office.duty_a.pk}"

    comment = sent(clerk, "post", f"{place}/comments", text="Bớt", quote="38 hộ", version=version.pk)[1]["comment"]
    assert read(member, place)[1]["comments"] == []
    changed = f"/papers/comments/{comment}"
    assert sent(member, "put", changed, text="Bớt hẳn")[0] == 403
    assert sent(clerk, "put", changed, text="Bớt hẳn", seen="Khác")[0] == 409
    assert sent(clerk, "put", changed, text="Bớt hẳn", seen="Bớt")[1]["comments"][0]["text"] == "Bớt hẳn"
    assert clerk.delete(f"{HERE}/papers/comments/{comment}").json()["comments"] == []
    proposal = sent(member, "post", f"{place}/topic", topic="Chợ phiên")[1]["proposal"]
    assert sent(member, "post", f"/papers/proposals/{proposal}/answer", granted=True)[0] == 403
    assert sent(clerk, "post", f"/papers/proposals/{proposal}/answer", granted=True)[1]["topic"] == "Chợ phiên"
    assert sent(clerk, "put", f"{place}/limits", pages=3.5)[1]["pages_most"] == 3.5
    assert sent(clerk, "put", f"{place}/place", place=2)[0] == 200
    assert [row["id"] for row in read(clerk, f"/{office.conference.pk}/papers")[1]["papers"]] == [
        office.duty_b.pk,
        office.duty_a.pk,
    ]


def test_a_draft_of_a_window_behind_is_kept_aside(office: Office, as_user: ClientOf) -> None:
    member, place = as_user(office.member_a), f"/papers/{office.duty_a.pk}/draft"

    assert sent(member, "put", place, text="Cửa sổ một", revision=0)[1]["revision"] == 1
    status, answer = sent(member, "put", place, text="Cửa sổ hai", revision=0)

    assert (status, answer["text"], answer["aside"]) == (409, "Cửa sổ một", "Cửa sổ hai")
    assert (DraftAside.objects.count(), read(member, place)[1]["revision"]) == (1, 1)


def test_remarks_go_through_all_hands(office: Office, as_user: ClientOf) -> None:
    asked = make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REMARKS)
    clerk, member, there = as_user(office.clerk), as_user(office.member_a), f"/{office.conference.pk}/remarks"
    said = {"speaker_name": "Đặng Thị Minh", "subject": "Giữ đường hoa", "minutes": 5}

    first = sent(member, "put", f"/remarks/for/{asked.pk}", **said)[1]
    wish = sent(member, "post", f"{there}/{office.unit_a.pk}", **said | {"subject": "Xin nói thêm"})[1]
    assert [row["duty"] for row in read(clerk, there)[1]] == [asked.pk, None]
    turn = {"speaker": f"remark:{wish['id']}", "place": 1}
    assert sent(member, "put", f"{there}/place", **turn)[0] == 404
    assert sent(clerk, "put", f"{there}/place", **turn)[1]["order"] == [turn["speaker"], f"duty:{asked.pk}"]
    assert [(row["speaker"], row["place"]) for row in read(clerk, there)[1]] == [
        (turn["speaker"], 1),
        (f"duty:{asked.pk}", 2),
    ]
    assert sent(clerk, "put", f"{there}/place", speaker="duty:0", place=1)[0] == 404
    assert sent(clerk, "post", f"/remarks/{first['id']}/take")[1]["state"] == "taken"
    assert sent(clerk, "post", f"/remarks/{wish['id']}/decline", answer="Hết giờ")[1]["state"] == "declined"
    assert sent(member, "post", f"/remarks/{wish['id']}/withdraw")[0] == 409
    assert sent(member, "post", f"/remarks/{wish['id']}/take")[0] == 403


@pytest.mark.parametrize("person", ["member_b", "guest"])
def test_another_unit_sees_nothing(office: Office, as_user: ClientOf, person: str) -> None:
    version, other = make_version(duty=office.duty_a), as_user(getattr(office, person))
    make_comment(duty=office.duty_a, by=office.clerk)

    answers = [
        read(other, f"/{office.conference.pk}/papers")[0],
        read(other, f"/papers/{office.duty_a.pk}")[0],
        read(other, f"/papers/versions/{version.pk}/file")[0],
        sent(other, "put", f"/papers/{office.duty_a.pk}/draft", text="x", revision=0)[0],
        sent(other, "post", f"/papers/{office.duty_a.pk}/accept")[0],
        read(other, f"/{office.conference.pk}/remarks")[0],
    ]

    assert answers == [404, 404, 404, 404, 404, 404]


def test_the_duty_itself_is_not_handed_in_past_this_room(office: Office, as_user: ClientOf) -> None:
    member, clerk, duty = as_user(office.member_a), as_user(office.clerk), f"/duties/{office.duty_a.pk}"

    handed = sent(member, "post", f"{duty}/hand-in", note="Bài")
    make_version(duty=office.duty_a)

    assert handed == (409, {"detail": f"DutyMoved: /papers/{office.duty_a.pk}/"})
    assert sent(clerk, "post", f"{duty}/accept")[0] == 409
    assert sent(clerk, "post", f"{duty}/return", remark="Bớt", due_on="2024-10-22")[0] == 409
