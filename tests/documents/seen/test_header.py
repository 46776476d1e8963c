"""The parts of the header, whoever typed it and however."""

import pytest

from tests.documents.seen.showing import lines, p, texts
from tongket.documents.seen.header import header_of

NATION = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, cell=1)
NUMBER = p("Số: 12/KH-UBND", cell=0)


def parted(*issuers: tuple[str, bool]) -> tuple[list[str], list[str]]:
    """The body above and the issuer, of lines with their weight."""
    header = header_of(lines(*(p(text, bold=bold, cell=0) for text, bold in issuers), NUMBER, NATION))
    return texts(header.above), texts(header.own)


@pytest.mark.parametrize(
    ("issuers", "above", "own"),
    [
        ([("UBND TỈNH A", False), ("SỞ NỘI VỤ", True)], ["UBND TỈNH A"], ["SỞ NỘI VỤ"]),
        ([("ỦY BAN NHÂN DÂN", True), ("TỈNH A", True)], [], ["ỦY BAN NHÂN DÂN", "TỈNH A"]),
        ([("UBND TỈNH A", True), ("SỞ NỘI VỤ", True)], ["UBND TỈNH A"], ["SỞ NỘI VỤ"]),
        ([("UBND TỈNH A", False), ("SỞ NỘI VỤ", False)], ["UBND TỈNH A"], ["SỞ NỘI VỤ"]),
        ([("UBND TỈNH A", True), ("SỞ NỘI VỤ", False)], ["UBND TỈNH A"], ["SỞ NỘI VỤ"]),
        ([("ỦY BAN MTTQ VIỆT NAM", True), ("XÃ B", True), ("BAN THƯỜNG TRỰC", True)], [], None),
        ([("TRUNG ƯƠNG ĐOÀN", False), ("BAN ĐOÀN KẾT", False)], ["TRUNG ƯƠNG ĐOÀN"], ["BAN ĐOÀN KẾT"]),
        ([], [], []),
    ],
)
def test_body_above_and_issuer(issuers: list[tuple[str, bool]], above: list[str], own: list[str] | None) -> None:
    expected = [text for text, _ in issuers] if own is None else own

    assert parted(*issuers) == (above, expected)


def test_what_stands_aside_is_no_issuer() -> None:
    assert parted(("UBND TỈNH A", True), ("______", False), ("KHẨN", True), ("*", False)) == ([], ["UBND TỈNH A"])


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("Số: 12/KH-UBND", True),
        ("Số:      /KH-UBND", True),
        ("Số 127-QĐ/TW", True),
        ("SỐ ….. /KH-UBND", True),
        ("Số 99 đường Hùng Vương", False),
        ("SỞ NỘI VỤ", False),
    ],
)
def test_number(text: str, is_number: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert (header_of(lines(p(text), NATION)).number is not None) == is_number


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("Tam Kỳ, ngày 11 tháng 10 năm 2024", True),
        ("Tam Kỳ, ngày 11/10/2024", True),
        ("Tam Kỳ, 11/10/2024", True),
        ("ngày tháng năm 2024", True),
        ("Tam Kỳ, tháng 10", False),
    ],
)
def test_place_and_date(text: str, is_date: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert (header_of(lines(NATION, p(text, cell=1))).place_and_date is not None) == is_date


@pytest.mark.parametrize(
    "cited",
    ["V/v đính chính Kế hoạch 12/KH ngày 14 tháng 10 năm 2024", "V/v đính chính Kế hoạch\nngày 14 tháng 10 năm 2024"],
)
def test_date_that_a_subject_cites_is_no_date_line(cited: str) -> None:
    header = header_of(lines(NUMBER, p(cited, cell=0), NATION, p("Tam Kỳ, ngày 15 tháng 10 năm 2024", cell=1)))

    assert header.place_and_date is not None
    assert header.place_and_date.text == "Tam Kỳ, ngày 15 tháng 10 năm 2024"
    assert "\n".join(texts(header.letter_subject)) == cited


def test_subject_ends_at_the_date_in_the_other_column_of_its_line() -> None:
    header = header_of(lines(NATION, p("V/v chuẩn bị tham luận\t\tTam Kỳ, ngày 15 tháng 10 năm 2024")))

    assert header.place_and_date is not None
    assert texts(header.letter_subject) == ["V/v chuẩn bị tham luận"]


def test_subject_of_a_letter_runs_on_in_its_cell() -> None:
    rows = (
        NUMBER,
        p("V/v chuẩn bị tham luận", cell=0),
        p("tại Hội nghị", cell=0),
        p(cell=0),
        p("Khác", cell=0),
        NATION,
    )

    assert texts(header_of(lines(*rows)).letter_subject) == ["V/v chuẩn bị tham luận", "tại Hội nghị"]
