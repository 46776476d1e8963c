"""The characters of a page with their places and looks, and its ruled lines, as pdfium tells them."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import hypot
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# Fonts are called TimesNewRomanPS-BoldItalicMT, Arial,Bold, LiberationSerif-Bold, ABCDEF+TimesNewRoman-BD …
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|[-,]it\b|[-,]i\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
# Flags of a font descriptor (ISO 32000-1, table 123).
_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18
_TURNED = 0.1
_NAME_MOST = 256
_SIZE_UNKNOWN = 12.0
# Smaller letters nobody sees; so much of 255 is white, so little of it clear.
_SPECK, _WHITE, _CLEAR = 2.0, 245, 16
_GROUNDS = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)
_MOST_GROUNDS = 5000
_RULE_THICKNESS, _RULE_LENGTH = 2.5, 8.0
# pdfium writes U+0002 and U+FFFE for the hyphen with which a word was broken at the end of a line.
_HYPHENS = {2: "-", 0xFFFE: "-"}


class Glyph(NamedTuple):
    """One character; lengths in points, the baseline counted from the foot of the page upwards.

    `width` is a share of the letter's own width, below 1 where it is squeezed; `hidden` is white on white, or a speck.

    A page has thousands of them, and a tuple is made three times as fast as any other value.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    width: float = 1.0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """How the characters of one text object are set."""

    size: float
    bold: bool
    italic: bool
    turned: bool
    width: float
    hidden: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One thin line or bar, as tables are ruled with; lengths in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.top - self.bottom > self.right - self.left


class _Grounds:
    """What is not white below the text of a page, coloured bars and pictures; looked for once it matters."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._edges: list[tuple[float, float, float, float]] | None = None

    def lie_below(self, shape: object) -> bool:
        """Whether something of the kind lies below the middle of a text."""
        if self._edges is None:
            found = self._page.get_objects(filter=_GROUNDS)
            self._edges = [each.get_bounds() for each in islice(found, _MOST_GROUNDS) if _is_ground(each)]
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
        across, up = (left.value + right.value) / 2, (bottom.value + top.value) / 2
        return any(edge[0] <= across <= edge[2] and edge[1] <= up <= edge[3] for edge in self._edges)


def glyphs_of(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The upright characters of a page in the order of the file; turned ones (watermarks) are left out."""
    kept = page.get_textpage()
    text, looks, grounds = kept.raw, dict[int, _Look](), _Grounds(page)
    box, left, baseline = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for place in range(kept.count_chars()):
        letter = _letter(text, place)
        shape = pdfium.FPDFText_GetTextObject(text, place)
        # What pdfium adds of its own, blanks and line ends, belongs to no text object.
        if not letter or not shape:
            continue
        key = ctypes.addressof(shape.contents)
        if key not in looks:
            looks[key] = _look(grounds, shape, turned=abs(pdfium.FPDFText_GetCharAngle(text, place)) > _TURNED)
        look = looks[key]
        if look.turned:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, place, box)
        pdfium.FPDFText_GetCharOrigin(text, place, left, baseline)
        yield Glyph(
            letter,
            box.left,
            box.right,
            baseline.value,
            look.size,
            bold=look.bold,
            italic=look.italic,
            width=look.width,
            hidden=look.hidden,
        )


def rules_of(page: pypdfium2.PdfPage) -> list[Rule]:
    """The thin lines of a page, lying and upright."""
    rules = []
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        rule = Rule(*shape.get_bounds())
        sides = sorted((rule.right - rule.left, rule.top - rule.bottom))
        if sides[0] <= _RULE_THICKNESS and sides[1] >= _RULE_LENGTH:
            rules.append(rule)
    return rules


def _letter(text: object, place: int) -> str:
    code = pdfium.FPDFText_GetUnicode(text, place)
    if code in _HYPHENS:
        return _HYPHENS[code]
    return chr(code) if code >= ord(" ") else ""


def _look(grounds: _Grounds, shape: object, *, turned: bool) -> _Look:
    """How a text object is set; bold by its font's name, weight or flags, or by a thick outline."""
    size, width = _size(shape)
    font = pdfium.FPDFTextObj_GetFont(shape)
    buffer = ctypes.create_string_buffer(_NAME_MOST)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_MOST)
    name = buffer.value.decode("utf-8", errors="replace")
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(shape)
    outlined = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or bool(flags & _FLAG_FORCE_BOLD)
    bold = outlined or heavy or bool(_BOLD_NAME.search(name))
    italic = bool(flags & _FLAG_ITALIC) or bool(_ITALIC_NAME.search(name))
    # A scanner lays what it recognised unseen below its picture: that is its way of writing, and nobody's trick.
    is_laid_under = mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    hidden = not is_laid_under and (size < _SPECK or (_is_white(shape) and not grounds.lie_below(shape)))
    return _Look(size, bold, italic, turned, 1.0 if is_laid_under else width, hidden)


def _size(shape: object) -> tuple[float, float]:
    """The height of the letters in points, and their width as a share of what it should be.

    Many producers write size 1 and stretch it by the matrix.
    """
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(shape, size)
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    across, up = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
    return size.value * up or _SIZE_UNKNOWN, across / up if up else 1.0


def _is_white(shape: object) -> bool:
    """Whether an object is filled with white, or with nothing that an eye sees."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, alpha):
        return False
    return alpha.value < _CLEAR or min(red.value, green.value, blue.value) >= _WHITE


def _is_ground(each: pypdfium2.PdfObject) -> bool:
    """Whether a picture, or a shape that is filled with a colour."""
    if each.type != pdfium.FPDF_PAGEOBJ_PATH:
        return True
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(each.raw, fill, stroke)
    return fill.value != pdfium.FPDF_FILLMODE_NONE and not _is_white(each.raw)
