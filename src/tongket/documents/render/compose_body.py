"""The text of a document: paragraphs, headings, grounds, items and tables as pieces."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tongket.core.charts import size_of, stand_alone
from tongket.documents.render.columns import column_widths
from tongket.documents.render.compose_head import ended
from tongket.documents.render.drawings import PER_MM, said_of, svg_of
from tongket.documents.render.flow import (
    Drawn,
    Gap,
    Grid,
    GridCell,
    Line,
    Piece,
    composed,
    cut,
    line_mm,
    plainly,
    sheet_size_mm,
)
from tongket.documents.render.fonts import faces, width_mm
from tongket.documents.render.layout import Layout
from tongket.documents.render.values import (
    Align,
    Basis,
    Block,
    Cell,
    Datum,
    Drawing,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Run,
    Table,
    plain,
)

ARTICLE = "Điều "
# What a page keeps free beside its tallest drawing: for the title of an annex above it and its caption below.
BESIDE_DRAWING_MM = 50


def body_pieces(blocks: Sequence[Block], layout: Layout, room_mm: float) -> list[Piece]:
    """The pieces of `blocks` on lines of `room_mm`."""
    pieces: list[Piece] = []
    for block in ended_bases(blocks, layout):
        pieces += _PIECES[type(block)](block, layout, room_mm)
    return pieces


def ended_bases(blocks: Sequence[Block], layout: Layout) -> list[Block]:
    """`blocks` in which each ground ends in `;` and the last of a run of them in `.` (PL1 II.6)."""
    form, made = layout.body.basis, list(blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Basis):
            follows = place + 1 < len(blocks) and isinstance(blocks[place + 1], Basis)
            words = ended((plain(block.runs),), form)[0].removesuffix(form.last)
            made[place] = Basis(_cut_to(block, words, form.ending if follows else form.last))
    return made


def _cut_to(basis: Basis, words: str, ending: str) -> tuple[Run, ...]:
    """The runs of `basis` as far as `words` go, and `ending`."""
    runs, left = [], len(words)
    for run in basis.runs:
        runs.append(Run(run.text[:left], run.bold, run.italic))
        left -= len(runs[-1].text)
    return (*(run for run in runs if run.text), Run(ending))


def _paragraph(block: Paragraph, _layout: Layout, _room_mm: float) -> Sequence[Line]:
    first_mm = None if block.is_indented and block.align in {Align.JUSTIFY, Align.LEFT} else 0.0
    lines = cut(block.runs)
    return [
        Line("body", line, first_mm=first_mm, align=block.align, after_pt=None if place == len(lines) else 0)
        for place, line in enumerate(lines, 1)
    ]


def _heading(block: Heading, _layout: Layout, _room_mm: float) -> Sequence[Line]:
    return [Line(f"heading{min(block.level, 3)}", line) for line in cut(block.runs)]


def _basis(block: Basis, _layout: Layout, _room_mm: float) -> Sequence[Line]:
    return [Line("basis", composed(block.runs))]


def _item(block: Item, layout: Layout, _room_mm: float) -> Sequence[Line]:
    form = layout.body
    lead = Run(f"{block.mark} ", bold=block.mark.startswith(ARTICLE))
    hanging_mm = width_mm(lead.text, form.size.use, bold=lead.bold) if form.item_hanging_mm.use else 0
    first, *others = cut(block.runs)
    after_pt = 0 if others else None
    if hanging_mm:
        left_mm = form.first_line_mm.use + hanging_mm
        lines = [Line("item", (lead, *first), left_mm, hanging_mm, 0, after_pt=after_pt)]
    else:
        lines = [Line("item", (lead, *first), after_pt=after_pt)]
    lines += [Line("item", each, after_pt=None if each is others[-1] else 0) for each in others]
    return lines


def _table(block: Table, layout: Layout, room_mm: float) -> list[Piece]:
    heading = tuple(_cell(cell, "table_head", Align.CENTER) for cell in block.heading)
    rows = tuple(tuple(_cell(cell, "table", cell.align) for cell in row) for row in block.rows)
    widths = column_widths(block, layout, room_mm)
    return [Grid(widths, heading, rows, block.is_ruled), Gap(layout.body.after_pt.use)]


def _cell(cell: Cell, style: str, align: Align) -> GridCell:
    return GridCell(tuple(Line(style, line, align=align) for line in cut(cell.runs)), cell.across)


def _page_break(_block: PageBreak, _layout: Layout, _room_mm: float) -> list[Piece]:
    return [Gap(1, breaks=True)]


def _drawing(block: Drawing, layout: Layout, room_mm: float) -> list[Piece]:
    """The drawing as wide as its letters ask, smaller where line or page are; its caption below."""
    block = Drawing(block.shape, _printed(block.caption), tuple(map(_sound, block.rows)))
    svg = svg_of(block, key="hinh")
    width, height = size_of(svg)
    _across, high = sheet_size_mm(layout, is_landscape=room_mm > line_mm(layout))
    room_below = high - layout.page.top_mm.use - layout.page.bottom_mm.use - BESIDE_DRAWING_MM
    per_mm = max(PER_MM, width / room_mm, height / room_below)
    alone = stand_alone(svg, width=round(width), face=faces()[0])
    drawn = Drawn(alone, width / per_mm, height / per_mm, said_of(block))
    return [drawn, *(Line("caption", line) for line in cut(plainly(block.caption)))]


def _sound(row: Datum) -> Datum:
    return replace(row, name=_printed(row.name), value=_printed(row.value))


def _printed(words: str) -> str:
    return plain(plainly(words))


_PIECES: dict[type, Callable[..., Sequence[Piece]]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Basis: _basis,
    Item: _item,
    Table: _table,
    PageBreak: _page_break,
    Drawing: _drawing,
}
