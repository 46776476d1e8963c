"""Titles over several lines, and the documents a plan carries out."""

from datetime import date

import pytest

from tests.plans.making import plan_of

HEAD = "UBND XÃ A\nSố: 1/KH-UBND\nA Lưới, ngày 5 tháng 11 năm 2025\n\n"
REST = "\n\nI. MỤC ĐÍCH\n- Đánh giá.\n"
TITLES = [
    ("KẾ HOẠCH\nTổng kết phong trào\nthi đua năm 2025", "Tổng kết phong trào thi đua năm 2025"),
    ("KẾ HOẠCH TỔ CHỨC HỘI NGHỊ\nTổng kết phong trào", "TỔ CHỨC HỘI NGHỊ Tổng kết phong trào"),
    ("K Ế  H O Ạ C H\nTổng kết phong trào", "Tổng kết phong trào"),
    ("DỰ KIẾN KẾ HOẠCH\nTổng kết phong trào\n-----", "Tổng kết phong trào"),
    ("KẾ HOẠCH\nThực hiện tổng kết 10 năm phong trào", "Thực hiện tổng kết 10 năm phong trào"),
    ("KẾ HOẠCH: Tổng kết phong trào", "Tổng kết phong trào"),
    ("KẾ HOẠCH\n(Dự thảo)\nTổng kết phong trào.", "Tổng kết phong trào"),
    ("KẾ HOẠCH\n(Ban hành kèm theo Công văn số 5)\nTổng kết phong trào", "Tổng kết phong trào"),
    ("KẾ HOẠCH\n________\nTổng kết phong trào", "Tổng kết phong trào"),
    ("KẾ HOẠCH", None),
]


@pytest.mark.parametrize(("lines", "title"), TITLES)
def test_title(lines: str, title: str | None) -> None:
    facts = plan_of(f"{HEAD}{lines}{REST}").facts

    assert (facts.kind, facts.title) == ("KẾ HOẠCH", title)


SUBJECT_LINES = [
    ("V/v tổng kết phong trào\nthi đua", "V/v tổng kết phong trào thi đua"),
    ("Về việc tổng kết phong trào.", "Về việc tổng kết phong trào"),
]


@pytest.mark.parametrize(("lines", "title"), SUBJECT_LINES)
def test_title_of_a_letter_is_its_subject_up_to_the_address(lines: str, title: str) -> None:
    facts = plan_of(f"{HEAD}{lines}\n\nKính gửi: Các thôn{REST}").facts

    assert (facts.kind, facts.title) == (None, title)


def test_title_stands_on_its_lines_without_rules_and_notes() -> None:
    plan = plan_of(f"{HEAD}KẾ HOẠCH\n(Dự thảo)\nTổng kết phong trào\nthi đua năm 2025\n-----{REST}")

    assert [plan.words(span) for span in plan.evidence["title"].spans] == ["Tổng kết phong trào", "thi đua năm 2025"]


BASES = [
    ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", [("Luật", None, date(2022, 6, 15))]),
    ("Thực hiện Kế hoạch số 294/KH-MTTQ ngày 31/5/2024 của UBMTTQ tỉnh về tổng kết; Công văn số 12-CV/HU ngày "
     "1/6/2024;",
     [("Kế hoạch", "294/KH-MTTQ", date(2024, 5, 31)), ("Công văn", "12-CV/HU", date(2024, 6, 1))]),
    ("Thực hiện Kế hoạch số 5/KH-A ngày 2/6/2024 của Hội và Công văn số 7/CV-B ngày 3/6/2024 của Sở về việc tổng kết, "
     "UBND xã ban hành kế hoạch như sau:",
     [("Kế hoạch", "5/KH-A", date(2024, 6, 2)), ("Công văn", "7/CV-B", date(2024, 6, 3))]),
    ("Căn cứ Quy chế phối hợp số 02/QCPH-A ngày 10/3/2025 giữa Hội và Công ty;",
     [("Quy chế phối hợp", "02/QCPH-A", date(2025, 3, 10))]),
    ("Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ về việc ban hành Quy chế thi đua;",
     [("Nghị định", "98/2023/NĐ-CP", None)]),
    ("Nhằm đánh giá phong trào, UBND xã ban hành kế hoạch như sau:", []),
    ("Căn cứ các Nghị quyết số 5-NQ/TU ngày 1/2/2025 của Tỉnh ủy;", [("Nghị quyết", "5-NQ/TU", date(2025, 2, 1))]),
    ("Căn cứ Quyết định số 12-QĐ/TW, ngày 3/4/2025; Hướng dẫn số 5-HD/TW.",
     [("Quyết định", "12-QĐ/TW", date(2025, 4, 3)), ("Hướng dẫn", "5-HD/TW", None)]),
    ("Thực hiện Chương trình công tác năm 2025;", [("Chương trình", None, None)]),
    ("Căn cứ Kế hoạch của Cụm thi đua số 3 năm 2025;", [("Kế hoạch", None, None)]),
    ("Căn cứ Kế hoạch số 5/KH-A về “Luật Thi đua”;", [("Kế hoạch", "5/KH-A", None)]),
    ("Căn cứ Kế hoạch số 5/KH-A ngày 2/6/2024. Ban Chấp hành xây dựng kế hoạch như sau:",
     [("Kế hoạch", "5/KH-A", date(2024, 6, 2))]),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "documents"), BASES)
