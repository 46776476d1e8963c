"""A composed document as plain data for the form `document.typ`, which travels beside it as JSON."""

from collections.abc import Sequence

from tongket.documents.render.flow import (
    LINE_END,
    Columns,
    Drawn,
    Flow,
    Gap,
    Grid,
    GridCell,
    Line,
    Piece,
    Rule,
    Sheet,
    Stamp,
    line_mm,
)
from tongket.documents.render.line_ends import with_ends
from tongket.documents.render.styles import ASCENT, DESCENT, Style
from tongket.documents.render.typesetting import Data


def flow_data(flows: Sequence[Flow]) -> Data:
    """Several documents as one: title and page of the first, sheets of all, each in the styles of its profile."""
    first = flows[0]
    encoder = _Encoder(first)
    page, header, table, foot = first.layout.page, first.layout.header, first.layout.table, first.layout.foot
    return {
        "title": first.title,
        "ascent": ASCENT,
        "descent": DESCENT,
        "styles": {code: _style(style) for code, style in first.styles.items()},
        "page": {
            "width": page.width_mm,
            "height": page.height_mm,
            "top": page.top_mm.use,
            "bottom": page.bottom_mm.use,
            "left": page.left_mm.use,
            "right": page.right_mm.use,
            "number-pt": page.number_pt.use,
            "number-top": page.number_top_mm.use,
            "contact-bottom": foot.contact_bottom_mm.use,
            "rule": header.rule_pt.use,
        },
        "table": {"inset-mm": table.inset_mm.use, "inset-pt": table.inset_pt.use, "rule": table.rule_pt.use},
        "sheets": _stepwise([encoder.sheet(sheet) for flow in flows for sheet in flow.sheets], first.styles),
    }


def _stepwise(sheets: list[Data], styles: dict[str, Style]) -> list[Data]:
    """`sheets` whose headings go down one level at a time, as PDF/UA asks; what is seen stays the same."""
    before = 0
    for piece in (piece for sheet in sheets for piece in sheet["pieces"] if piece["kind"] == "line"):
        if level := styles[piece["style"]].level:
            before = piece["level"] = min(level, before + 1)
    return sheets


def _style(style: Style) -> Data:
    return {
        "size": style.size_pt,
        "bold": style.bold,
        "italic": style.italic,
        "align": style.align.value,
        "first": style.first_mm,
        "left": 0,
        "hanging": 0,
        "before": style.before_pt,
        "after": style.after_pt,
        "spacing": style.spacing,
        "sticky": style.keeps_next,
        "level": style.level,
    }


class _Encoder:
    """Encodes the pieces of one flow; each stands in a column of a known width, `room_mm`."""

    def __init__(self, flow: Flow) -> None:
        self.layout, self.styles = flow.layout, flow.styles

    def sheet(self, sheet: Sheet) -> Data:
        room_mm = line_mm(self.layout, is_landscape=sheet.is_landscape)
        return {
            "landscape": sheet.is_landscape,
            "contact": [self.piece(line, room_mm) for line in sheet.contact],
            "pieces": [self.piece(piece, room_mm) for piece in sheet.pieces],
        }

    def piece(self, piece: Piece, room_mm: float) -> Data:
        """One piece by its kind."""
        match piece:
            case Line():
                return self.line(piece, room_mm)
            case Gap():
                return {"kind": "gap", "height": piece.height_pt, "breaks": piece.breaks, "sticky": piece.keeps_next}
            case Rule():
                return {"kind": "rule", "width": piece.width_mm, "gap": piece.gap_pt, "rule": piece.rule_pt}
            case Stamp():
                return _stamp(piece)
            case Columns():
                rows = [self.cells(row, piece.widths_mm) for row in piece.rows]
                return {"kind": "columns", "widths": piece.widths_mm, "rows": rows}
            case Grid():
                return self.grid(piece)
            case Drawn():
                return self.drawn(piece)

    def cells(self, row: tuple[tuple[Piece, ...], ...], widths_mm: tuple[float, ...]) -> list[list[Data]]:
        """The cells of a row of columns."""
        return [[self.piece(each, room) for each in cell] for cell, room in zip(row, widths_mm, strict=True)]

    def grid(self, grid: Grid) -> Data:
        """A table."""
        return {
            "kind": "grid",
            "widths": grid.widths_mm,
            "heading": self.row(grid.heading, grid),
            "rows": [self.row(row, grid) for row in grid.rows],
            "ruled": grid.is_ruled,
        }

    def drawn(self, drawn: Drawn) -> Data:
        """A picture with its words."""
        style, size = self.styles["drawing"], {"width": drawn.width_mm, "height": drawn.height_mm}
        return {"kind": "drawn", "svg": drawn.svg, "said": drawn.said, "before": style.before_pt} | size

    def row(self, cells: tuple[GridCell, ...], grid: Grid) -> list[Data]:
        """The cells of a row of a table."""
        made, column, inset_mm = [], 0, 2 * self.layout.table.inset_mm.use
        for cell in cells:
            room_mm = sum(grid.widths_mm[column : column + cell.across]) - inset_mm
            made.append({"across": cell.across, "lines": [self.line(line, room_mm) for line in cell.lines]})
            column += cell.across
        return made

    def line(self, line: Line, room_mm: float) -> Data:
        """A paragraph: what it says, and what it does not leave to its style."""
        text = with_ends(line, self.styles[line.style], room_mm)
        runs = ["" if run is LINE_END else (run.text, "b" * run.bold + "i" * run.italic) for run in text]
        own = {
            "left": line.left_mm or None,
            "hanging": line.hanging_mm or None,
            "first": 0 if line.hanging_mm else line.first_mm,
            "before": line.before_pt,
            "after": line.after_pt,
            "align": line.align and line.align.value,
            "sticky": line.keeps_next,
        }
        said = {"kind": "line", "style": line.style, "runs": runs}
        return said | {key: value for key, value in own.items() if value is not None}


def _stamp(stamp: Stamp) -> Data:
    return {
        "kind": "stamp",
        "words": stamp.words,
        "width": stamp.width_mm,
        "height": stamp.height_mm,
        "rule": stamp.rule_pt,
        "before": stamp.before_pt,
    }
