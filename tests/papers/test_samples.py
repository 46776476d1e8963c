"""Six papers as people write them: what is found in each, and that the good ones are left in peace."""

from datetime import date

import pytest

from tests.papers.samples import AUTHORS, assignment, known, manuscript
from tongket.papers.examine import Examination, examine
from tongket.papers.values import shipped_limits, standard_form

TODAY = date(2024, 10, 21)


def examined(name: str) -> Examination:
    """What is said of a paper that came in answer to the model plan."""
    return examine(
        manuscript(name),
        form=standard_form(),
        limits=shipped_limits(),
        assignment=assignment(name),
        known=known(),
        today=TODAY,
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in AUTHORS if name != "tam-thang"])
def test_good_paper_is_left_in_peace(name: str) -> None:
    seen = examined(name)

    assert [(finding.code, finding.quote) for finding in seen.findings] == []
    assert [asked.words for asked in seen.asked if asked.block is None] == []
    assert 2.0 < seen.figures.pages_standard < 3.0
    assert 5.5 < seen.figures.speaking_minutes < 7.0


@pytest.mark.slow
def test_long_paper_is_stopped_by_both_meters_and_its_slip_is_shown() -> None:
    seen = examined("tam-thang")

    assert [(finding.code, finding.level.value) for finding in seen.findings] == [
        ("too-long", "blocker"),
        ("too-slow", "blocker"),
        ("figures-disagree", "advice"),
    ]
    assert round(seen.figures.pages_standard, 1) == 3.4
    assert abs(seen.figures.speaking_minutes - 8.17) < 0.15
    slip = seen.findings[2].values
    assert (slip["first"], slip["first_page"], slip["second"], slip["page"]) == ("38 hộ nghèo", 1, "36 hộ nghèo", 3)


@pytest.mark.slow
def test_everything_that_tam_thang_was_asked_for_is_found_in_its_place() -> None:
    seen = examined("tam-thang")

    assert [(asked.code, asked.page) for asked in seen.asked] == [
        ("name", 1),
        ("exemplar", 1),
        ("method", 1),
        ("propaganda", 1),
        ("results", 2),
        ("advantages", 2),
        ("difficulties", 2),
        ("solutions", 3),
        ("lessons", 3),
    ]
    assert seen.title == ("Một tổ đoàn kết giúp một hộ thoát nghèo: cách vận động, xây dựng mô hình tại xã Tam Thăng")
