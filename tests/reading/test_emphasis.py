import pytest

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
