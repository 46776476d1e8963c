"""Paragraphs cut into the lines and columns that a reader sees."""

import pytest

from tests.documents.seen.showing import lines, p
from tongket.documents.seen.values import SeenParagraph, SeenRun


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("ỦY BAN\tCỘNG HÒA", [("ỦY BAN", 0), ("CỘNG HÒA", 1)]),
        ("ỦY BAN \t\t CỘNG HÒA", [("ỦY BAN", 0), ("CỘNG HÒA", 1)]),
        ("ỦY BAN      CỘNG HÒA", [("ỦY BAN", 0), ("CỘNG HÒA", 1)]),
        ("ỦY BAN    CỘNG HÒA", [("ỦY BAN CỘNG HÒA", 0)]),
        ("-\tMột nơi nhận", [("- Một nơi nhận", 0)]),
        ("1.\tMục đích", [("1. Mục đích", 0)]),
        ("\tMột đoạn văn", [("Một đoạn văn", 0)]),
        ("\t\t\tPHÓ CHỦ TỊCH", [("PHÓ CHỦ TỊCH", 1)]),
        ("____\t_______", [("____", 0), ("_______", 1)]),
        ("Tam Kỳ, ngày      tháng       năm 2024", [("Tam Kỳ, ngày tháng năm 2024", 0)]),
        ("Số: 1/KH-AB      Tam Kỳ, ngày      tháng 1", [("Số: 1/KH-AB", 0), ("Tam Kỳ, ngày tháng 1", 1)]),
        ("", [("", 0)]),
    ],
)
def test_columns(text: str, columns: list[tuple[str, int]]) -> None:
    assert [(line.text, line.column) for line in lines(p(text))] == columns


def test_breaks_make_lines_and_runs_keep_their_dress() -> None:
    paragraph = SeenParagraph((SeenRun("Một\nHai ", bold=True), SeenRun("ba", italic=True)), label="a)")
    one, other = lines(paragraph)

    assert (one.text, one.is_bold) == ("a) Một", True)
    assert (other.text, other.is_bold, other.is_italic) == ("Hai ba", False, False)
    assert [run.text for run in other.runs] == ["Hai ", "ba"]


def test_column_keeps_the_runs_it_is_made_of() -> None:
    paragraph = SeenParagraph((SeenRun("ỦY BAN\tCỘNG ", bold=True), SeenRun("HÒA", italic=True)))
    left, right = lines(paragraph)

    assert left.runs == (SeenRun("ỦY BAN", bold=True),)
    assert right.runs == (SeenRun("CỘNG ", bold=True), SeenRun("HÒA", italic=True))


@pytest.mark.parametrize(
    ("text", "stroke"),
    [
        ("────", True),
        ("- - - -", False),
        ("--------", True),
        ("______ ______", True),
        ("***", False),
        ("-", False),
        ("Một", False),
    ],
)
def test_rule_of_signs(text: str, stroke: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert lines(p(text))[0].is_stroke == stroke


def test_key_is_folded_and_short() -> None:
    line = lines(p("Độc lập " * 1000))[0]

    assert line.key.startswith("doc lap doc lap")
    assert len(line.key) <= 300
