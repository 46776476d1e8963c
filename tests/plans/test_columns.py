"""Tables drawn with bars or with spaces read alike."""

import pytest

from tests.plans.making import plan_with
from tongket.plans.facts import Task

BARS = """IV. PHÂN CÔNG NHIỆM VỤ
| TT | Nội dung công việc | Đơn vị chủ trì | Thời gian |
|---|---|---|---|
| 1 | Viết báo cáo tổng kết | Văn phòng | 20/11/2025 |
| 2 | Trang trí hội trường | Tổ Hành chính | |
V. KINH PHÍ
Nguồn quỹ Hội."""
SPACES = """IV. PHÂN CÔNG NHIỆM VỤ
TT    Nội dung công việc       Đơn vị chủ trì     Thời gian
1     Viết báo cáo             Văn phòng          20/11/2025
      tổng kết
2     Trang trí hội trường     Tổ Hành chính
V. KINH PHÍ
Nguồn quỹ Hội."""


@pytest.mark.parametrize("body", [BARS, SPACES])
def test_task_table(body: str) -> None:
    facts = plan_with(body).facts

    assert facts.tasks == (
        Task("IV/1", "Văn phòng", "Viết báo cáo tổng kết"),
        Task("IV/2", "Tổ Hành chính", "Trang trí hội trường"),
    )
    assert [(row.clause, row.what, str(row.on), row.units) for row in facts.deadlines] == [
        ("IV/1", "Viết báo cáo tổng kết", "2025-11-20", ("Văn phòng",))
    ]
    assert [row.text for row in facts.budget] == ["Nguồn quỹ Hội"]
