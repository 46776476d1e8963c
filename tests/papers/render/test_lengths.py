from dataclasses import replace

from tests.factories.manuscripts import as_its_author_set_it, plain_paper, sample_papers
from tongket.papers.render.lengths import Lengths, lay_out, measure
from tongket.papers.render.submitted import pages_of
from tongket.papers.values import standard_form
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Piece

FORM = standard_form()


def one_by_one(paper: Manuscript) -> Lengths:
    return Lengths(lay_out(paper, FORM), lay_out(paper, FORM, lines=FORM.tight_lines).pages, pages_of(paper))


def test_papers_measure_together_as_they_do_one_by_one() -> None:
    papers = [as_its_author_set_it(paper, number) for number, paper in enumerate(sample_papers(10))]

    assert [measure(paper, FORM) for paper in papers] == [one_by_one(paper) for paper in papers]


def test_notes_count_from_one_on_each_sheet() -> None:
    notes = tuple((Paragraph((Piece(f"Theo báo cáo số {number}."),)),) for number in range(12))
    marked = tuple(Piece("Đã vượt chỉ tiêu được giao trong năm. ", note=None) for _ in notes)
    marks = tuple(Piece("", note=number) for number in range(len(notes)))
    pieces = tuple(piece for pair in zip(marked, marks, strict=True) for piece in pair)
    paper = Manuscript(Nature.DOCX, (Paragraph(pieces),) * 9, notes=notes)

    assert measure(paper, FORM) == one_by_one(paper)


def test_page_break_above_the_first_line_makes_no_empty_sheet() -> None:
    first, second = Paragraph((Piece("một"),)), Paragraph((Piece("hai"),))
    text = Manuscript(Nature.DOCX, (first, second))
    broken = Manuscript(Nature.DOCX, (replace(first, breaks_before=True), second))

    assert measure(broken, FORM) == one_by_one(broken) == measure(text, FORM)


def test_paper_of_no_words_is_nowhere_set() -> None:
    found = measure(plain_paper("", "  "), FORM)

    assert (found.usual.pages, found.tight, found.submitted) == (0.0, 0.0, None)
