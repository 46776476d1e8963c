"""The documents that name people: who stands on the list, who is invited by name, whose coming is confirmed."""

from typing import Any

import pytest

from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.conferences.models import Conference, Duty, PlanVersion
from tongket.conferences.rules import DutyKind
from tongket.delegates.actions.listing import Entry, add_delegate, set_group_size
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.queries.listed import stale_lists
from tongket.delegates.rules import Answer, Said
from tongket.documents.actions.copies import add_copies
from tongket.documents.actions.drafting import draft_document
from tongket.documents.actions.life import approve, check, give_number, issue
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.copies import proposed, unfinished
from tongket.documents.render.values import Table, plain
from tongket.papers.models import Paper
from tongket.units.models import Person

PARTICIPANTS: list[dict[str, Any]] = [
    {"clause": "II.1/1", "text": "Ban Thường trực thành phố", "count": None},
    {"clause": "II.1/4", "text": "Mỗi xã, phường 02 đại biểu;", "count": 2},
]


@pytest.fixture
def planned(office: Office, asked: Duty) -> Office:
    """A plan of two groups; unit A named two people, one of whom speaks and one is absent, unit B has not answered."""
    PlanVersion.objects.filter(conference=office.conference).update(facts={"participants": PARTICIPANTS})
    make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES, clause="II.1/4")
    Paper.objects.create(duty=office.duty_a, speaker_name=HOA.name, speaker_post=HOA.post)
    say(office, asked, HOA, Said(NHUNG.name, NHUNG.post, answer=Answer.ABSENT, reason="ốm"))
    return office


def guest(office: Office, name: str, **values: Any) -> Delegate:
    """Somebody whom the office invites itself."""
    answer = values.pop("answer", Answer.ASKED)
    entry = Entry(Said(name, values.pop("post", ""), answer=answer), **values)
    return add_delegate(conference=office.conference, entry=entry, by=office.clerk, now=NOW)[0]


def table_of(document: Document) -> list[list[str]]:
    """The rows of the printed list."""
    (table,) = [block for block in assembled(document).document.body if isinstance(block, Table)]
    return [[plain(cell.runs) for cell in row] for row in table.rows]


def draft(office: Office, kind: str) -> Document:
    """A new document of that kind."""
    return draft_document(conference=office.conference, kind=kind, by=office.clerk, now=NOW)


def issued_list(office: Office) -> Document:
    """The list of delegates, issued."""
    document = draft(office, "delegate_list")
    check(document=document, by=office.clerk, now=NOW)
    approve(document=document, by=office.leader, now=NOW)
    give_number(document=document, number=1, dated_on=NOW.date(), symbol=document.symbol, by=office.clerk, now=NOW)
    issue(document=Document.objects.get(pk=document.pk), by=office.clerk, now=NOW)
    return document


def stale(conference: Conference) -> frozenset[int]:
    return stale_lists(conference, attendance_of(conference))


def test_the_list_names_groups_and_everybody_who_was_asked(planned: Office) -> None:
    guest(planned, "Lê Văn Thành", body="Ủy ban MTTQ tỉnh", post="Phó Chủ tịch", answer=Answer.COMING)
    guest(planned, "Nguyễn Thị Thu Hiền", unit=planned.conference.host, clause="II.1/1", part="Chủ tọa")
    document = draft(planned, "delegate_list")
    body = document.body

    unit, other = planned.unit_a.name, planned.unit_b.name
    assert table_of(document) == [
        ["Khách mời"],
        ["1", "Lê Văn Thành", "Phó Chủ tịch", "Ủy ban MTTQ tỉnh", ""],
        ["Ban Thường trực thành phố"],
        ["2", "Nguyễn Thị Thu Hiền", "", planned.conference.host.name, "Chủ tọa; Chưa trả lời"],
        ["Mỗi xã, phường 02 đại biểu"],
        ["3", HOA.name, HOA.post, unit, "Tham luận"],
        ["4", NHUNG.name, NHUNG.post, unit, "Vắng có lý do"],
        ["5", "Chưa cử người", "", other, "Chưa trả lời"],
        ["6", "Chưa cử người", "", other, "Chưa trả lời"],
    ]
    assert "Danh sách gồm 6 đại biểu, 2 người đã xác nhận dự./." in body
    assert [each.code for each in assembled(document).findings] == ["missing_value", "places_unanswered"]


def test_a_list_without_anybody_still_lacks_its_people(office: Office, asked: Duty) -> None:
    found = assembled(draft(office, "delegate_list"))

    assert {"danh sách đại biểu", "số đại biểu triệu tập"} <= set(found.missing)
    assert "places_unanswered" not in [each.code for each in found.findings]


def test_an_older_template_of_the_office_goes_on(planned: Office) -> None:
    values = KINDS["delegate_list"].values(planned.conference, {})

    assert [row["ho_ten"] for row in values["dai_bieu"]][:2] == [HOA.name, NHUNG.name]
    assert {"ho_ten", "chuc_vu", "don_vi", "ghi_chu"} <= set(values["dai_bieu"][0])
    assert (values["so_trieu_tap"], values["so_xac_nhan"]) == (4, 1)


