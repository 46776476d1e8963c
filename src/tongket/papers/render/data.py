"""A flow as plain data for the form `body.typ`, which travels beside it as JSON."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.styles import ASCENT, DESCENT, LINE
from tongket.documents.render.typesetting import Data
from tongket.papers.render.flow import Flow
from tongket.papers.render.kept import Kept, kept_lines
from tongket.papers.render.parts import RAISED, End, Gap, Part, parts_of
from tongket.papers.render.pictures import drawing_of, shown_mm
from tongket.papers.render.tables import Grid, GridCell, grid_of
from tongket.reading.manuscript.values import Block, Paragraph, Piece, Role, Table

_SIZE_PT = 14.0
# What each of several paragraphs that are set alike has of its own, and what sets one apart.
_OWN = ("number", "above", "breaks", "runs")
_APART = ("level", "whole", "left", "right")
_DRESS = (("b", "bold"), ("i", "italic"), ("u", "underlined"), ("^", "raised"), ("_", "lowered"))


def paper_data(flow: Flow, *, with_pictures: bool = True, changed: Callable[[list[Data]], list[Data]] = list) -> Data:
    """The paper as `body.typ` sets it; without pictures only their room is kept.

    `changed` gets the blocks one by one, with their numbers, before those that stand together are joined.
    """
    sheet = flow.sheet
    encoder = _Encoder(flow)
    return {
        "sheet": {
            "width": sheet.width_mm,
            "height": sheet.height_mm,
            "top": sheet.top_mm,
            "bottom": sheet.bottom_mm,
            "left": sheet.left_mm,
            "right": sheet.right_mm,
        },
        "ascent": ASCENT,
        "descent": DESCENT,
        "raised": RAISED,
        "note-size": flow.note_pt,
        "inset-x": flow.inset.side_mm,
        "inset-y": flow.inset.above_pt,
        "rule": flow.inset.rule_pt,
        "blocks": _alike(_joined(changed(encoder.blocks()))),
        "notes": [encoder.paragraphs(note, flow.line_mm) for note in flow.notes],
        "pictures": [drawing_of(picture) if with_pictures else "" for picture in flow.pictures],
    }


class _Encoder:
    """Encodes blocks; between two of them stands the larger of what the first asks for below and the second above."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    def blocks(self) -> list[Data]:
        """Every block with its number; headings go down one level at a time, as PDF/UA asks."""
        made: list[Data] = []
        before, level = None, 0
        for number, block in zip(self.flow.numbers, self.flow.blocks, strict=True):
            parts = [data | {"number": number} for data in self.block(block)]
            parts[0] |= {"above": above_pt(before, block)}
            headings = [data for data in parts if data.get("level")]
            for data in headings:
                data["level"] = level = min(data["level"], level + 1)
            before = block
            made += parts
        return made

    def block(self, block: Block) -> list[Data]:
        """A table, or a paragraph in the parts that a page may not tear."""
        room_mm = self.flow.line_mm
        if isinstance(block, Table):
            return [self.table(block)]
        if block.role is Role.HEADING:
            return [self.paragraph(block, room_mm)]
        kept = kept_lines(block, room_mm, _widths(self.pictures(block, room_mm)))
        return [self.kept(part, room_mm) for part in kept]

    def kept(self, kept: Kept, room_mm: float) -> Data:
        """Lines of a paragraph; those that go on have a full last line."""
        data = self.paragraph(kept.paragraph, room_mm) | {"above": leading_pt(kept.paragraph), "whole": kept.is_whole}
        return data | {"runs": [*data["runs"], End.OWN.value]} if kept.goes_on else data

    def paragraphs(self, paragraphs: Sequence[Paragraph], room_mm: float) -> list[Data]:
        """Paragraphs one below the other."""
        befores = (None, *paragraphs)
        return [
            self.paragraph(each, room_mm) | {"above": above_pt(before, each)}
            for before, each in zip(befores, paragraphs, strict=False)
        ]

    def paragraph(self, paragraph: Paragraph, room_mm: float) -> Data:
        """A paragraph in a column of `room_mm`."""
        spacing, size = paragraph.spacing, size_of(paragraph)
        pictures = self.pictures(paragraph, room_mm)
        parts = parts_of(paragraph, room_mm, _widths(pictures))
        data: Data = {
            "kind": "paragraph",
            "size": size,
            "align": paragraph.align.value,
            "leading": leading_pt(paragraph),
            "runs": [_run(part, size, pictures) for part in parts],
        }
        own = {
            "exact": spacing.exact_pt,
            "tight": max(1 - spacing.lines, 0.0) * LINE,
            "first": spacing.first_line_pt,
            "left": spacing.left_pt,
            "right": spacing.right_pt,
            "breaks": paragraph.breaks_before,
            "level": paragraph.level if paragraph.role is Role.HEADING else 0,
        }
        return data | {name: value for name, value in own.items() if value}

    def pictures(self, paragraph: Paragraph, room_mm: float) -> dict[int, tuple[float, float]]:
        """Width and height of the pictures in a paragraph."""
        used = {piece.picture for piece in paragraph.pieces if piece.picture is not None}
        if not used:
            return {}
        inner_mm = inner_width_mm(paragraph, room_mm)
        return {picture: shown_mm(self.flow.pictures[picture], inner_mm, self.flow.text_mm) for picture in used}

    def table(self, table: Table) -> Data:
        """A table on its grid."""
        grid = grid_of(table, self.flow, self.flow.line_mm)
        return {
            "kind": "table",
            "gap": self.flow.gap_pt,
            "widths": grid.widths_mm,
            "rows": grid.rows,
            "heading": grid.heading_rows,
            "ruled": grid.is_ruled,
            "cells": [self.cell(cell, grid) for cell in grid.cells],
        }

    def cell(self, cell: GridCell, grid: Grid) -> Data:
        """A cell with its place."""
        room_mm = max(grid.room_mm(cell) - 2 * self.flow.inset.side_mm, 1.0)
        return {
            "x": cell.column,
            "y": cell.row,
            "across": cell.across,
            "down": cell.down,
            "torn": cell.row in grid.torn,
            "paragraphs": self.paragraphs(cell.paragraphs, room_mm),
        }


