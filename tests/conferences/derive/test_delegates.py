"""Delegates of each unit named among the participants, the host and the rewarded aside."""

import pytest

from tests.conferences.derive.making import ALLIES, FRONTS, HOST, matter, places
from tongket.conferences.derive.delegates import delegates, sender
from tongket.conferences.rules import DutyKind
from tongket.plans.facts import Participant, Task


def coming(clause: str, text: str) -> Participant:
    """A row of the participants."""
    return Participant(clause, text, None)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Đại diện lãnh đạo Phòng Kinh tế", "Phòng Kinh tế"),
        ("Chủ tịch, Phó Chủ tịch Hội Nông dân thành phố: 02 đồng chí", "Hội Nông dân thành phố"),
        ("Kính mời Thường trực Thành ủy", "Thành ủy"),
        ("Phòng Kinh tế (01 người)", "Phòng Kinh tế"),
        ("Các tổ chức chính trị - xã hội thành phố, mỗi đơn vị 2 đại biểu", ALLIES),
        ("Phóng viên", None),
        ("Các tập thể, cá nhân được biểu dương", "Các tập thể, cá nhân được biểu dương"),
        ("Hộ gia đình được khen thưởng", None),
        ("Ban Thường trực", "Ban Thường trực"),
        ("(20 người)", None),
        ("", None),
    ],
)
def test_sender_is_the_body_behind_the_people(text: str, body: str | None) -> None:
    assert sender(text) == body


def test_delegates_are_owed_by_each_unit_named() -> None:
    rows = (coming("II.1/2", f"{ALLIES}: 10 đại biểu"), coming("II.1/3", "Đại diện Phòng Kinh tế"))

    found = delegates(matter(participants=rows))

    assert {draft.kind for draft in found} == {DutyKind.DELEGATES}
    assert places(found) == [("women", "II.1/2", ()), ("farmers", "II.1/2", ()), ("economy", "II.1/3", ())]


def test_host_sends_nobody_to_its_own_conference() -> None:
    assert delegates(matter(participants=(coming("II.1/1", HOST.name),))) == []


def test_task_to_send_somebody_stands_behind_it() -> None:
    told = Task("IV.3/2", FRONTS, "Cử đại biểu tham dự hội nghị đầy đủ")

    found = delegates(matter(participants=(coming("II.1/4", FRONTS),), tasks=[told]))

    assert places(found) == [
        ("ward", "II.1/4", ("IV.3/2",)),
        ("phu", "II.1/4", ("IV.3/2",)),
        ("thang", "II.1/4", ("IV.3/2",)),
    ]


def test_unit_named_alone_and_in_a_collective_owes_once() -> None:
    rows = (coming("II.1/2", ALLIES), coming("II.1/5", "Hội Nông dân thành phố"))

    assert places(delegates(matter(participants=rows))) == [
        ("women", "II.1/2", ()),
        ("farmers", "II.1/2", ("II.1/5",)),
    ]
