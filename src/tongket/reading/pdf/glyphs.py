"""The characters of a page with their places and looks, and its ruled lines, as pdfium tells them."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_RULE_THICKNESS, _RULE_LENGTH = 2.5, 8.0
# pdfium writes U+0002 and U+FFFE for the hyphen with which a word was broken at the end of a line.
_HYPHENS = {2: "-", 0xFFFE: "-"}


class Glyph(NamedTuple):
    """One character; lengths in points, the baseline counted from the foot of the page upwards.

    A page has thousands of them, and a tuple is made three times as fast as any other value.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class _Look:
    """How the characters of one text object are set."""

    size: float
    bold: bool
    italic: bool
    turned: bool


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


def glyphs_of(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The upright characters of a page in the order of the file; turned ones (watermarks) are left out."""
    kept = page.get_textpage()
    text, looks = kept.raw, dict[int, _Look]()
    box, left, baseline = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for place in range(kept.count_chars()):
        letter = _letter(text, place)
        shape = pdfium.FPDFText_GetTextObject(text, place)
        # What pdfium adds of its own, blanks and line ends, belongs to no text object.
        if not letter or not shape:
            continue
        key = ctypes.addressof(shape.contents)
        if key not in looks:
            looks[key] = _look(shape, turned=abs(pdfium.FPDFText_GetCharAngle(text, place)) > _TURNED)
        look = looks[key]
        if look.turned:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, place, box)
        pdfium.FPDFText_GetCharOrigin(text, place, left, baseline)
        yield Glyph(letter, box.left, box.right, baseline.value, look.size, bold=look.bold, italic=look.italic)


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


def _look(shape: object, *, turned: bool) -> _Look:
    """How a text object is set; bold by its font's name, weight or flags, or by a thick outline."""
    size = _size(shape)
    font = pdfium.FPDFTextObj_GetFont(shape)
    buffer = ctypes.create_string_buffer(_NAME_MOST)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_MOST)
    name = buffer.value.decode("utf-8", errors="replace")
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    outlined = pdfium.FPDFTextObj_GetTextRenderMode(shape) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or bool(flags & _FLAG_FORCE_BOLD)
    bold = outlined or heavy or bool(_BOLD_NAME.search(name))
    italic = bool(flags & _FLAG_ITALIC) or bool(_ITALIC_NAME.search(name))
    return _Look(size, bold=bold, italic=italic, turned=turned)


def _size(shape: object) -> float:
    """The height of the letters in points; many producers write size 1 and stretch it by the matrix."""
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(shape, size)
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    return size.value * hypot(matrix.c, matrix.d) or _SIZE_UNKNOWN
