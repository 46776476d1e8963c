"""Certificates as plain data for the form `certificates.typ`, which travels beside it as JSON."""

from collections.abc import Sequence

from tongket.documents.render.flow import cut, plainly
from tongket.documents.render.styles import ASCENT, DESCENT
from tongket.documents.render.typesetting import Data
from tongket.documents.render.values import Certificate, PlacedText, plain


def certificate_data(certificates: Sequence[Certificate], *, moved_mm: tuple[float, float], has_grid: bool) -> Data:
    """The sheets, all moved alike; lengths in millimetres."""
    return {
        "title": "Giấy khen",
        "ascent": ASCENT,
        "descent": DESCENT,
        "moved": moved_mm,
        "grid": has_grid,
        "sheets": [
            {"width": each.width_mm, "height": each.height_mm, "texts": [_placed(text) for text in each.texts]}
            for each in certificates
        ],
    }


def _placed(text: PlacedText) -> Data:
    return {
        "x": text.x_mm,
        "y": text.y_mm,
        "width": text.width_mm,
        "size": text.size_pt,
        "align": text.align.value,
        "bold": text.bold,
        "italic": text.italic,
        "lines": [plain(line) for line in cut(plainly(text.text))],
        "label": f"{text.x_mm:g} × {text.y_mm:g} mm",
    }
