"""Where something is sent."""

from datetime import date

import pytest

from tests.plans.checks.judging import due, plan, said
from tongket.plans.checks.deadline_without_address import check

DAY = date(2024, 10, 20)


@pytest.mark.parametrize(
    ("text", "to", "found"),
    [
        ("Gửi báo cáo trước ngày 20/10/2024.", None, ["Hạn gửi báo cáo không nói gửi về đâu."]),
        ("Gửi báo cáo về Văn phòng trước ngày 20/10/2024.", None, []),
        ("Nộp Văn phòng trước ngày 20/10/2024.", None, []),
        ("Xây dựng báo cáo trước ngày 20/10/2024.", None, []),
        ("Gửi báo cáo trước ngày 20/10/2024.", "Văn phòng", []),
    ],
)
def test_words(text: str, to: str | None, found: list[str]) -> None:
    assert said(check, plan({"IV.1": text}, deadlines=(due(DAY, to=to),))) == found
