"""Pages that are pictures, read by tesseract and put back between the pages that have letters."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tongket.reading.document import Document, Line, Mending
from tongket.reading.manuscript.values import Block, Manuscript, Nature, Paragraph, Piece
from tongket.reading.pages import is_page_number, runs_on

_MACHINE = Mending("ocr", 0)


def manuscript_of(document: Document, nature: Nature) -> Manuscript:
    """The manuscript that a machine read off pictures: each gap begins a paragraph, printed lines are joined."""
    return Manuscript(
        nature,
        tuple(_paragraphs(document.lines)),
        pages=document.pages,
        is_recognised=True,
        mendings=(_MACHINE, *(each for each in document.mendings if each.code != "ocr")),
    )


def put_back(manuscript: Manuscript, document: Document, pages: Sequence[int]) -> Manuscript:
    """`manuscript` with what a machine read on its picture pages; the document counts these from 1."""
    places = dict(enumerate(pages, 1))
    lines = [replace(line, page=places.get(line.page or 1, 1)) for line in document.lines]
    read = [*manuscript.blocks, *_paragraphs(lines)]
    blocks: list[Block] = sorted(read, key=lambda block: block.page or 1)
    return replace(manuscript, blocks=tuple(blocks), is_recognised=True, mendings=(_MACHINE, *manuscript.mendings))


def _paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    made: list[Paragraph] = []
    for _page, on_page in groupby(lines, key=lambda line: line.page):
        printed = list(on_page)
        edges = (printed[0], printed[-1])
        for line in (each for each in printed if not (each in edges and is_page_number(each.text))):
            _add(made, line)
    return made


def _add(made: list[Paragraph], line: Line) -> None:
    """Adds a line to the last paragraph, or begins one with it."""
    begins = line.gap or not made or made[-1].page != line.page
    if begins and not (made and runs_on(made[-1].text, line.text)):
        made.append(Paragraph((Piece(line.text),), page=line.page))
    else:
        made[-1] = replace(made[-1], pieces=(Piece(f"{made[-1].text} {line.text}"),))
