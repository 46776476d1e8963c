import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.emphasis import Plain, unmark


@pytest.mark.parametrize(
    ("lines", "plain"),
    [
        (["**Nơi nhận:**"], [Plain("Nơi nhận:", bold=True)]),
        (["*dự kiến*"], [Plain("dự kiến", italic=True)]),
        (["_dự kiến_ và __đậm__"], [Plain("dự kiến và đậm")]),
        (["***cả hai***"], [Plain("cả hai", bold=True, italic=True)]),
        (["**đậm *nghiêng* đậm**"], [Plain("đậm nghiêng đậm", bold=True)]),
        (
            ["**TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH**"],
            [Plain("TM. BAN THƯỜNG TRỰC", bold=True), Plain("PHÓ CHỦ TỊCH", bold=True)],
        ),
        (["cuối tháng 10 (*sẽ báo sau*)."], [Plain("cuối tháng 10 (sẽ báo sau).")]),
        (["“*Người Việt dùng hàng Việt*”"], [Plain("“Người Việt dùng hàng Việt”")]),
        (["## II. NỘI DUNG ##"], [Plain("II. NỘI DUNG", bold=True)]),
        (["1\\. Thành phần, mttq\\_tk@gmail.com"], [Plain("1. Thành phần, mttq_tk@gmail.com")]),
    ],
)
def test_marks_are_taken_off(lines: list[str], plain: list[Plain]) -> None:
    assert unmark(lines) == plain


@pytest.mark.parametrize(
    "line",
    [
        "***",
        "-----",
        "(*) Ghi chú (*)",
        "* Về thời gian: *",
        "5 * 3 * 2",
        "ngày ____ tháng ____",
        "a_b_c@d.vn",
        "#tag",
        "*một",
        "hai*",
        "****bốn****",
    ],
)
def test_signs_that_mark_nothing_stay(line: str) -> None:
    assert unmark([line]) == [Plain(line)]


def test_italic_ends_with_its_line() -> None:
    assert unmark(["*một", "hai*"]) == [Plain("*một"), Plain("hai*")]


LINES = st.lists(st.text(st.sampled_from("aĐ1*_# \\.“”(")), max_size=4)


@given(LINES)
def test_only_marks_are_taken_and_no_line_is_lost(lines: list[str]) -> None:
    plain = unmark(lines)

    assert [_words(line.text) for line in plain] == [_words(line) for line in lines]


def _words(text: str) -> str:
    """`text` without blanks and without the signs that may be marks."""
    return "".join(letter for letter in text if letter not in "*_#\\ ")


@given(st.lists(st.text(st.sampled_from("aĐ1 .,;()“”-+")), max_size=4))
def test_lines_without_marks_stay_as_they_are(lines: list[str]) -> None:
    assert unmark(lines) == [Plain(line) for line in lines]