def test_basis(opening: str, documents: list[tuple[str, str | None, date | None]]) -> None:
    facts = plan_of(f"{HEAD}KẾ HOẠCH\nTổng kết\n\n{opening}{REST}").facts

    assert [(row.kind, row.number, row.issued_on) for row in facts.based_on] == documents


def test_basis_leaves_out_its_short_name_and_the_issuer() -> None:
    opening = (
        "Thực hiện Kế hoạch số 5/KH-A ngày 2/6/2024 của Hội về tổng kết phong trào (viết tắt Phong trào), "
        "UBND xã ban hành kế hoạch như sau:"
    )

    (row,) = plan_of(f"{HEAD}KẾ HOẠCH\nTổng kết\n\n{opening}{REST}").facts.based_on

    assert row.text == "Kế hoạch số 5/KH-A ngày 2/6/2024 của Hội về tổng kết phong trào"


SURE = [
    ("Căn cứ Kế hoạch số 5/KH-A;", 1.0, ""),
    ("Căn cứ Luật Thi đua, khen thưởng;", 1.0, ""),
    ("Căn cứ Công văn của Sở về việc tổng kết;", 0.8, "Văn bản được dẫn không có số, ký hiệu."),
]


@pytest.mark.parametrize(("opening", "sure", "doubt"), SURE)
def test_basis_without_number_is_doubted_unless_it_is_a_law(opening: str, sure: float, doubt: str) -> None:
    evidence = plan_of(f"{HEAD}KẾ HOẠCH\nTổng kết\n\n{opening}{REST}").evidence["based_on/0"]

    assert (evidence.sure, evidence.doubt) == (sure, doubt)


def test_basis_may_stand_under_a_heading_of_its_own() -> None:
    rest = "\n\nI. CĂN CỨ\n- Kế hoạch số 5/KH-A ngày 2/6/2024 của Hội.\n\nII. MỤC ĐÍCH\n- Đánh giá.\n"

    (row,) = plan_of(f"{HEAD}KẾ HOẠCH\nTổng kết{rest}").facts.based_on

    assert (row.number, row.text) == ("5/KH-A", "Kế hoạch số 5/KH-A ngày 2/6/2024 của Hội")


NATURES = [
    ("THÔNG BÁO\nVề hội nghị", "THÔNG BÁO", "Văn bản này có vẻ là thông báo, không phải kế hoạch."),
    ("HƯỚNG DẪN\nTổng kết phong trào", "HƯỚNG DẪN", "Văn bản này có vẻ là hướng dẫn, không phải kế hoạch."),
    ("V/v tổng kết phong trào\n\nKính gửi: Các thôn", None, "Văn bản này có vẻ là công văn, không phải kế hoạch."),
]


@pytest.mark.parametrize(("lines", "kind", "nature"), NATURES)
def test_other_documents_are_read_as_far_as_they_go(lines: str, kind: str | None, nature: str) -> None:
    plan = plan_of(f"{HEAD}{lines}{REST}")

    assert (plan.facts.kind, plan.is_plan, plan.nature) == (kind, False, nature)
    assert plan.facts.place == "A Lưới"
    assert [section.clause for section in plan.facts.sections] == ["I"]


def test_article_has_neither_type_nor_title() -> None:
    plan = plan_of("Hội Phụ nữ tổng kết phong trào\nSáng 20/10/2025, Hội LHPN huyện tổ chức hội nghị.\nTin: Thu Hà\n")

    assert (plan.facts.kind, plan.facts.title) == (None, None)
    assert plan.nature == "Văn bản này có vẻ là tin, bài, không phải kế hoạch."


def test_capitals_under_a_letterhead_are_the_title_where_the_type_was_lost() -> None:
    facts = plan_of(
        f"{HEAD}TỔ CHỨC ĐẠI HỘI THI ĐUA YÊU NƯỚC\nLẦN THỨ XI NĂM 2025\nThực hiện Chỉ thị số 34-CT/TW{REST}"
    ).facts

    assert (facts.kind, facts.title) == (None, "TỔ CHỨC ĐẠI HỘI THI ĐUA YÊU NƯỚC LẦN THỨ XI NĂM 2025")


CITED = [
    ("Chương trình số 08-CTr/TU ngày 17/3/2026 thực hiện Nghị quyết số 80-NQ/TW ngày 07/01/2026 của Bộ Chính trị", 1),
    ("Kế hoạch số 8/KH-A ngày 17/3/2026; Nghị quyết số 80-NQ/TW ngày 07/01/2026 của Bộ Chính trị", 2),
    ("công văn số 40/KH-LĐLĐ ngày 31 tháng 12 năm 2014 của Liên đoàn Lao động huyện", 1),
    ("công tác năm 2025", 0),
]


@pytest.mark.parametrize(("cited", "count"), CITED)
def test_what_a_cited_document_carries_out_belongs_to_it(cited: str, count: int) -> None:
    facts = plan_of(f"{HEAD}KẾ HOẠCH\nTổng kết phong trào\n\nThực hiện {cited};{REST}").facts

    assert len(facts.based_on) == count
