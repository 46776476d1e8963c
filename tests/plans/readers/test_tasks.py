"""Tasks: the unit as heading, inside the sentence, in front of a colon, in a table column."""

import pytest

from tests.plans.making import plan_with
from tongket.plans.facts import Task

HEAD = "IV. TỔ CHỨC THỰC HIỆN\n"
TASKS = [
    ("1. Phòng Nội vụ\n- Xây dựng báo cáo.\n- Chuẩn bị hội trường.",
     [("IV.1/1", "Phòng Nội vụ", "Xây dựng báo cáo"), ("IV.1/2", "Phòng Nội vụ", "Chuẩn bị hội trường")]),
    ("1. Phòng Nội vụ: Xây dựng báo cáo.\n2. Văn phòng: Chuẩn bị hội trường.",
     [("IV.1", "Phòng Nội vụ", "Xây dựng báo cáo"), ("IV.2", "Văn phòng", "Chuẩn bị hội trường")]),
    ("1. Giao Phòng Nội vụ chủ trì, chuẩn bị nội dung.\n2. Đề nghị UBMTTQ Việt Nam huyện phối hợp tuyên truyền.",
     [("IV.1", "Phòng Nội vụ", "Giao Phòng Nội vụ chủ trì, chuẩn bị nội dung"),
      ("IV.2", "UBMTTQ Việt Nam huyện", "Đề nghị UBMTTQ Việt Nam huyện phối hợp tuyên truyền")]),
    ("- Phòng Tài chính - Kế hoạch: Thẩm định dự toán.", [("IV/1", "Phòng Tài chính - Kế hoạch", "Thẩm định dự toán")]),
    ("- Kê, dọn bàn ghế: Chi hội 9. (cô Hằng)", [("IV/1", "Chi hội 9", "Kê, dọn bàn ghế")]),
    ("- Giao Trường A (điểm cầu) chuẩn bị phòng họp.\n+ Bố trí 65 ghế.",
     [("IV/1", "Trường A", "Giao Trường A (điểm cầu) chuẩn bị phòng họp"), ("IV/1", "Trường A", "Bố trí 65 ghế")]),
    ("- Công đoàn trường có trách nhiệm trang trí hội trường.",
     [("IV/1", "Công đoàn trường", "Công đoàn trường có trách nhiệm trang trí hội trường")]),
    ("1. Giáo viên chủ nhiệm: Lập danh sách học sinh.", [("IV.1", "Giáo viên chủ nhiệm", "Lập danh sách học sinh")]),
    ("| TT | Nội dung | Đơn vị chủ trì |\n|---|---|---|\n| 1 | Viết báo cáo | Văn phòng |",
     [("IV/1", "Văn phòng", "Viết báo cáo")]),
    ("| Viết báo cáo tổng kết | Văn phòng |\n| Trang trí | Tổ in |",
     [("IV/1", "Văn phòng", "Viết báo cáo tổng kết"), ("IV/2", "Tổ in", "Trang trí")]),
    ("| TT | Nội dung | Đơn vị |\n|---|---|---|\n| 1 | Viết báo cáo | |", []),
    ("- Phòng Nội vụ:\n+ Viết báo cáo.\n+ In tài liệu.",
     [("IV/1", "Phòng Nội vụ", "Viết báo cáo"), ("IV/1", "Phòng Nội vụ", "In tài liệu")]),
    ("1. Đối với các xã\n- Viết báo cáo.", [("IV.1/1", "các xã", "Viết báo cáo")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "tasks"), TASKS)
def test_tasks(body: str, tasks: list[tuple[str, str, str]]) -> None:
    assert list(plan_with(HEAD + body).facts.tasks) == [Task(*task) for task in tasks]


def test_closing_sentence_is_no_task() -> None:
    body = HEAD + "1. Phòng Nội vụ\n- Xây dựng báo cáo.\nTrên đây là kế hoạch; đề nghị các đơn vị thực hiện./."

    assert [task.text for task in plan_with(body).facts.tasks] == ["Xây dựng báo cáo"]


def test_work_under_a_heading_that_names_no_body_is_nobodys_task() -> None:
    plan = plan_with(f"{HEAD}1. Công tác chuẩn bị\n- Viết báo cáo.")

    assert plan.facts.tasks == ()


def test_sentences_that_give_work_are_taken_where_no_part_assigns_it() -> None:
    plan = plan_with("I. NỘI DUNG\n1. Đề nghị các xã gửi báo cáo.\n2. Hội nghị họp một buổi.")

    assert plan.facts.tasks == (Task("I.1", "các xã", "Đề nghị các xã gửi báo cáo"),)
    assert (plan.evidence["tasks/0"].sure, plan.evidence["tasks/0"].doubt) == (
        0.7,
        "Văn bản không có phần phân công; lấy theo câu giao việc.",
    )


def test_task_stands_on_its_unit_and_its_words() -> None:
    plan = plan_with(f"{HEAD}1. Phòng Nội vụ\n- Viết báo cáo;\n- In tài liệu.")

    assert [[plan.words(span) for span in plan.evidence[f"tasks/{row}"].spans] for row in range(2)] == [
        ["Phòng Nội vụ", "Viết báo cáo"],
        ["Phòng Nội vụ", "In tài liệu"],
    ]
