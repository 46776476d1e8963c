"""Documents and refusals as compact JSON, the only thing that leaves the child process."""

import json

from tongket.reading.document import Cell, Document, Line, Mending, Source
from tongket.reading.refusals import Unreadable, refuse


def encode(document: Document) -> bytes:
    """`document` as JSON; `decode` gives an equal one back."""
    return _dump(
        {
            "source": document.source,
            "lines": [_line_row(line) for line in document.lines],
            "pages": document.pages,
            "hard_wrapped": document.hard_wrapped,
            "mendings": [[mending.code, mending.line, mending.before] for mending in document.mendings],
        }
    )


def encode_refusal(refusal: Unreadable) -> bytes:
    """A refusal as JSON; `decode` raises an equal one."""
    values = refusal.finding.values
    return _dump({"refused": refusal.finding.code, "found": values["found"], "wanted": values["wanted"]})


def decode(answer: bytes) -> Document:
    """The document in `answer`; raises the Unreadable that it holds, and ValueError for anything else.

    The sender has read a stranger's file and is not trusted: every value is checked for its type.
    """
    match json.loads(answer):
        case {"refused": str(code), "found": str() | int() | float() as found, "wanted": str() | int() as wanted}:
            raise refuse(code, found=found, wanted=wanted)
        case {
            "source": str(source),
            "lines": [*lines],
            "pages": int() | None as pages,
            "hard_wrapped": bool(wrapped),
            "mendings": [*mendings],
        }:
            return Document(Source(source), tuple(map(_line, lines)), pages, wrapped, tuple(map(_mending, mendings)))
    raise _foreign()


def _dump(fields: dict[str, object]) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode("ascii")


def _line_row(line: Line) -> list[object]:
    cell = None if line.cell is None else [line.cell.table, line.cell.row, line.cell.column]
    marks = line.bold + 2 * line.italic + 4 * line.centred + 8 * line.gap
    return [line.text, line.page, marks, line.indent, cell]


def _line(row: object) -> Line:
    match row:
        case [str(text), int() | None as page, int(marks), int() | float() as indent, cell]:
            return Line(
                text,
                page=page,
                bold=bool(marks & 1),
                italic=bool(marks & 2),
                centred=bool(marks & 4),
                indent=float(indent),
                cell=_cell(cell),
                gap=bool(marks & 8),
            )
    raise _foreign()


def _cell(row: object) -> Cell | None:
    match row:
        case None:
            return None
        case [int(table), int(place), int(column)]:
            return Cell(table, place, column)
    raise _foreign()


def _mending(row: object) -> Mending:
    match row:
        case [str(code), int(line), str(before)]:
            return Mending(code, line, before)
    raise _foreign()


def _foreign() -> ValueError:
    return ValueError("not an answer of the reading process")
