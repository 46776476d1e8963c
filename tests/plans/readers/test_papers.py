"""Papers: bullets, numbered lines, headings, tables and sentences that give a unit its topic."""

import pytest

from tests.plans.making import plan_with
from tongket.plans.facts import Paper, PaperLimits

PAPERS = [
    ("III. THAM LUẬN\n- Hội Nông dân huyện: Kinh nghiệm nuôi tôm.\n- UBND xã Bình Trị - Vận động hiến đất.",
     [Paper("III/1", "Hội Nông dân huyện", "Kinh nghiệm nuôi tôm"),
      Paper("III/2", "UBND xã Bình Trị", "Vận động hiến đất")]),
    ("III. NỘI DUNG\n2. Tham luận\na) Hội Cựu chiến binh huyện (Xây dựng quỹ giúp nhau)\nb) Huyện đoàn (Chuyển đổi số)",
     [Paper("III.2/1", "Hội Cựu chiến binh huyện", "Xây dựng quỹ giúp nhau"),
      Paper("III.2/2", "Huyện đoàn", "Chuyển đổi số")]),
    ("III. TỔ CHỨC THỰC HIỆN\n- Giao Hội Nông dân huyện chuẩn bị tham luận về mô hình nuôi tôm sạch.",
     [Paper("III/1", "Hội Nông dân huyện", "Giao Hội Nông dân huyện chuẩn bị tham luận về mô hình nuôi tôm sạch")]),
    ("III. PHÂN CÔNG THAM LUẬN\n| TT | Đơn vị | Chủ đề tham luận |\n|---|---|---|\n"
     "| 1 | Trường THCS Bình Trị | Dạy học số |",
     [Paper("III/1", "Trường THCS Bình Trị", "Dạy học số")]),
    ("III. NỘI DUNG\n2. Phát biểu kinh nghiệm\n- Tổ công đoàn Phân xưởng Cắt: Giảm hao hụt vải.",
     [Paper("III.2/1", "Tổ công đoàn Phân xưởng Cắt", "Giảm hao hụt vải")]),
    ("III. THAM LUẬN\n- Lưu ý: mỗi bài không quá 3 trang.", []),
    ("III. NỘI DUNG\n2. Tham luận\n2.1. Hội Nông dân: Nuôi tôm.\n2.2. Huyện đoàn\n- Chuyển đổi số.\n- Khởi nghiệp.",
     [Paper("III.2.1", "Hội Nông dân", "Nuôi tôm"), Paper("III.2.2", "Huyện đoàn", "Chuyển đổi số Khởi nghiệp")]),
    ("III. THAM LUẬN\n| Xã Bình Trị | Kinh nghiệm nuôi tôm |\n| Xã Bình An | Hiến đất |",
     [Paper("III/1", "Xã Bình Trị", "Kinh nghiệm nuôi tôm"), Paper("III/2", "Xã Bình An", "Hiến đất")]),
    ("III. THAM LUẬN\n| Nội dung | Ghi chú |\n|---|---|\n| Nuôi tôm | x |", []),
    ("III. NỘI DUNG\n- Giao Hội Nông dân, Hội LHPN huyện chuẩn bị tham luận: nuôi tôm.",
     [Paper("III/1", "Hội Nông dân", "nuôi tôm"), Paper("III/1", "Hội LHPN huyện", "nuôi tôm")]),
    ("III. NỘI DUNG\n- Mỗi đơn vị chuẩn bị 01 tham luận.", []),
    ("III. NỘI DUNG\n- Hội nghị nghe các tham luận.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "papers"), PAPERS)
def test_papers(body: str, papers: list[Paper]) -> None:
    assert list(plan_with(body).facts.papers) == papers


def test_paper_that_is_named_twice_is_one() -> None:
    body = "III. THAM LUẬN\n- Hội Nông dân: Nuôi tôm.\n- Hội Nông dân: Nuôi tôm.\n- Hội Nông dân: Hiến đất."

    assert [(row.clause, row.topic) for row in plan_with(body).facts.papers] == [
        ("III/1", "Nuôi tôm"),
        ("III/3", "Hiến đất"),
    ]


def test_papers_under_a_heading_come_before_those_that_sentences_ask_for() -> None:
    body = (
        "III. THAM LUẬN\n- Hội Nông dân: Nuôi tôm.\nIV. TỔ CHỨC THỰC HIỆN\n"
        "- Giao Hội LHPN chuẩn bị tham luận về hiến đất."
    )

    assert [row.unit for row in plan_with(body).facts.papers] == ["Hội Nông dân"]


LIMITS = [
    ("Tham luận không quá 3 trang A4 (thời lượng phát biểu không quá 7 phút).", PaperLimits(3, 7)),
    ("Mỗi tham luận tối đa 05 (năm) trang, trình bày từ 8 - 10 phút.", PaperLimits(5, 10)),
    ("Thời gian trình bày tham luận: 10 phút.", PaperLimits(None, 10)),
    ("Mỗi đơn vị viết một tham luận không quá hai trang, trình bày mười lăm phút.", PaperLimits(2, 15)),
    ("Mỗi bài không quá 02 trang, nói trong 05 phút.", PaperLimits(2, 5)),
    ("Tham luận viết trên giấy A4.", None),
]


@pytest.mark.parametrize(("sentence", "limits"), LIMITS)
def test_paper_limits(sentence: str, limits: PaperLimits | None) -> None:
    assert plan_with(f"III. THAM LUẬN\n{sentence}").facts.paper_limits == limits


def test_minutes_of_other_things_limit_no_paper() -> None:
    assert plan_with("III. NỘI DUNG\nVăn nghệ chào mừng không quá 15 phút.").facts.paper_limits is None
