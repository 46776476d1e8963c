"""Type name, subject and addressees between header and text."""

import pytest

from tests.documents.seen.showing import lines, p, texts
from tongket.core.text import fold_tones
from tongket.documents.seen.title import title_of

TEXT = p("Thực hiện kế hoạch của cấp trên, đơn vị báo cáo như sau: " * 3)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("KẾ HOẠCH", "KẾ HOẠCH"),
        ("Kế hoạch", "KẾ HOẠCH"),
        ("BIÊN BẢN HỌP XÉT KHEN THƯỞNG", "BIÊN BẢN"),
        ("THÔNG BÁO:", "THÔNG BÁO"),
        ("ĐƠN XIN", ""),
    ],
)
def test_type_name(typed: str, kind: str) -> None:
    title, _ = title_of(lines(p(typed, bold=True, centred=True), TEXT))

    assert title.kind == fold_tones(kind)
    assert (title.type_name is not None) == bool(kind)


def test_subject_ends_where_its_dress_does() -> None:
    rows = (
        p("QUYẾT ĐỊNH", centred=True),
        p(),
        p("Về việc khen thưởng", bold=True, centred=True),
        p("năm 2024", bold=True, centred=True),
        p("ghi chú", centred=True),
    )
    title, taken = title_of(lines(*rows))

    assert (texts(title.subject), taken) == (["Về việc khen thưởng", "năm 2024"], 4)


@pytest.mark.parametrize(
    "following",
    ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Căn cứ Luật Thi đua;", "I. MỤC ĐÍCH", "Kính thưa các đại biểu:", "Điều 1. Tặng"],
)
def test_what_begins_the_text_is_no_subject(following: str) -> None:
    assert title_of(lines(p("QUYẾT ĐỊNH", centred=True), p(following, centred=True)))[0].subject == ()


def test_rule_of_signs_ends_the_subject() -> None:
    title, taken = title_of(
        lines(p("BÁO CÁO", centred=True), p("Kết quả", centred=True), p("-----", centred=True), TEXT)
    )

    assert (texts(title.subject), taken) == (["Kết quả"], 3)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([p("Kính gửi: Hội Nông dân")], []),
        ([p("Kính gửi:"), p("- Hội Nông dân;"), p("- Hội Phụ nữ.")], ["- Hội Nông dân;", "- Hội Phụ nữ."]),
        ([p("Kính gửi:"), p("Hội Nông dân;"), p("Hội Phụ nữ.")], ["Hội Nông dân;", "Hội Phụ nữ."]),
        ([p("Kính gửi:\t- Hội Nông dân;"), p("\t- Hội Phụ nữ.")], ["- Hội Nông dân;", "- Hội Phụ nữ."]),
        ([p("Kính gửi:", cell=0), p("Hội Nông dân", cell=1)], ["Hội Nông dân"]),
        ([p("Kính gửi: Hội Nông dân"), p("Đơn vị gửi báo cáo;")], []),
    ],
    ids=["one", "dashes", "no dashes", "tabs", "table", "text after one"],
)
def test_addressees(rows: list[object], found: list[str]) -> None:
    title, _ = title_of(lines(*rows, TEXT))  # type: ignore[arg-type]

    assert title.addressee_head
    assert texts(title.addressees) == found


def test_nothing_is_no_title() -> None:
    assert title_of(()) == (title_of(lines(p("một")))[0], 0)
