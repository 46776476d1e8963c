"""Drawings as PNG, for programs that do not draw SVG alike: a .docx holds them so."""

from collections.abc import Sequence
from pathlib import Path

from tongket.documents.render.flow import Drawn, Flow
from tongket.documents.render.typesetting import pngs

_FORM = Path(__file__).parent / "drawn.typ"
# Letters of ten points are clear on paper; twice as many dots take three times as long.
DOTS_PER_INCH = 150


def pngs_of(drawings: Sequence[Drawn]) -> tuple[bytes, ...]:
    """Each drawing as a PNG in its printed size; the same drawings give the same bytes."""
    if not drawings:
        return ()
    data = [{"svg": each.svg, "width": each.width_mm, "height": each.height_mm} for each in drawings]
    return pngs(_FORM, {"drawn": data}, dots_per_inch=DOTS_PER_INCH)


def drawn_in(flow: Flow) -> list[Drawn]:
    """The drawings of a document in their order."""
    return [piece for sheet in flow.sheets for piece in sheet.pieces if isinstance(piece, Drawn)]
