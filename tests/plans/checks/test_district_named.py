"""Districts and townships after their end."""

from datetime import date

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.district_named import check
from tongket.plans.facts import Participant, Task, Venue

AFTER = date(2025, 7, 14)


def test_district_that_owes_something_is_named() -> None:
    later = plan(issued_on=AFTER, tasks=(Task("IV.1", "UBND các huyện", "Gửi báo cáo"),))

    assert said(check, later) == ["Kế hoạch ban hành ngày 14/7/2025 còn nêu “UBND các huyện”."]


def test_names_are_given_together() -> None:
    venue = Venue("Hội trường", "thị trấn An Lộc")

    later = plan(issued_on=AFTER, recipients=("Huyện ủy An Lộc", "Lưu: VT"), venue=venue)

    assert said(check, later) == ["Kế hoạch ban hành ngày 14/7/2025 còn nêu “Huyện ủy An Lộc”, “thị trấn An Lộc”."]


@pytest.mark.parametrize("text", ["UBND các xã, phường", "Nguyên Chủ tịch UBND huyện cũ", "Quân khu 5"])
def test_what_is_there_or_called_former_passes(text: str) -> None:
    assert said(check, plan(issued_on=AFTER, participants=(Participant("II.1/1", text, None),))) == []


@pytest.mark.parametrize("issued_on", [date(2025, 6, 30), None])
def test_before_that_day_there_are_districts(issued_on: date | None) -> None:
    assert said(check, plan(issued_on=issued_on, recipients=("UBND các huyện",))) == []
