"""LibreOffice's second opinion on the length of papers: it lays out our .docx of the same text in the same form."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.documents.second_opinion import Page, office_pdfs, pages
from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.styles import DESCENT
from tongket.papers.render.docx import docx_of_flow
from tongket.papers.render.flow import Flow
from tongket.papers.render.form import standard_flow
from tongket.papers.render.laying import laid
from tongket.papers.render.submitted import submitted_flow
from tongket.papers.values import standard_form
from tongket.reading.manuscript.values import Manuscript, Paragraph


@dataclass(frozen=True, slots=True)
class Lengths:
    """Where the last line of a paper ends, in pages, by us and by LibreOffice, and how many lines a page holds."""

    ours: float
    theirs: float
    lines_a_page: float

    @property
    def difference(self) -> float:
        """As a share of LibreOffice's length."""
        return abs(self.ours - self.theirs) / self.theirs

    @property
    def lines_across(self) -> float:
        """Lines on a page that only one of the two needs."""
        least, most = sorted((self.ours, self.theirs))
        limit = math.ceil(least - 1e-9)
        return max(0.0, most - limit) * self.lines_a_page


def standard_lengths(papers: Sequence[Manuscript], lines: float | None = None) -> list[Lengths]:
    """Lengths in standard form; the last block of each paper is a line of its own words."""
    form = standard_form()
    return _lengths(papers, [standard_flow(paper, form, lines) for paper in papers])


def submitted_lengths(papers: Sequence[Manuscript]) -> list[Lengths]:
    """Lengths as authors set them."""
    return _lengths(papers, [submitted_flow(paper) for paper in papers])


def _lengths(papers: Sequence[Manuscript], flows: Sequence[Flow]) -> list[Lengths]:
    theirs = office_pdfs([docx_of_flow(flow) for flow in flows])
    return [_length(*each) for each in zip(papers, flows, theirs, strict=True)]


def _length(paper: Manuscript, flow: Flow, pdf: bytes) -> Lengths:
    _, places, _ = laid(flow, len(paper.blocks))
    last = flow.blocks[-1]
    assert isinstance(last, Paragraph)
    size_pt = last.pieces[0].size_pt
    number, y_mm = _last_line(pages(pdf), last.text.split())
    end_mm = y_mm + size_pt * DESCENT / PT_PER_MM - flow.sheet.top_mm
    line_mm = size_pt * 1.15 * max(last.spacing.lines, 0.5) / PT_PER_MM
    ours = places[-1].end_page - 1 + places[-1].end_mm / flow.text_mm
    return Lengths(ours, number + end_mm / flow.text_mm, flow.text_mm / line_mm)


def _last_line(found: Sequence[Page], words: Sequence[str]) -> tuple[int, float]:
    """The page, counted from 0, and the base line on which `words` stand in a row for the last time."""
    for number in range(len(found) - 1, -1, -1):
        there = found[number].words
        rows = [
            there[place].y_mm
            for place in range(len(there) - len(words) + 1)
            if [word.text for word in there[place : place + len(words)]] == list(words)
        ]
        if rows:
            return number, rows[-1]
    raise AssertionError(f"found no line {' '.join(words)}")
