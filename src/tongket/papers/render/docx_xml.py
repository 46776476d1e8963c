"""A flow as WordprocessingML: paragraphs and tables as strings that stand within a body, and what they refer to."""

from collections import Counter, defaultdict

from tongket.documents.render.docx_picture import picture_xml
from tongket.documents.render.docx_xml import table as table_xml
from tongket.documents.render.docx_xml import twips
from tongket.papers.render.data import inner_width_mm, size_of
from tongket.papers.render.docx_run import note_reference, run_xml
from tongket.papers.render.flow import Flow, paragraphs_of
from tongket.papers.render.pictures import kind_of, shown_mm
from tongket.papers.render.tables import Grid, GridCell, grid_of
from tongket.reading.manuscript.values import Align, Block, Paragraph, Piece, Role, Table

_JUSTIFIED = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
# What Word asks for between two tables and behind the last one.
_LEAST_GAP_PT = 1.0
_UNSEEN_GAP_PT = 0.1
# Numbers of notes below it are those of the lines drawn above notes.
FIRST_NOTE = 2
_NOTE_MARK = (
    '<w:r><w:rPr><w:rStyle w:val="noteMark"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
)


def style_of(paragraph: Paragraph, *, in_cell: bool = False) -> str:
    """The id of the style a paragraph is in."""
    if in_cell:
        return "cell"
    if paragraph.role is Role.HEADING:
        return f"heading{min(max(paragraph.level, 1), 6)}"
    return "item" if paragraph.role is Role.ITEM else "body"


def properties_of(paragraph: Paragraph) -> dict[str, str]:
    """Spacing, indents and alignment as XML, each always said in full."""
    spacing = paragraph.spacing
    exact = spacing.exact_pt
    line = f'w:line="{round(spacing.lines * 240)}" w:lineRule="auto"'
    if exact is not None:
        line = f'w:line="{round(exact * 20)}" w:lineRule="exact"'
    first = "firstLine" if spacing.first_line_pt >= 0 else "hanging"
    before, after = round(spacing.before_pt * 20), round(spacing.after_pt * 20)
    return {
        "spacing": f'<w:spacing w:before="{before}" w:after="{after}" {line}/>',
        "ind": f'<w:ind w:left="{round(spacing.left_pt * 20)}" w:right="{round(spacing.right_pt * 20)}" '
        f'w:{first}="{round(abs(spacing.first_line_pt) * 20)}"/>',
        "jc": f'<w:jc w:val="{_JUSTIFIED[paragraph.align]}"/>',
    }