def test_units_that_send_nobody_or_fewer_were_summoned_too(planned: Office, asked: Duty) -> None:
    say(planned, asked, HOA)
    (other,) = Duty.objects.filter(kind=DutyKind.DELEGATES).exclude(pk=asked.pk)
    say(planned, other, because="bận họp")
    values = KINDS["delegate_list"].values(planned.conference, {})

    assert [(row["ho_ten"], row["don_vi"], row["ghi_chu"]) for row in values["dai_bieu"]] == [
        (HOA.name, planned.unit_a.name, "Tham luận"),
        ("Không cử người", planned.unit_a.name, "Vắng"),
        ("Không cử người", planned.unit_b.name, "Vắng có lý do"),
        ("Không cử người", planned.unit_b.name, "Vắng có lý do"),
    ]
    assert (values["so_trieu_tap"], KINDS["minutes"].values(planned.conference, {})["so_trieu_tap"]) == (4, 4)


def test_minutes_know_how_many_were_asked(planned: Office) -> None:
    assert KINDS["minutes"].values(planned.conference, {})["so_trieu_tap"] == 4


def test_units_are_invited_as_such_and_others_by_name(planned: Office) -> None:
    person = Person.objects.create(name="Trần Văn Tám", email="tam@vidu.vn")
    known = guest(planned, "Ông Trần Văn Tám", post="Phóng viên", body="Báo Quảng Nam")
    Delegate.objects.filter(pk=known.pk).update(person=person)
    guest(planned, "Phan Thị Mười", unit=planned.unit_b, post="Chi hội trưởng", answer=Answer.COMING)
    guest(planned, "Lê Văn Vắng", answer=Answer.ABSENT)
    guest(planned, "Nguyễn Thị Thu Hiền", unit=planned.conference.host)
    document = draft(planned, "invitation")
    drafts = proposed(document, "units", on=NOW.date())
    add_copies(document=document, drafts=drafts, by=planned.clerk, now=NOW)

    assert [(each.values["nguoi_duoc_moi"], each.email, each.is_unit) for each in drafts] == [
        (f"Đại diện lãnh đạo {planned.unit_a.name}", "", True),
        (f"Đại diện lãnh đạo {planned.unit_b.name}", "", True),
        (f"Phan Thị Mười, Chi hội trưởng, {planned.unit_b.name}", "", False),
        ("Ông Trần Văn Tám, Phóng viên, Báo Quảng Nam", "tam@vidu.vn", False),
    ]
    assert [each.unit for each in document.recipients.order_by("ordinal")] == [planned.unit_a, planned.unit_b]
    assert unfinished(document) == []


def test_everybody_who_comes_gets_a_confirmation(planned: Office) -> None:
    guest(planned, "Bà Lê Thị Xuân", body="Tổ hợp tác trồng nấm", answer=Answer.COMING)
    document = draft(planned, "confirmation")
    drafts = proposed(document, "units", on=NOW.date())
    add_copies(document=document, drafts=drafts, by=planned.clerk, now=NOW)
    first = document.copies.order_by("ordinal")[1]
    said = " ".join(str(block) for block in assembled(document, first).document.body)

    assert [(each.name, each.values["don_vi_cong_tac"], each.values["viec_xac_nhan"]) for each in drafts] == [
        ("Lê Thị Xuân", "Tổ hợp tác trồng nấm", "Đã tham dự"),
        (HOA.name, planned.unit_a.name, "Đã tham dự và trình bày tham luận tại"),
    ]
    assert [each.name for each in unfinished(document)] == ["Lê Thị Xuân"]
    assert "«" not in said


def test_while_nobody_comes_units_that_speak_are_confirmed(office: Office, asked: Duty) -> None:
    say(office, asked, because="bận họp")

    found = KINDS["confirmation"].addressees(office.conference, {})
    assert [each.unit for each in found] == [office.unit_a, office.unit_b]


def test_an_issued_list_is_told_apart_from_who_comes_now(planned: Office, asked: Duty) -> None:
    set_group_size(conference=planned.conference, clause="II.1/1", each=1, by=planned.clerk, now=NOW)
    Conference.objects.filter(pk=planned.conference.pk).update(venue="Hội trường")
    planned.conference.refresh_from_db()
    PlanVersion.objects.filter(conference=planned.conference).update(number="305/KH-MTTQ-BTT")
    document = issued_list(planned)
    before = stale(planned.conference)
    say(planned, asked, HOA)

    assert [sorted(before), sorted(stale(planned.conference))] == [[], [document.pk]]


def test_a_list_issued_before_groups_had_headings_is_not_outdated_by_them(planned: Office, asked: Duty) -> None:
    Conference.objects.filter(pk=planned.conference.pk).update(venue="Hội trường")
    planned.conference.refresh_from_db()
    PlanVersion.objects.filter(conference=planned.conference).update(number="305/KH-MTTQ-BTT")
    document = Document.objects.get(pk=issued_list(planned).pk)
    for row in document.made_from["dai_bieu"]:
        del row["nhom"]
    document.save()
    before = stale(planned.conference)
    say(planned, asked, HOA)

    assert [sorted(before), sorted(stale(planned.conference))] == [[], [document.pk]]
