"""What the plan leaves to be announced, the host announces."""

from datetime import date

import pytest

from tests.conferences.derive.making import clause, matter, places
from tongket.conferences.derive.notices import notices
from tongket.conferences.rules import DutyKind
from tongket.plans.facts import Time, Venue

OPEN = Time(
    "Dự kiến tháng 10/2024 (có thông báo sau)", date(2024, 10, 1), date(2024, 10, 31), None, None, tentative=True
)
CLAUSES = [
    clause("II.2", "Thời gian: Dự kiến tháng 10/2024 (có thông báo sau). Địa điểm: sẽ thông báo sau."),
    clause("II.3", "Địa điểm: sẽ thông báo trong giấy mời."),
]


def test_notice_of_an_open_time_is_owed_by_the_host() -> None:
    (draft,) = notices(matter(clauses=CLAUSES, time=OPEN))

    assert (draft.kind, draft.unit, draft.clause, draft.text) == (DutyKind.NOTICE, "host", "II.2", OPEN.text)


def test_time_and_place_left_open_at_one_clause_are_one_notice() -> None:
    found = notices(matter(clauses=CLAUSES, time=OPEN, venue=Venue("sẽ thông báo sau", None)))

    assert places(found) == [("host", "II.2", ())]


def test_place_left_open_at_another_clause_is_a_notice_of_its_own() -> None:
    found = notices(matter(clauses=CLAUSES, time=OPEN, venue=Venue("sẽ thông báo trong giấy mời", None)))

    assert places(found) == [("host", "II.2", ()), ("host", "II.3", ())]


@pytest.mark.parametrize(
    ("time", "venue"),
    [
        (None, None),
        (
            Time(
                "Ngày 30/10/2024 (theo giấy mời)", date(2024, 10, 30), date(2024, 10, 30), None, None, tentative=False
            ),
            None,
        ),
        (Time("Trong tháng 10/2024", date(2024, 10, 1), date(2024, 10, 31), None, None, tentative=True), None),
        (None, Venue("Hội trường UBND thành phố", None)),
        (None, Venue(None, "159 Trần Quý Cáp")),
    ],
    ids=["nothing stated", "day is fixed", "nothing promised", "hall is named", "address only"],
)
def test_settled_time_and_place_need_no_notice(time: Time | None, venue: Venue | None) -> None:
    assert list(notices(matter(clauses=CLAUSES, time=time, venue=venue))) == []


def test_notice_of_words_found_in_no_clause_stands_at_none() -> None:
    (draft,) = notices(matter(time=OPEN))

    assert (draft.clause, draft.unit) == (None, "host")


def test_notice_without_a_known_host_names_nobody() -> None:
    (draft,) = notices(matter(clauses=CLAUSES, time=OPEN, host=None))

    assert (draft.unit, draft.unit_name) == (None, "")
