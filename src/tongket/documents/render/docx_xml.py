"""Pieces of a composed document as WordprocessingML: strings that stand within a body, a header or a footer."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tongket.documents.render.docx_base import DRAWN
from tongket.documents.render.docx_picture import picture_xml
from tongket.documents.render.flow import (
    LINE_END,
    Columns,
    Drawn,
    Gap,
    Grid,
    GridCell,
    Line,
    Piece,
    Rule,
    Stamp,
    plainly,
)
from tongket.documents.render.layout import PT_PER_MM, Layout
from tongket.documents.render.styles import LINE, Style
from tongket.documents.render.values import Align, Run, Text

_JUSTIFIED = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
# The blank room between two tables, or between a table and the end of a section, that Word asks for.
LEAST_GAP = Gap(1)


def twips(mm: float) -> int:
    """Twentieths of a point, in which Word counts lengths."""
    return round(mm * PT_PER_MM * 20)


class Writer:
    """Writes pieces in the styles of one layout.

    Its pictures are known by `relations` in their order, without them by `drawing1` and on; `before` pictures stand
    in front of its first in the file.
    """

    def __init__(
        self, layout: Layout, styles: dict[str, Style], *, before: int = 0, relations: Sequence[str] = ()
    ) -> None:
        self.layout, self.styles, self.relations = layout, styles, relations
        self.before, self.drawings = before, 0

    def pieces(self, pieces: tuple[Piece, ...]) -> str:
        """All of `pieces`, two tables never touching each other."""
        written: list[str] = []
        for place, piece in enumerate(pieces):
            if place and isinstance(piece, Columns | Grid) and isinstance(pieces[place - 1], Columns | Grid):
                written.append(self.piece(LEAST_GAP))
            written.append(self.piece(piece))
        return "".join(written)

    def piece(self, piece: Piece) -> str:
        """One piece by its kind."""
        match piece:
            case Line():
                return self.line(piece)
            case Rule():
                return _rule(piece)
            case Stamp():
                return self._stamp(piece)
            case Gap():
                return gap(piece)
            case Columns():
                return self._columns(piece)
            case Grid():
                return self._grid(piece)
            case Drawn():
                return self._drawn(piece)

    def line(self, line: Line) -> str:
        """A paragraph that says only what its style does not."""
        keeps = "<w:keepNext/><w:keepLines/>" if line.keeps_next else ""
        spacing = "".join(
            f' w:{name}="{round(value * 20)}"'
            for name, value in (("before", line.before_pt), ("after", line.after_pt))
            if value is not None
        )
        align = f'<w:jc w:val="{_JUSTIFIED[line.align]}"/>' if line.align else ""
        properties = keeps + (f"<w:spacing{spacing}/>" if spacing else "") + _indents(line) + align
        return f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/>{properties}</w:pPr>{runs(line.runs)}</w:p>'

    def _stamp(self, stamp: Stamp) -> str:
        style = self.styles["stamp"]
        blank = round(stamp.height_mm * PT_PER_MM / 2 - style.size_pt * LINE / 2 - stamp.rule_pt)
        side = f'w:val="single" w:sz="{round(stamp.rule_pt * 8)}" w:color="000000"'
        borders = "".join(
            f'<w:{name} {side} w:space="{space}"/>'
            for name, space in (("top", blank), ("left", 0), ("bottom", blank), ("right", 0))
        )
        beside = twips((stamp.room_mm - stamp.width_mm) / 2)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="stamp"/><w:pBdr>{borders}</w:pBdr>'
            f'<w:spacing w:before="{round(stamp.before_pt * 20)}"/>'
            f'<w:ind w:left="{beside}" w:right="{beside}"/>'
            f"</w:pPr>{runs(plainly(stamp.words))}</w:p>"
        )

    def _columns(self, columns: Columns) -> str:
        cells = [
            (f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>', "".join(self.piece(each) for each in cell))
            for row in columns.rows
            for width, cell in zip(columns.widths_mm, row, strict=True)
        ]
        across = len(columns.widths_mm)
        rows = (cells[start : start + across] for start in range(0, len(cells), across))
        return table(columns.widths_mm, "", (0, 0), [_row(row) for row in rows])

    def _grid(self, grid: Grid) -> str:
        form = self.layout.table
        side = f'w:val="single" w:sz="{round(form.rule_pt.use * 8)}" w:space="0" w:color="000000"'
        names = ("top", "left", "bottom", "right", "insideH", "insideV")
        borders = "".join(f"<w:{name} {side}/>" for name in names) if grid.is_ruled else ""
        rows = [_row(self._cells(grid.heading, grid), is_heading=True)] if grid.heading else []
        rows += [_row(self._cells(row, grid)) for row in grid.rows]
        inset = (twips(form.inset_mm.use), round(form.inset_pt.use * 20))
        return table(grid.widths_mm, f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "", inset, rows)

    def _drawn(self, drawn: Drawn) -> str:
        self.drawings += 1
        relation = self.relations[self.drawings - 1] if self.relations else f"drawing{self.drawings}"
        size = (drawn.width_mm, drawn.height_mm)
        picture = picture_xml(self.before + self.drawings, relation, *size, drawn.said)
        return f'<w:p><w:pPr><w:pStyle w:val="drawing"/></w:pPr>{picture}</w:p>'

    def _cells(self, cells: tuple[GridCell, ...], grid: Grid) -> list[tuple[str, str]]:
        """Properties and content of each cell of a row."""
        made, column = [], 0
        for cell in cells:
            width = twips(sum(grid.widths_mm[column : column + cell.across]))
            span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
            properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}'
            made.append((properties, "".join(self.line(line) for line in cell.lines)))
            column += cell.across
        return made


def runs(text: Text) -> str:
    """Runs of text, each with its dress over that of the style."""
    return "".join(_run(run) for run in text if run.text)


def _run(run: Run) -> str:
    if run is LINE_END:
        return "<w:r><w:br/></w:r>"
    return f'<w:r>{_dress(bold=run.bold, italic=run.italic)}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def gap(piece: Gap, section: str = "") -> str:
    """Blank room of an exact height; `section` holds the properties of the section that ends there."""
    breaks = "<w:keepNext/>" * piece.keeps_next + "<w:pageBreakBefore/>" * piece.breaks
    height = f'<w:spacing w:line="{round(piece.height_pt * 20)}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{DRAWN}"/>{breaks}{height}{section}</w:pPr></w:p>'


def table(widths_mm: tuple[float, ...], borders: str, inset: tuple[int, int], rows: list[str]) -> str:
    """A table of fixed columns; `inset` is the room at the sides of a cell's text and above and below, in twips."""
    side, above = inset
    margins = "".join(
        f'<w:{name} w:w="{width}" w:type="dxa"/>'
        for name, width in (("top", above), ("left", side), ("bottom", above), ("right", side))
    )
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths_mm))}" w:type="dxa"/><w:tblInd w:w="{side}" w:type="dxa"/>'
        f'{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: list[tuple[str, str]], *, is_heading: bool = False) -> str:
    """A row that no page tears."""
    heading = "<w:tblHeader/>" if is_heading else ""
    content = "".join(f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>" for properties, inner in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{content}</w:tr>"


def _rule(rule: Rule) -> str:
    beside = twips((rule.room_mm - rule.width_mm) / 2)
    border = f'<w:bottom w:val="single" w:sz="{round(rule.rule_pt * 8)}" w:space="0" w:color="000000"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{DRAWN}"/><w:pBdr>{border}</w:pBdr>'
        f'<w:spacing w:line="{round(rule.gap_pt * 20)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{beside}" w:right="{beside}"/></w:pPr></w:p>'
    )


def _indents(line: Line) -> str:
    left = f' w:left="{twips(line.left_mm)}"' if line.left_mm else ""
    if line.hanging_mm:
        return f'<w:ind{left} w:hanging="{twips(line.hanging_mm)}"/>'
    first = "" if line.first_mm is None else f' w:firstLine="{twips(line.first_mm)}"'
    return f"<w:ind{left}{first}/>" if left or first else ""


def _dress(*, bold: bool, italic: bool) -> str:
    inner = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""
