"""What stands within a paragraph, as WordprocessingML: text in its dress, references to notes, pictures."""

import re
from xml.sax.saxutils import escape

from tongket.reading.manuscript.values import Piece

_EMU_PER_MM = 36_000
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


def picture_xml(number: int, relation: str, width_mm: float, height_mm: float) -> str:
    """A picture in the line; `relation` is the id by which its part is known."""
    size = f'cx="{round(width_mm * _EMU_PER_MM)}" cy="{round(height_mm * _EMU_PER_MM)}"'
    named = f'id="{number}" name="Hình {number}" descr="Hình {number}"'
    kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic><a:graphicData uri="{kind}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


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
