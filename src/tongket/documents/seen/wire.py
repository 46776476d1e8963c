"""What was seen as compact JSON, the only thing that leaves the process that opened the file."""

import json

from tongket.documents.render.values import Align
from tongket.documents.seen.values import PageNumber, SeenCell, SeenDocument, SeenParagraph, SeenRun, SeenSection
from tongket.reading.refusals import refuse

_ALIGNS = tuple(Align)


def encode(document: SeenDocument) -> bytes:
    """`document` as JSON; `decode` gives an equal one back."""
    fields = {
        "sections": [_section_row(section) for section in document.sections],
        "paragraphs": [_paragraph_row(paragraph) for paragraph in document.paragraphs],
        "ruled": sorted(document.ruled_tables),
    }
    return json.dumps(fields, separators=(",", ":")).encode("ascii")


def decode(answer: bytes) -> SeenDocument:
    """The document in `answer`; raises the Unreadable that it holds, and ValueError for anything else.

    The sender has opened a stranger's file and is not trusted: every value is checked for its type.
    """
    match json.loads(answer):
        case {"refused": str(code), "found": str() | int() | float() as found, "wanted": str() | int() as wanted}:
            raise refuse(code, found=found, wanted=wanted)
        case {"sections": [*sections], "paragraphs": [*paragraphs], "ruled": [*ruled]} if sections:
            return SeenDocument(
                tuple(map(_section, sections)), tuple(map(_paragraph, paragraphs)), frozenset(map(_whole, ruled))
            )
    raise _foreign()


def _section_row(section: SeenSection) -> list[object]:
    number = section.number
    shown = None if number is None else [number.in_header, _ALIGNS.index(number.align), number.size_pt]
    sizes = [section.width_mm, section.height_mm, section.top_mm, section.bottom_mm, section.left_mm, section.right_mm]
    return [sizes, shown, section.shows_on_first]


def _section(row: object) -> SeenSection:
    match row:
        case [[*sizes], number, bool(shows)] if len(sizes) == 6:
            width, height, top, bottom, left, right = map(_real, sizes)
            return SeenSection(width, height, top, bottom, left, right, _page_number(number), shows)
    raise _foreign()


def _page_number(row: object) -> PageNumber | None:
    match row:
        case None:
            return None
        case [bool(in_header), int(align), size]:
            return PageNumber(in_header, _align(align), _real(size))
    raise _foreign()


def _paragraph_row(paragraph: SeenParagraph) -> list[object]:
    cell = paragraph.cell
    marks = paragraph.is_ruled_above + 2 * paragraph.is_ruled_below + 4 * paragraph.box
    marks += 8 * paragraph.begins_page + 16 * paragraph.has_picture
    return [
        [_run_row(run) for run in paragraph.runs],
        _ALIGNS.index(paragraph.align),
        [paragraph.first_line_mm, paragraph.left_mm, paragraph.before_pt, paragraph.after_pt, paragraph.lines],
        paragraph.label,
        marks,
        paragraph.drawn,
        None if cell is None else [cell.table, cell.row, cell.column],
        paragraph.section,
    ]


def _paragraph(row: object) -> SeenParagraph:
    match row:
        case [[*runs], int(align), [*lengths], str(label), int(marks), int(drawn), cell, int(section)] if (
            len(lengths) == 5
        ):
            first_line, left, before, after, lines = map(_real, lengths)
            return SeenParagraph(
                tuple(map(_run, runs)),
                _align(align),
                first_line,
                left,
                before,
                after,
                lines,
                label,
                is_ruled_above=bool(marks & 1),
                is_ruled_below=bool(marks & 2),
                drawn=drawn,
                cell=_cell(cell),
                box=bool(marks & 4),
                section=section,
                begins_page=bool(marks & 8),
                has_picture=bool(marks & 16),
            )
    raise _foreign()


def _run_row(run: SeenRun) -> list[object]:
    return [run.text, run.font, run.size_pt, run.bold + 2 * run.italic + 4 * run.underlined, run.colour]


def _run(row: object) -> SeenRun:
    match row:
        case [str(text), str(font), size, int(marks), str(colour)]:
            return SeenRun(text, font, _real(size), bool(marks & 1), bool(marks & 2), bool(marks & 4), colour)
    raise _foreign()


def _cell(row: object) -> SeenCell | None:
    match row:
        case None:
            return None
        case [int(table), int(place), int(column)]:
            return SeenCell(table, place, column)
    raise _foreign()


def _align(number: int) -> Align:
    if not 0 <= number < len(_ALIGNS):
        raise _foreign()
    return _ALIGNS[number]


def _whole(value: object) -> int:
    if isinstance(value, int):
        return value
    raise _foreign()


def _real(value: object) -> float:
    if isinstance(value, int | float):
        return float(value)
    raise _foreign()


def _foreign() -> ValueError:
    return ValueError("not an answer of the process that looks at documents")
