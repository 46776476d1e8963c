"""The last day in time, as the words around the printed date mean it."""

from datetime import date

import pytest

from tests.conferences.derive.making import clause, deadline, owner, owners
from tongket.conferences.derive.due import Calendar, Due
from tongket.conferences.rules import DueSource, DutyKind

PRINTED = date(2024, 10, 20)


def due_by(text: str, *, hour: str | None = None) -> date | None:
    """The last day of a paper whose date stands in these words."""
    calendar = Calendar([deadline("tham luận", PRINTED, hour=hour)], [clause("IV", text)], owners())
    return calendar.due(DutyKind.PAPER, owner("farmers"), ["III.2/1"]).on


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("gửi tham luận trước ngày 20/10/2024", 19),
        ("gửi tham luận trước 20/10", 19),
        ("Trước ngày 20 tháng 10 năm 2024 gửi tham luận", 19),
        ("trước thứ Hai, ngày 20/10/2024", 19),
        ("trước ngày (Chủ nhật) 20/10/2024", 19),
        ("gửi trước ngày 20-10-2024", 19),
        ("trước Chủ nhật, ngày 20/10/2024", 19),
        ("chậm nhất trước ngày 20/10/2024", 19),
        ("hết ngày 20/10/2024", 20),
        ("trước hết ngày 20/10/2024", 20),
        ("trước cuối ngày 20/10/2024", 20),
        ("gửi trước, chậm nhất ngày 20/10/2024", 20),
        ("chậm nhất ngày 20/10/2024", 20),
        ("đến ngày 20.10.2024", 20),
        ("trước hội nghị, chậm nhất ngày 20/10/2024", 20),
        ("trước ngày 20/11/2024, gửi báo cáo; tham luận ngày 20/10/2024", 20),
        ("gửi tham luận trong tuần", 20),
    ],
)
def test_words_before_the_printed_date_say_the_last_day(text: str, last: int) -> None:
    assert due_by(text) == date(2024, 10, last)


def test_hour_beside_the_date_means_that_very_day() -> None:
    assert due_by("gửi trước 17 giờ ngày 20/10/2024", hour="17:00") == PRINTED


def test_words_in_another_part_of_the_plan_say_nothing_of_it() -> None:
    calendar = Calendar([deadline("tham luận", PRINTED)], [clause("II.1", "trước ngày 20/10/2024")], owners())

    assert calendar.due(DutyKind.PAPER, owner("farmers"), []) == Due(PRINTED, DueSource.PLAN)


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (DutyKind.PAPER, "bài tham luận"),
        (DutyKind.REVIEW, "báo cáo tổng kết"),
        (DutyKind.REVIEW, "số liệu"),
        (DutyKind.NOMINATION, "Hồ sơ đề nghị khen thưởng"),
        (DutyKind.NOMINATION, "báo cáo thành tích"),
        (DutyKind.EXHIBIT, "đăng ký gian hàng"),
        (DutyKind.DELEGATES, "danh sách đại biểu"),
        (DutyKind.REMARKS, "nội dung phát biểu"),
    ],
    ids=lambda value: str(value),
)
def test_delivery_belongs_to_one_kind(kind: DutyKind, what: str) -> None:
    calendar = Calendar([deadline(what, PRINTED)], [], owners())
    kinds = [each for each in DutyKind if calendar.due(each, owner("farmers"), ["IV"]).on is not None]

    assert kinds == [kind]


def test_earliest_day_counts_where_two_fit() -> None:
    days = [
        deadline("tham luận", PRINTED),
        deadline("tham luận (bản thảo)", date(2024, 10, 10)),
        deadline("tham luận", None),
    ]

    assert Calendar(days, [], owners()).due(DutyKind.PAPER, owner("farmers"), []) == Due(
        date(2024, 10, 10), DueSource.PLAN
    )


def test_day_for_named_units_holds_for_them_alone() -> None:
    named = deadline("tham luận", PRINTED, units=["Hội Nông dân thành phố"])
    calendar = Calendar([named], [], owners())

    assert [calendar.due(DutyKind.PAPER, owner(key), []) for key in ("farmers", "women")] == [
        Due(PRINTED, DueSource.PLAN),
        Due(None, DueSource.NONE),
    ]


def test_duty_without_a_printed_day_has_none() -> None:
    calendar = Calendar([deadline("tham luận", None)], [], owners())

    assert calendar.due(DutyKind.PAPER, owner("farmers"), ["IV"]) == Due(None, DueSource.NONE)


def test_task_takes_no_day_of_another_place_or_delivery() -> None:
    days = [deadline("kịch bản", PRINTED, at="IV.1/1"), deadline("tham luận", date(2024, 10, 1), at="IV.1/2")]
    calendar = Calendar(days, [], owners())

    found = [calendar.due(DutyKind.TASK, owner("host"), [place]).on for place in ("IV.1/1", "IV.1/2", None)]

    assert found == [PRINTED, None, None]
