"""A composed document as plain data for the form `document.typ`, which travels beside it as JSON."""

from typing import Any

from tongket.documents.render.flow import Columns, Flow, Gap, Grid, GridCell, Line, Piece, Rule, Sheet, Stamp
from tongket.documents.render.styles import ASCENT, DESCENT, Style


def flow_data(flows: list[Flow]) -> dict[str, Any]:
    """Several documents of one profile as one: title of the first, sheets of all."""
    first = flows[0]
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
        "sheets": [_sheet(sheet) for flow in flows for sheet in flow.sheets],
    }


def _style(style: Style) -> dict[str, Any]:
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


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "landscape": sheet.is_landscape,
        "contact": [_piece(line) for line in sheet.contact],
        "pieces": [_piece(piece) for piece in sheet.pieces],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    """One piece by its kind."""
    match piece:
        case Line():
            return _line(piece)
        case Gap():
            return {"kind": "gap", "height": piece.height_pt, "breaks": piece.breaks, "sticky": piece.keeps_next}
        case Rule():
            return {"kind": "rule", "width": piece.width_mm, "gap": piece.gap_pt, "rule": piece.rule_pt}
        case Stamp():
            return {
                "kind": "stamp",
                "words": piece.words,
                "width": piece.width_mm,
                "height": piece.height_mm,
                "rule": piece.rule_pt,
                "before": piece.before_pt,
            }
        case Columns():
            rows = [[[_piece(each) for each in cell] for cell in row] for row in piece.rows]
            return {"kind": "columns", "widths": piece.widths_mm, "rows": rows}
        case Grid():
            return {
                "kind": "grid",
                "widths": piece.widths_mm,
                "heading": [_cell(cell) for cell in piece.heading],
                "rows": [[_cell(cell) for cell in row] for row in piece.rows],
                "ruled": piece.is_ruled,
            }


def _cell(cell: GridCell) -> dict[str, Any]:
    return {"across": cell.across, "lines": [_line(line) for line in cell.lines]}


def _line(line: Line) -> dict[str, Any]:
    said = {
        "kind": "line",
        "style": line.style,
        "runs": [(run.text, "b" * run.bold + "i" * run.italic) for run in line.runs],
    }
    own = {
        "left": line.left_mm or None,
        "hanging": line.hanging_mm or None,
        "first": 0 if line.hanging_mm else line.first_mm,
        "before": line.before_pt,
        "after": line.after_pt,
        "align": line.align and line.align.value,
        "sticky": line.keeps_next,
    }
    return said | {key: value for key, value in own.items() if value is not None}
