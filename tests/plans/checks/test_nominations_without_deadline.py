"""By when nominations are due."""

from datetime import date

import pytest

from tests.plans.checks.judging import codes, due, nominator, plan
from tongket.plans.checks.nominations_without_deadline import check

NOMINATORS = (nominator("Phòng Kinh tế"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Lựa chọn, giới thiệu 01 mô hình. (Các tham luận gửi trước ngày 20/10/2024)",
            ["nominations-without-deadline"],
        ),
        ("Gửi hồ sơ đề nghị khen thưởng trước hội nghị 10 ngày.", []),
    ],
)
def test_words_of_the_plan(text: str, found: list[str]) -> None:
    assert codes(check, plan({"IV.2": text}, nominators=NOMINATORS)) == found


def test_deadline_for_nominations_is_enough() -> None:
    deadlines = (due(date(2024, 10, 20), "hồ sơ khen thưởng"),)

    assert codes(check, plan(nominators=NOMINATORS, deadlines=deadlines)) == []


def test_plan_that_asks_for_none_passes() -> None:
    assert codes(check, plan()) == []
