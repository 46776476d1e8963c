"""What makes a fact less sure than its reader thought, rule by rule: a value that is doubted, one that is not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.plans.making import plan_with
from tongket.plans.doubts import doubted
from tongket.plans.facts import (
    Award,
    Basis,
    Deadline,
    Facts,
    Item,
    Nominator,
    PaperLimits,
    Participant,
    Section,
    Signature,
    Task,
    Time,
    Venue,
)
from tongket.plans.plan import SURE_FROM, Evidence

DAY = date(2025, 11, 20)
DEADLINE = Deadline("IV.1/1", DAY, None, "báo cáo tổng kết", "Phòng Nội vụ", ("Các xã",))
BASIS = Basis("Kế hoạch", "12/KH-UBND", DAY, "Kế hoạch số 12/KH-UBND ngày 20/11/2025 của UBND huyện")
LONG = " ".join(["công tác"] * 40)

# key, a value nobody doubts, one that is doubted, and why
CASES: list[tuple[str, Any, Any, str]] = [
    ("issuer", "ỦY BAN NHÂN DÂN XÃ", "TỈNH ỦY X BAN TUYÊN GIÁO", "Chưa chắc hai dòng này là một cơ quan."),
    ("number", "45/KH-PNV", "45/KH", "Ký hiệu thiếu phần cơ quan ban hành."),
    ("based_on", BASIS, replace(BASIS, text=LONG), "Chưa chắc phần trích dẫn dừng đúng chỗ."),
    ("based_on", BASIS, replace(BASIS, kind="công văn"), "Chưa chắc phần trích dẫn dừng đúng chỗ."),
    ("sections", Section("I", "I", "MỤC ĐÍCH", 1, None), Section("I.a", "a", LONG, 2, "I"),
     "Chưa chắc đây là đề mục hay là nội dung."),
    ("time", Time("8 giờ ngày 20/11", DAY, DAY, "08:00", None, tentative=False),
     Time(LONG, DAY, DAY, None, None, tentative=False), "Câu về thời gian dài; có thể gồm nhiều việc."),
    ("venue", Venue("Hội trường UBND xã", "số 5 đường Lê Lợi"), Venue("Điểm cầu 1: gồm các trường", None),
     "Chưa tách rõ nơi họp và địa chỉ."),
    ("venue", Venue("Hội trường", None), Venue("Phòng họp", "gồm toàn ban"), "Chưa tách rõ nơi họp và địa chỉ."),
    ("review", Item("III/1", "Kết quả thực hiện phong trào"), Item("III/1", "Thầy Trần Đức Quyền"),
     "Chưa chắc đây là nội dung đơn vị phải báo cáo."),
    ("paper_limits", PaperLimits(3, 7), PaperLimits(3, 190), "Giới hạn lớn khác thường; có thể nói về việc khác."),
    ("awards", Award("III/1", 5, "collective", None, "05 tập thể"),
     Award("III/1", 5, "collective", None, "05 tập thể, cá nhân"),
     "Một câu nói nhiều loại khen; chưa chắc con số thuộc loại nào."),
    ("nominators", Nominator("III/1", "Hội Nông dân", 1, "giới thiệu 01 mô hình"),
     Nominator("III/1", "Hội Nông dân", None, "giới thiệu mô hình"), "Không ghi giới thiệu bao nhiêu."),
    ("nominators", Nominator("III/1", "Các xã", 1, "x"), Nominator("III/1", "Các xã mỗi nơi", 1, "x"),
     "Chưa chắc tên đơn vị dừng đúng chỗ."),
    ("participants", Participant("II/1", "Lãnh đạo các phòng, lớp 9A1, năm 2025", None),
     Participant("II/1", "13 vị thân hào", None), "Có con số nhưng chưa rõ là bao nhiêu người."),
    ("deadlines", DEADLINE, replace(DEADLINE, what="Nộp về"), "Chưa chắc phải gửi gì."),
    ("deadlines", DEADLINE, replace(DEADLINE, to=None), "Chưa rõ gửi về đâu."),
    ("deadlines", DEADLINE, replace(DEADLINE, units=()), "Chưa rõ đơn vị nào phải gửi."),
    ("tasks", Task("IV.1/1", "Phòng Nội vụ", "Tham mưu"), Task("IV.1/1", "Đối với các đơn vị chưa", "Tham mưu"),
     "Chưa chắc đơn vị nào chịu trách nhiệm."),
    ("budget", Item("V/1", "Từ nguồn ngân sách"), Item("V/1", "Xem chi tiết tại đây"),
     "Chưa chắc câu này nói về kinh phí."),
    ("signature", Signature("TM.", "CHỦ TỊCH", "Lê An"), Signature("TM.", "CHỦ TỊCH", None),
     "Không thấy tên người ký."),
]  # fmt: skip


def judged(key: str, value: Any, *, is_plan: bool = True) -> Evidence:
    """The evidence of one fact whose reader was sure."""
    is_row = isinstance(getattr(Facts(), key), tuple)
    values: dict[str, Any] = {key: (value,) if is_row else value}
    facts = replace(Facts(), **values)
    name = f"{key}/0" if is_row else key
    return doubted(facts, {name: Evidence(())}, is_plan=is_plan)[name]


@pytest.mark.parametrize(("key", "clear", "unclear", "doubt"), CASES)
def test_value_is_doubted_by_its_rule_alone(key: str, clear: Any, unclear: Any, doubt: str) -> None:
    assert judged(key, clear) == Evidence(())
    assert judged(key, unclear) == Evidence((), 0.7, doubt)
    assert judged(key, unclear).sure < SURE_FROM


def test_sections_of_one_name_are_doubted() -> None:
    sections = (Section("I", "I", "MỤC ĐÍCH", 1, None), Section("I", "I", "NỘI DUNG", 1, None))

    evidence = doubted(Facts(sections=sections), {f"sections/{n}": Evidence(()) for n in (0, 1)}, is_plan=True)

    assert {each.doubt for each in evidence.values()} == {"Có hai mục cùng số."}


def test_doubt_of_the_reader_is_kept() -> None:
    facts = Facts(signature=Signature(None, "CHỦ TỊCH", None))

    evidence = doubted(facts, {"signature": Evidence((), 0.5, "Không rõ.")}, is_plan=True)

    assert evidence["signature"] == Evidence((), 0.5, "Không rõ.")


def test_nothing_but_the_frame_is_sure_in_a_document_that_is_no_plan() -> None:
    assert judged("title", "Về việc viết bài", is_plan=False) == Evidence(())
    assert judged("budget", Item("V/1", "Từ nguồn ngân sách"), is_plan=False).doubt == (
        "Văn bản không phải kế hoạch nên chỉ đọc được gần đúng."
    )


def test_gap_is_left_to_its_reader() -> None:
    assert judged("venue", None, is_plan=False) == Evidence(())


def test_reader_passes_every_fact_through_the_doubts() -> None:
    plan = plan_with("I. KINH PHÍ\nXem chi tiết tại đây.")

    assert plan.evidence["budget/0"].doubt == "Chưa chắc câu này nói về kinh phí."
