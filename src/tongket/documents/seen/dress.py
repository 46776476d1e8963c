"""How a run and a paragraph look once defaults, styles and their own settings are put together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from tongket.documents.render.values import Align
from tongket.documents.seen.values import SeenRun
from tongket.reading.legacy import legacy_of_font, to_unicode
from tongket.reading.word.markup import TWIPS_PER_POINT, W, number, path, switch, value
from tongket.reading.word.styles import Sheet

MM_PER_TWIP = 25.4 / 1440
# What Word takes where nothing is said (ISO/IEC 29500-1, 17.3.2.38).
_DEFAULT_PT = 10.0
_SINGLE = 240
# A line of Times is this many times its size high; only lines of a fixed height need it.
_TIMES_LINE = 1.15
_ALIGNS = {
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
}
_BLACK = {"auto", "000000"}
_DRAWN_BORDERS = {"nil", "none"}


@dataclass(frozen=True, slots=True)
class ParagraphDress:
    """The settings of a paragraph; lengths in millimetres and points, `lines` in single lines."""

    align: Align
    first_line_mm: float
    left_mm: float
    before_pt: float
    after_pt: float
    lines: float
    is_ruled_above: bool
    is_ruled_below: bool
    begins_page: bool


@dataclass(slots=True)
class Wardrobe:
    """The style sheet of a document with its theme; each style is asked once for each setting."""

    sheet: Sheet
    theme_fonts: Mapping[str, str]
    _known: dict[tuple[str, str], etree._Element | None] = field(default_factory=dict)

    def run(self, text: str, properties: etree._Element | None, style: str) -> SeenRun:
        """`text` as a run with `properties` shows it in a paragraph of `style`."""
        font = self._font(properties, style)
        legacy = legacy_of_font(font)
        shown = to_unicode(text, legacy) if legacy else text
        size = number(self._setting("sz", properties, style))
        return SeenRun(
            shown.upper() if self.sheet.toggle("caps", properties, style) else shown,
            font=font,
            size_pt=size / 2 if size else _DEFAULT_PT,
            bold=self.sheet.toggle("b", properties, style),
            italic=self.sheet.toggle("i", properties, style),
            underlined=(value(self._setting("u", properties, style)) or "none") != "none",
            colour=self._colour(properties, style),
        )

    def paragraph(self, properties: etree._Element | None, style: str, size_pt: float) -> ParagraphDress:
        """The dress of a paragraph whose letters are `size_pt`."""
        indent, spacing = self._merged("ind", properties, style), self._merged("spacing", properties, style)
        close = switch(self.sheet.property("contextualSpacing", properties, style))
        borders = self.sheet.property("pBdr", properties, style)
        align = value(self.sheet.property("jc", properties, style)) or ""
        return ParagraphDress(
            align=_ALIGNS.get(align, Align.LEFT),
            first_line_mm=(_twips(indent, "firstLine") - _twips(indent, "hanging")) * MM_PER_TWIP,
            left_mm=_twips(indent, "left", "start") * MM_PER_TWIP,
            before_pt=_twips(spacing, "before") / TWIPS_PER_POINT,
            after_pt=0.0 if close else _twips(spacing, "after") / TWIPS_PER_POINT,
            lines=_lines(spacing, size_pt),
            is_ruled_above=is_drawn(borders, "top"),
            is_ruled_below=is_drawn(borders, "bottom"),
            begins_page=bool(switch(self.sheet.property("pageBreakBefore", properties, style))),
        )

    def _font(self, properties: etree._Element | None, style: str) -> str:
        """The font of Latin letters; a theme's comes before one that is named beside it (17.3.2.26)."""
        for place in self._places("rFonts", properties, style):
            themed = self.theme_fonts.get(value(place, "asciiTheme") or value(place, "hAnsiTheme") or "")
            named = themed or value(place, "ascii") or value(place, "hAnsi")
            if named:
                return named
        return ""

    def _colour(self, properties: etree._Element | None, style: str) -> str:
        colour = (value(self._setting("color", properties, style)) or "auto").lower()
        return "" if colour in _BLACK else colour

    def _setting(self, name: str, properties: etree._Element | None, style: str) -> etree._Element | None:
        return next(self._places(name, properties, style), None)

    def _places(self, name: str, properties: etree._Element | None, style: str) -> Iterator[etree._Element]:
        """The run setting `name`, nearest first: the run's own, its letters' style, the paragraph's, the default."""
        letters = value(properties.find(W + "rStyle")) if properties is not None else None
        places = (
            properties.find(W + name) if properties is not None else None,
            self.sheet.find(letters, path("rPr", name)) if letters else None,
            self.sheet.find(style, path("rPr", name)),
            self.sheet.run_defaults.find(W + name) if self.sheet.run_defaults is not None else None,
        )
        return (place for place in places if place is not None)

    def _merged(self, name: str, properties: etree._Element | None, style: str) -> dict[str, str]:
        """The attributes of the paragraph setting `name`; each is inherited by itself (17.7.2)."""
        merged: dict[str, str] = {}
        styles = [self.sheet.styles[each].find(path("pPr", name)) for each in reversed(self.sheet.chain(style))]
        for place in (_child(self.sheet.paragraph_defaults, name), *styles, _child(properties, name)):
            if place is not None:
                merged |= {str(key).removeprefix(W): str(given) for key, given in place.items()}
        return merged


def is_drawn(borders: etree._Element | None, side: str) -> bool:
    """Whether a set of borders draws a line at `side`."""
    edge = None if borders is None else borders.find(W + side)
    return edge is not None and (value(edge) or "none") not in _DRAWN_BORDERS


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else element.find(W + name)


def _twips(settings: Mapping[str, str], *names: str) -> float:
    """The first of the settings that is a number, 0 where none is; a measure may be written with its unit."""
    for name in names:
        try:
            return float(settings[name].removesuffix("pt")) * (TWIPS_PER_POINT if "pt" in settings[name] else 1)
        except (KeyError, ValueError):
            continue
    return 0.0


def _lines(spacing: Mapping[str, str], size_pt: float) -> float:
    """The line spacing in single lines; a fixed height is compared with a single line of Times."""
    height = _twips(spacing, "line")
    if not height:
        return 1.0
    rule = spacing.get("lineRule", "auto")
    if rule == "auto":
        return height / _SINGLE
    lines = height / TWIPS_PER_POINT / (size_pt * _TIMES_LINE)
    return max(1.0, lines) if rule == "atLeast" else lines
