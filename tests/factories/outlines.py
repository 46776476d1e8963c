"""Outlines and reports of units for tests: the sample outline, and the sample reports as manuscripts."""

import io
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tongket.reading.manuscript.values import (
    Align,
    Block,
    Cell,
    Manuscript,
    Nature,
    Paragraph,
    Piece,
    Table,
)
from tongket.reviews.rules import Gather, Kind, Span
from tongket.reviews.rules import Nature as Sort
from tongket.reviews.values import Indicator, Outline, Period, Question

SAMPLES = Path(__file__).parents[1] / "samples/reviews"


def sample_outline(path: Path = SAMPLES / "outline.toml") -> Outline:
    """The outline that the sample reports answer."""
    table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return Outline(
        table["title"],
        table["revision"],
        tuple(Question(**(each | {"kind": Kind(each["kind"])})) for each in table["questions"]),
        tuple(_indicator(each) for each in table["indicators"]),
        tuple(Period(**each) for each in table["periods"]),
    )


def _indicator(row: dict[str, Any]) -> Indicator:
    for name, kind in (("nature", Sort), ("span", Span), ("gather", Gather)):
        if name in row:
            row[name] = kind(row[name])
    for name in ("minimum", "maximum", "jump"):
        if name in row:
            row[name] = Decimal(row[name])
    return Indicator(**row)


def manuscript_of(text: str) -> Manuscript:
    """The manuscript of a sample: `**bold**`, `//italic//`, `| a | b |` rows of a table, a line for each paragraph."""
    blocks: list[Block] = []
    for line in text.splitlines():
        if line.startswith("|"):
            row = tuple(Cell((_paragraph(cell.strip()),)) for cell in line.strip("| ").split("|"))
            if blocks and isinstance(blocks[-1], Table):
                blocks[-1] = replace(blocks[-1], rows=(*blocks[-1].rows, row))
            else:
                blocks.append(Table((row,)))
        else:
            blocks.append(_paragraph(line))
    return Manuscript(Nature.DOCX, tuple(blocks))


def _paragraph(line: str) -> Paragraph:
    for sign, dress in (("**", "bold"), ("//", "italic")):
        if line.startswith(sign) and line.endswith(sign) and len(line) > 4:
            return Paragraph((Piece(line[2:-2], **{dress: True}),), align=Align.CENTER)
    return Paragraph((Piece(line),))


def docx_of(text: str) -> bytes:
    """A sample as a .docx as an office types it: Times New Roman, bold headings, ruled tables."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    for block in manuscript_of(text).blocks:
        if isinstance(block, Table):
            table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
            for row in block.rows:
                for cell, filled in zip(table.add_row().cells, row, strict=True):
                    cell.text = filled.paragraphs[0].text
            continue
        paragraph = document.add_paragraph()
        for piece in block.pieces:
            run = paragraph.add_run(piece.text)
            run.bold, run.italic = piece.bold, piece.italic
        if block.align is Align.CENTER and block.text.isupper():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