def _widths(pictures: Mapping[int, tuple[float, float]]) -> dict[int, float]:
    return {picture: width for picture, (width, _) in pictures.items()}


def _joined(blocks: list[Data]) -> list[Data]:
    """Headings before lines that no page parts are set as one with them: typst would leave such headings behind."""
    made: list[Data] = []
    for data in reversed(blocks):
        is_whole = bool(made) and (made[-1].get("whole") or made[-1]["kind"] == "joined")
        if data.get("level") and is_whole and not made[-1].get("breaks"):
            follower = made.pop()
            inner = follower["parts"] if follower["kind"] == "joined" else [follower]
            breaks, above = data.pop("breaks", False), data["above"]
            made.append({"kind": "joined", "above": above, "breaks": breaks, "parts": [data | {"above": 0.0}, *inner]})
        else:
            made.append(data)
    return made[::-1]


def _alike(blocks: list[Data]) -> list[Data]:
    """Running paragraphs that follow one another in one setting are one block, with what each has of its own."""
    made: list[Data] = []
    for setting, following in groupby(blocks, _setting):
        if setting is None:
            made += following
        else:
            parts = [{name: each[name] for name in _OWN if name in each} for each in following]
            made.append(setting | {"kind": "alike", "parts": parts})
    return made


def _setting(data: Data) -> Data | None:
    """How a running paragraph is set; None for what stands by itself: headings, tables, whole and indented lines."""
    if data["kind"] != "paragraph" or not data["runs"] or any(data.get(name) for name in _APART):
        return None
    return {name: value for name, value in data.items() if name not in _OWN}


def size_of(paragraph: Paragraph) -> float:
    """The size that most of a paragraph's letters have."""
    if paragraph.pieces and len({piece.size_pt for piece in paragraph.pieces}) == 1:
        return paragraph.pieces[0].size_pt
    sizes: Counter[float] = Counter()
    for piece in paragraph.pieces:
        sizes[piece.size_pt] += len(piece.text) or 1
    return sizes.most_common(1)[0][0] if sizes else _SIZE_PT


def inner_width_mm(paragraph: Paragraph, room_mm: float) -> float:
    """The room for a picture in a paragraph that stands in a column of `room_mm`."""
    spacing = paragraph.spacing
    return max(room_mm - (max(spacing.first_line_pt, 0) + spacing.left_pt + spacing.right_pt) / PT_PER_MM, 5.0)


def above_pt(before: Block | None, block: Block) -> float:
    """The room between a block and the one `before` it (None: it is the first), as Word 2003 and later count it."""
    below_pt = before.spacing.after_pt if isinstance(before, Paragraph) else 0.0
    leading = leading_pt(before) if isinstance(before, Paragraph) else 0.0
    return max(below_pt, block.spacing.before_pt if isinstance(block, Paragraph) else 0.0) + leading


def leading_pt(paragraph: Paragraph) -> float:
    """What stands between two lines beyond single spacing; at the end of a page it does not count.

    Word and LibreOffice count heights in whole twentieths of a point: over a page that is a tenth of a line.
    """
    spacing = paragraph.spacing
    if spacing.exact_pt is not None or spacing.lines <= 1:
        return 0.0
    line_pt = LINE * size_of(paragraph)
    return int(round(line_pt * 20) * spacing.lines) / 20 - line_pt


def _run(part: Part, size_pt: float, pictures: Mapping[int, tuple[float, float]]) -> object:
    """A part: 0 and 1 end a line (1 leaves it full), a number in a list is a blank; text is plain or dressed."""
    if isinstance(part, End):
        return part.value
    if isinstance(part, Gap):
        return [part.width_mm]
    piece = part.piece
    if piece.picture is not None:
        width, height = pictures[piece.picture]
        return {"picture": piece.picture, "width": width, "height": height}
    if piece.note is not None:
        return {"note": piece.note}
    dress = "".join(sign for sign, name in _DRESS if getattr(piece, name))
    own = {"size": piece.size_pt if piece.size_pt != size_pt else None, "gap": _gap_pt(piece)}
    named = {name: value for name, value in own.items() if value}
    return [piece.text, dress, named] if dress or named else piece.text


def _gap_pt(piece: Piece) -> float:
    """The room between letters; letters narrowed or widened are set at their own width and brought as near or far."""
    if piece.width == 1.0 or not piece.text:
        return piece.letter_gap_pt
    whole_pt = width_mm(piece.text, piece.size_pt, bold=piece.bold, italic=piece.italic) * PT_PER_MM
    return piece.letter_gap_pt + whole_pt * (piece.width - 1) / len(piece.text)
