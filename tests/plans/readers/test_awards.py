"""Awards and nominators: quotas of collectives, individuals and households; who is asked to name candidates."""

import pytest

from tests.plans.making import plan_with
from tongket.plans.facts import Award, Nominator

AWARDS = [
    ("III. KHEN THƯỞNG\n- Tặng Giấy khen cho 05 tập thể, 10 cá nhân và 03 hộ gia đình tiêu biểu.",
     [("III/1", 5, "collective", None, "05 tập thể"), ("III/1", 10, "individual", None, "10 cá nhân"),
      ("III/1", 3, "household", None, "03 hộ gia đình tiêu biểu")]),
    ("III. KHEN THƯỞNG: 4 tập thể", [("III", 4, "collective", None, "4 tập thể")]),
    ("III. KHEN THƯỞNG\n- Hội Nông dân huyện: 02 tập thể, 03 cá nhân.",
     [("III/1", 2, "collective", "Hội Nông dân huyện", "02 tập thể"),
      ("III/1", 3, "individual", "Hội Nông dân huyện", "03 cá nhân")]),
    ("III. KHEN THƯỞNG\n| Đơn vị | Tập thể | Cá nhân |\n|---|---|---|\n| Xã Bình Trị | 1 | 2 |",
     [("III/1", 1, "collective", "Xã Bình Trị", "1"), ("III/1", 2, "individual", "Xã Bình Trị", "2")]),
    ("III. PHÂN BỔ BẰNG KHEN\n- Hội Nông dân huyện: 02 tập thể.",
     [("III/1", 2, "collective", "Hội Nông dân huyện", "Hội Nông dân huyện: 02 tập thể")]),
    ("III. NỘI DUNG\n- Khen thưởng 03 tổ chuyên môn, 15 giáo viên.",
     [("III/1", 3, "collective", None, "03 tổ chuyên môn"), ("III/1", 15, "individual", None, "15 giáo viên")]),
    ("III. KHEN THƯỞNG\n- Tập thể: 06 (03 Hội cơ sở, 03 chi hội).",
     [("III/1", 6, "collective", None, "Tập thể: 06 (03 Hội cơ sở, 03 chi hội)")]),
    ("III. KHEN THƯỞNG\n- Hộ gia đình: 03 hộ thoát nghèo.",
     [("III/1", 3, "household", None, "Hộ gia đình: 03 hộ thoát nghèo")]),
    ("III. KHEN THƯỞNG\n- Ban Chấp hành huyện tặng Giấy khen: 05 tập thể.",
     [("III/1", 5, "collective", None, "Ban Chấp hành huyện tặng Giấy khen: 05 tập thể")]),
    ("III. KHEN THƯỞNG\n- Mỗi xã giới thiệu 01 mô hình.", []),
    ("III. KHEN THƯỞNG\n- Mỗi tập thể nộp 02 hồ sơ.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "awards"), AWARDS)
def test_awards(body: str, awards: list[tuple[str, int, str, str | None, str]]) -> None:
    assert list(plan_with(body).facts.awards) == [Award(*award) for award in awards]


NOMINATORS = [
    ("III. KHEN THƯỞNG\nĐề nghị Phòng Kinh tế; Hội LHPN huyện, Hội Nông dân huyện (mỗi đơn vị giới thiệu 01 mô hình).",
     [("III/1", unit, 1, "mỗi đơn vị giới thiệu 01 mô hình")
      for unit in ("Phòng Kinh tế", "Hội LHPN huyện", "Hội Nông dân huyện")]),
    ("III. KHEN THƯỞNG\n- UBND các xã, thị trấn: giới thiệu 02 gương điển hình.",
     [("III/1", "UBND các xã, thị trấn", 2, "giới thiệu 02 gương điển hình")]),
    ("III. TỔ CHỨC THỰC HIỆN\n1. Hội Nông dân huyện\n- Lựa chọn, giới thiệu 01 mô hình tiêu biểu.",
     [("III.1/1", "Hội Nông dân huyện", 1, "Lựa chọn, giới thiệu 01 mô hình tiêu biểu")]),
    ("III. KHEN THƯỞNG\n- Hội Nông dân huyện, Huyện đoàn: giới thiệu 02 mô hình.",
     [("III/1", unit, 2, "giới thiệu 02 mô hình") for unit in ("Hội Nông dân huyện", "Huyện đoàn")]),
    ("III. KHEN THƯỞNG\n- Mỗi đơn vị lựa chọn gương điển hình.",
     [("III/1", "Mỗi đơn vị", None, "Mỗi đơn vị lựa chọn gương điển hình")]),
    ("III. KHEN THƯỞNG\n1. Các xã, thị trấn\n- Giới thiệu 02 hộ gia đình.",
     [("III.1/1", "Các xã, thị trấn", 2, "Giới thiệu 02 hộ gia đình")]),
    ("III. KHEN THƯỞNG\n- Hội Nông dân: giới thiệu 01 mô hình.\n- Hội Nông dân: giới thiệu 03 cá nhân.",
     [("III/1", "Hội Nông dân", 1, "giới thiệu 01 mô hình")]),
    ("IV. TỔ CHỨC THỰC HIỆN\n- Giao các xã, thị trấn giới thiệu 01 mô hình. Gửi báo cáo.",
     [("IV/1", "các xã, thị trấn", 1, "Giao các xã, thị trấn giới thiệu 01 mô hình")]),
]  # fmt: skip


NO_NOMINATORS = [
    "III. TỔ CHỨC THỰC HIỆN\n1. Các tổ: Bình xét công khai; nộp báo cáo cho Ban Chấp hành.",
    "III. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Công đoàn Công ty gửi 01 hồ sơ đề nghị khen thưởng về Phòng Nội vụ.",
    "III. TỔ CHỨC THỰC HIỆN\n1. Đề nghị UBND phường hỗ trợ kinh phí tổ chức hội nghị.",
]


@pytest.mark.parametrize("body", NO_NOMINATORS)
def test_work_that_names_no_candidates_makes_no_nominator(body: str) -> None:
    assert plan_with(body).facts.nominators == ()


@pytest.mark.parametrize(("body", "nominators"), NOMINATORS)
def test_nominators(body: str, nominators: list[tuple[str, str, int, str]]) -> None:
    assert list(plan_with(body).facts.nominators) == [Nominator(*row) for row in nominators]
