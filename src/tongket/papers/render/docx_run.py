"""What stands within a paragraph, as WordprocessingML: text in its dress, references to notes."""

import re
from xml.sax.saxutils import escape

from tongket.reading.manuscript.values import Piece

_BREAK = re.compile(r"([\t\n])")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def run_xml(piece: Piece, style_size: float) -> str:
    """Text in its dress; its size is said where the style has another."""
    if not piece.text:
        return ""
    inner = "".join(_BREAKS.get(part) or _text(part) for part in _BREAK.split(piece.text) if part)
    return f"<w:r>{_dress(piece, style_size)}{inner}</w:r>"


def note_reference(number: int) -> str:
    """The raised number of a note."""
    return f'<w:r><w:rPr><w:rStyle w:val="noteMark"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def _text(part: str) -> str:
    return f'<w:t xml:space="preserve">{escape(part)}</w:t>'


def _dress(piece: Piece, style_size: float) -> str:
    """Run properties in the order that Word's schema asks for."""
    raised = "superscript" if piece.raised else "subscript" if piece.lowered else ""
    half_points = round(piece.size_pt * 2)
    said = (
        "<w:b/>" if piece.bold else "",
        "<w:i/>" if piece.italic else "",
        f'<w:spacing w:val="{round(piece.letter_gap_pt * 20)}"/>' if piece.letter_gap_pt else "",
        f'<w:w w:val="{round(piece.width * 100)}"/>' if piece.width != 1.0 else "",
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if piece.size_pt != style_size else "",
        '<w:u w:val="single"/>' if piece.underlined else "",
        f'<w:vertAlign w:val="{raised}"/>' if raised else "",
    )
    inner = "".join(said)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""
