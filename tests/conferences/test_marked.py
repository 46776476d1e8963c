"""The words of a plan cut into marked pieces."""

import pytest

from tongket.conferences.marked import Mark, MarkedLine, Piece, cut, mark_lines
from tongket.plans.plan import Clause, Span

TEXT = "Hội Nông dân gửi tham luận"


def mark(path: str, *spans: tuple[int, int, int], is_sure: bool = True) -> Mark:
    """A fact on these words."""
    return Mark(path, tuple(Span(*span) for span in spans), is_sure)


def clause(name: str, line: int, *, heading: str | None = None, level: int = 1) -> Clause:
    """A clause that begins at a line."""
    return Clause(name, name, heading, "", level, None, (line, line))


def test_line_without_marks_is_one_piece() -> None:
    assert cut(TEXT, 0, [], set()) == (Piece(TEXT),)


def test_empty_line_has_no_piece() -> None:
    assert cut("", 0, [], set()) == ()


def test_line_is_cut_at_the_edges_of_a_mark() -> None:
    assert cut(TEXT, 0, [mark("papers/0", (0, 4, 12))], set()) == (
        Piece("Hội "),
        Piece("Nông dân", is_marked=True, anchor="papers/0"),
        Piece(" gửi tham luận"),
    )


def test_marks_that_overlap_keep_every_letter_once_and_unsure_wins() -> None:
    marks = [mark("papers/0", (0, 0, 12)), mark("tasks/0", (0, 4, 16), is_sure=False)]

    pieces = cut(TEXT, 0, marks, set())

    assert "".join(piece.text for piece in pieces) == TEXT
    assert [(piece.text, piece.is_sure, piece.anchor) for piece in pieces if piece.is_marked] == [
        ("Hội ", True, "papers/0"),
        ("Nông dân", False, "tasks/0"),
        (" gửi", False, ""),
    ]


@pytest.mark.parametrize("span", [(1, 0, 4), (0, 4, 4)], ids=["other line", "no words"])
def test_span_that_covers_nothing_here_marks_nothing(span: tuple[int, int, int]) -> None:
    assert cut(TEXT, 0, [mark("papers/0", span)], set()) == (Piece(TEXT),)


def test_span_past_the_end_stops_at_the_end() -> None:
    assert cut(TEXT, 0, [mark("papers/0", (0, 17, 99))], set())[-1] == Piece(
        "tham luận", is_marked=True, anchor="papers/0"
    )


def test_fact_on_two_lines_is_an_anchor_once() -> None:
    lines = mark_lines(["Nông dân", "Phụ nữ"], [], [mark("papers/0", (0, 0, 8), (1, 0, 6))])

    assert [piece.anchor for line in lines for piece in line.pieces] == ["papers/0", ""]


def test_lines_keep_their_order_their_clause_and_their_look() -> None:
    texts = ["KẾ HOẠCH", "I. NỘI DUNG", "1. Báo cáo", "- số liệu", "một câu", "lời cuối"]
    clauses = [
        clause("I", 1, heading="NỘI DUNG"),
        clause("I.1", 2, heading="Báo cáo", level=2),
        clause("I.1/1", 3, level=3),
        clause("I.2", 4, level=2),
    ]

    lines = mark_lines(texts, clauses, [], {0: "type"})

    assert lines == tuple(
        MarkedLine(look, name, (Piece(text),))
        for look, name, text in zip(
            ["type", "part", "heading", "item", "plain", "plain"],
            ["", "I", "I.1", "I.1/1", "I.2", ""],
            texts,
            strict=True,
        )
    )


def test_first_of_two_clauses_on_a_line_names_it() -> None:
    (line,) = mark_lines(["I. NỘI DUNG"], [clause("I", 0, heading="NỘI DUNG"), clause("I/1", 0)], [])

    assert (line.clause, line.look) == ("I", "part")