class Writer:
    """Writes the blocks of one flow; `notes` and `media` fill as they are referred to.

    `styles` are properties and type size of each style, which a paragraph in that style need not say again.
    """

    def __init__(self, flow: Flow, styles: dict[str, tuple[dict[str, str], float]]) -> None:
        self.flow, self.styles = flow, styles
        self.notes: list[str] = []
        self.media: list[int] = []
        self.drawings = 0

    def blocks(self) -> str:
        """Every block; two tables never touch each other, nor does one end the body."""
        # LibreOffice puts an empty line before a table that begins a text with notes; before a paragraph it does not.
        begins_hidden = self.flow.notes and self.flow.blocks and isinstance(self.flow.blocks[0], Table)
        written = [_gap(_UNSEEN_GAP_PT)] if begins_hidden else []
        for place, block in enumerate(self.flow.blocks):
            written.append(self.block(block))
            is_last = place + 1 == len(self.flow.blocks)
            if isinstance(block, Table):
                touches = is_last or isinstance(self.flow.blocks[place + 1], Table)
                height = self.flow.gap_pt or (_LEAST_GAP_PT if touches else 0)
                written.append(_gap(height) if height else "")
        return "".join(written)

    def block(self, block: Block) -> str:
        """A paragraph or a table."""
        return self.table(block) if isinstance(block, Table) else self.paragraph(block, style_of(block))

    def paragraph(self, paragraph: Paragraph, style: str, room_mm: float | None = None, lead: str = "") -> str:
        """A paragraph that says only what its style does not; `lead` stands in front of its text."""
        known, style_size = self.styles[style]
        own = properties_of(paragraph)
        keeps = "<w:keepNext/><w:keepLines/>" if paragraph.role is Role.HEADING and style != "cell" else ""
        breaks = "<w:pageBreakBefore/>" if paragraph.breaks_before else ""
        said = "".join(xml for name, xml in own.items() if known.get(name) != xml)
        size = size_of(paragraph)
        mark = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>' if size != style_size else ""
        inner = "".join(self.piece(piece, paragraph, style_size, room_mm) for piece in paragraph.pieces)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keeps}{breaks}{said}{mark}</w:pPr>{lead}{inner}</w:p>'

    def piece(self, piece: Piece, paragraph: Paragraph, style_size: float, room_mm: float | None) -> str:
        """A run of text, a note's reference or a picture."""
        if piece.note is not None:
            return self.note(piece.note)
        if piece.picture is not None:
            return self.picture(piece.picture, paragraph, room_mm)
        return run_xml(piece, style_size)

    def note(self, note: int) -> str:
        """The reference to a note, which is kept for the part of notes."""
        number = FIRST_NOTE + len(self.notes)
        first, *others = self.flow.notes[note] or (Paragraph(()),)
        inner = self.paragraph(first, "note", lead=_NOTE_MARK) + "".join(
            self.paragraph(each, "note") for each in others
        )
        self.notes.append(f'<w:footnote w:id="{number}">{inner}</w:footnote>')
        return note_reference(number)

    def picture(self, picture: int, paragraph: Paragraph, room_mm: float | None) -> str:
        """A picture in the line; what is neither PNG nor JPEG is left out."""
        shown = self.flow.pictures[picture]
        if kind_of(shown) is None:
            return ""
        if picture not in self.media:
            self.media.append(picture)
        self.drawings += 1
        inner_mm = inner_width_mm(paragraph, self.flow.line_mm if room_mm is None else room_mm)
        width, height = shown_mm(shown, inner_mm, self.flow.text_mm)
        return picture_xml(self.drawings, f"picture{picture}", width, height)

    def table(self, table: Table) -> str:
        """A table of fixed columns."""
        grid = grid_of(table, self.flow, self.flow.line_mm)
        inset = (twips(self.flow.inset.side_mm), round(self.flow.inset.above_pt * 20))
        rows = [self.row(grid, row) for row in range(grid.rows)]
        return table_xml(grid.widths_mm, _borders(grid, self.flow), inset, rows)

    def row(self, grid: Grid, row: int) -> str:
        """A row: the cells that begin in it, and what goes on from above."""
        split = "" if row in grid.torn else "<w:cantSplit/>"
        heading = "<w:tblHeader/>" if row < grid.heading_rows else ""
        there = [cell for cell in grid.cells if cell.row <= row < cell.row + cell.down]
        cells = (self.cell(cell, grid, row) for cell in sorted(there, key=lambda cell: cell.column))
        return f"<w:tr><w:trPr>{split}{heading}</w:trPr>{''.join(cells)}</w:tr>"

    def cell(self, cell: GridCell, grid: Grid, row: int) -> str:
        """A cell, or the part of one that began in a row above."""
        begins = cell.row == row
        span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        merge = ('<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>") if cell.down > 1 else ""
        properties = f'<w:tcW w:w="{twips(grid.room_mm(cell))}" w:type="dxa"/>{span}{merge}'
        room_mm = max(grid.room_mm(cell) - 2 * self.flow.inset.side_mm, 1.0)
        inner = "".join(self.paragraph(each, "cell", room_mm) for each in cell.paragraphs) if begins else _gap(1)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def _borders(grid: Grid, flow: Flow) -> str:
    if not grid.is_ruled:
        return ""
    side = f'w:val="single" w:sz="{round(flow.inset.rule_pt * 8)}" w:space="0" w:color="000000"'
    names = ("top", "left", "bottom", "right", "insideH", "insideV")
    return f"<w:tblBorders>{''.join(f'<w:{name} {side}/>' for name in names)}</w:tblBorders>"


def _gap(height_pt: float) -> str:
    """Blank room of an exact height."""
    height = round(height_pt * 20)
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


def styles_of(flow: Flow) -> dict[str, tuple[dict[str, str], float]]:
    """The properties and size of each style: those that most paragraphs in it have."""
    found: dict[str, Counter[tuple[tuple[tuple[str, str], ...], float]]] = defaultdict(Counter)
    for block in flow.blocks:
        in_cell = isinstance(block, Table)
        for paragraph in paragraphs_of([block]):
            found[style_of(paragraph, in_cell=in_cell)][_look(paragraph)] += 1
    found["note"].update(_look(paragraph) for note in flow.notes for paragraph in note)
    for style, size in (("body", None), ("cell", None), ("note", flow.note_pt)):
        plain = Paragraph((Piece("", size_pt=size),) if size else ())
        found[style] = found[style] or Counter([_look(plain)])
    return {
        style: (dict(looks.most_common(1)[0][0][0]), looks.most_common(1)[0][0][1]) for style, looks in found.items()
    }


def _look(paragraph: Paragraph) -> tuple[tuple[tuple[str, str], ...], float]:
    return tuple(properties_of(paragraph).items()), size_of(paragraph)
