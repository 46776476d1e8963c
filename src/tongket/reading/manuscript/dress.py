"""The dress of a run and of a paragraph of a .docx: defaults, styles and their own settings put together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from tongket.reading.manuscript.headings import heading_level
from tongket.reading.manuscript.values import Align, Piece, Spacing
from tongket.reading.word.labels import Labels
from tongket.reading.word.markup import TWIPS_PER_POINT, W, path, switch, value
from tongket.reading.word.styles import Sheet

# What Word takes where nothing is said (ISO/IEC 29500-1, 17.3.2.38).
_DEFAULT_PT = 10.0
_MOST = 1_000_000.0
_SINGLE = 240.0
# A single line of Times is this many times as high as its letters are large.
_TIMES_LINE = 1.15
# What Word sets where a page of the web left the distance to it (17.3.1.33).
_AUTOMATIC_PT = 14.0
_UNSEEN_PT = 2.0
# Word sets no larger letters.
_LARGEST_PT = 1638.0
# Every part of a colour at least this: nobody reads it on white paper.
_NEAR_WHITE = 0xE6
_ALIGNS = {
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
    "lowKashida": Align.JUSTIFY,
    "mediumKashida": Align.JUSTIFY,
    "highKashida": Align.JUSTIFY,
    "thaiDistribute": Align.JUSTIFY,
}
_SHIFTS = {"superscript": 1.0, "subscript": -1.0}
_EXCLUDING = {"firstLine": "hanging", "hanging": "firstLine"}
_NO_COLOUR = {"", "auto", "clear", "none", "nil", "ffffff", "white"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run inherits from where it stands: the styles of its paragraph and table, a dark ground."""

    style: str = ""
    table_style: str = ""
    is_shaded: bool = False


@dataclass(frozen=True, slots=True)
class Dress:
    """What a run looks like, whatever it says: a piece without text, whether in capitals, the name of its font."""

    look: Piece
    in_capitals: bool
    font: str

    def piece(self, text: str) -> Piece:
        """`text` in this dress."""
        return self.look.saying(text.upper() if self.in_capitals else text)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a paragraph's properties say, whatever stands in it: `within` is what its runs inherit from it.

    `list_id` and `place` are its list and its level there, `level` that of a heading.
    """

    within: Surroundings
    list_id: str
    place: int
    level: int
    is_close: bool
    begins_page: bool


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """The style sheet and the lists of a document, asked for what a run or a paragraph looks like.

    Runs and paragraphs that say the same of themselves are asked once.
    """

    sheet: Sheet
    labels: Labels
    _dresses: dict[tuple[bytes, Surroundings], Dress] = field(default_factory=dict)
    _frames: dict[tuple[bytes, Surroundings], Frame] = field(default_factory=dict)
    _settings: dict[tuple[bytes, Surroundings, float], tuple[Align, Spacing]] = field(default_factory=dict)

    def piece(self, text: str, run: etree._Element | None, around: Surroundings) -> Piece:
        """`text` as a run with the properties `run` shows it."""
        return self.dress(run, around).piece(text)

    def dress(self, run: etree._Element | None, around: Surroundings) -> Dress:
        """What a run with the properties `run` looks like."""
        key = (_said(run), around)
        if key not in self._dresses:
            in_capitals, font = self.sheet.toggle("caps", run, around.style), self.sheet.font(run, around.style)
            self._dresses[key] = Dress(self._dress(run, around), in_capitals, font)
        return self._dresses[key]

    def frame(self, properties: etree._Element | None, around: Surroundings) -> Frame:
        """What a paragraph with these properties is, before anything stands in it."""
        key = (_said(properties), around)
        if key not in self._frames:
            self._frames[key] = self._frame(properties, around)
        return self._frames[key]

    def _frame(self, properties: etree._Element | None, around: Surroundings) -> Frame:
        style = self.sheet.paragraph_style(properties)
        ground = self.sheet.property("shd", properties, style)
        list_id, place = self.labels.list_of(properties, style)
        return Frame(
            within=replace(around, style=style, is_shaded=around.is_shaded or is_coloured(ground)),
            list_id=list_id,
            place=place,
            level=heading_level(self.sheet, properties, style),
            is_close=bool(switch(self.sheet.property("contextualSpacing", properties, style))),
            begins_page=bool(switch(self.sheet.property("pageBreakBefore", properties, style))),
        )

    def _dress(self, run: etree._Element | None, around: Surroundings) -> Piece:
        size, shift = self._size_and_shift(run, around)
        return Piece(
            "",
            bold=self.sheet.toggle("b", run, around.style),
            italic=self.sheet.toggle("i", run, around.style),
            underlined=(value(self._setting("u", run, around)) or "none") != "none",
            raised=shift > 0,
            lowered=shift < 0,
            size_pt=size,
            letter_gap_pt=(_measure(value(self._setting("spacing", run, around))) or 0.0) / TWIPS_PER_POINT,
            width=_share(value(self._setting("w", run, around))),
            is_hidden=self._is_hidden(run, around) or size < _UNSEEN_PT,
        )

    def paragraph(
        self, properties: etree._Element | None, around: Surroundings, size_pt: float
    ) -> tuple[Align, Spacing]:
        """How a paragraph is set whose largest letters are `size_pt`; a minimum height becomes what it comes to."""
        key = (_said(properties), around, size_pt)
        if key not in self._settings:
            self._settings[key] = self._setting_of(properties, around, size_pt)
        return self._settings[key]

    def _setting_of(
        self, properties: etree._Element | None, around: Surroundings, size_pt: float
    ) -> tuple[Align, Spacing]:
        spacing = self._merged("spacing", properties, around)
        indent = self._merged("ind", properties, around)
        lines, exact = _line_height(spacing, size_pt)
        align = value(self.sheet.property("jc", properties, around.style)) or ""
        return _ALIGNS.get(align, Align.LEFT), Spacing(
            lines=lines,
            exact_pt=exact,
            before_pt=_distance(spacing, "before"),
            after_pt=_distance(spacing, "after"),
            first_line_pt=_points(indent, "firstLine") - _points(indent, "hanging"),
            left_pt=_points(indent, "left", "start"),
            right_pt=_points(indent, "right", "end"),
        )

    def _is_hidden(self, run: etree._Element | None, around: Surroundings) -> bool:
        if self.sheet.toggle("vanish", run, around.style):
            return True
        if around.is_shaded or not _is_near_white(value(self._setting("color", run, around)) or ""):
            return False
        marked = (value(self._setting("highlight", run, around)) or "").lower()
        return marked in _NO_COLOUR and not is_coloured(self._setting("shd", run, around))

    def _size_and_shift(self, run: etree._Element | None, around: Surroundings) -> tuple[float, float]:
        """The size of the letters, and above 0 where they are raised, below 0 where lowered.

        Some programs raise by hand: a smaller size and a position. Then the size is that of the words around, as it
        is for letters that Word raises.
        """
        size, said = self._size(run, around), value(self._setting("vertAlign", run, around))
        if said in _SHIFTS:
            return size, _SHIFTS[said]
        usual, position = self._size(None, around), _measure(value(self._setting("position", run, around)))
        return (usual, position) if position and size < usual else (size, 0.0)

    def _size(self, run: etree._Element | None, around: Surroundings) -> float:
        half_points = _measure(value(self._setting("sz", run, around)))
        return _DEFAULT_PT if half_points is None else min(max(half_points / 2, 0.0), _LARGEST_PT)

    def _setting(self, name: str, run: etree._Element | None, around: Surroundings) -> etree._Element | None:
        return next(self._places(name, run, around), None)

    def _places(self, name: str, run: etree._Element | None, around: Surroundings) -> Iterator[etree._Element]:
        """The run setting `name`, nearest first: its own, its letters' style, paragraph's, table's, the default."""
        own = run.find(W + name) if run is not None else None
        if own is not None:
            yield own
        letters = value(run.find(W + "rStyle")) if run is not None else None
        styles = (letters or "", around.style, around.table_style)
        found = (self.sheet.find(each, path("rPr", name)) for each in styles)
        yield from (each for each in found if each is not None)
        if self.sheet.run_defaults is not None:
            yield from self.sheet.run_defaults.iterfind(W + name)

    def _merged(self, name: str, properties: etree._Element | None, around: Surroundings) -> dict[str, str]:
        """The attributes of the paragraph setting `name`; each is inherited by itself (17.7.2)."""
        merged: dict[str, str] = {}
        for place in self._layers(name, properties, around):
            given = {str(key).removeprefix(W): str(text) for key, text in place.items()}
            for key in given.keys() & _EXCLUDING.keys():
                merged.pop(_EXCLUDING[key], None)
            merged |= given
        return merged

    def _layers(self, name: str, properties: etree._Element | None, around: Surroundings) -> list[etree._Element]:
        """Where a paragraph setting is made, farthest first. A list that the paragraph itself names is nearer than its
        style, one that the style names is farther."""
        styles = [
            [self.sheet.styles[each].find(path("pPr", name)) for each in reversed(self.sheet.chain(style))]
            for style in (around.table_style, around.style)
        ]
        own = properties.find(path("numPr", "numId")) if properties is not None else None
        listed = [self._of_list(properties, around.style)] if name == "ind" else []
        middle = [*styles[1], *listed] if own is not None else [*listed, *styles[1]]
        default = _child(self.sheet.paragraph_defaults, name)
        layers = [default, *styles[0], *middle, _child(properties, name)]
        return [each for each in layers if each is not None]

    def _of_list(self, properties: etree._Element | None, style: str) -> etree._Element | None:
        return self.labels.counters.frame(*self.labels.list_of(properties, style))


def is_coloured(ground: etree._Element | None) -> bool:
    """Whether a `w:shd` paints a ground on which white letters can be read."""
    if ground is None:
        return False
    painted = (value(ground, "fill") or "").lower()
    drawn = (value(ground) or "clear").lower()
    if drawn not in _NO_COLOUR:
        return True
    return painted not in _NO_COLOUR and not _is_near_white(painted)


def _is_near_white(colour: str) -> bool:
    try:
        parts = bytes.fromhex(colour)
    except ValueError:
        return False
    return len(parts) == 3 and min(parts) >= _NEAR_WHITE


def _line_height(spacing: Mapping[str, str], size_pt: float) -> tuple[float, float | None]:
    """The lines as a multiple of single spacing, or a height in points."""
    height = _measure(spacing.get("line"))
    if not height:
        return 1.0, None
    rule = spacing.get("lineRule", "auto")
    if rule == "auto":
        return height / _SINGLE, None
    points = abs(height) / TWIPS_PER_POINT
    return 1.0, None if rule == "atLeast" and points <= size_pt * _TIMES_LINE else points


def _distance(spacing: Mapping[str, str], side: str) -> float:
    if spacing.get(f"{side}Autospacing", "0") in {"1", "true", "on"}:
        return _AUTOMATIC_PT
    return _points(spacing, side)


def _points(settings: Mapping[str, str], *names: str) -> float:
    """The first of the settings that is a measure, in points; 0 where none is."""
    found = (_measure(settings.get(name)) for name in names)
    return next((twips / TWIPS_PER_POINT for twips in found if twips is not None), 0.0)


def _measure(text: str | None) -> float | None:
    """A measure in the unit of its element; one that is written in points is taken for twips (17.18.81)."""
    try:
        number = float((text or "").removesuffix("pt").removesuffix("%"))
    except ValueError:
        return None
    if not abs(number) <= _MOST:
        return None
    return number * TWIPS_PER_POINT if (text or "").endswith("pt") else number


def _share(text: str | None) -> float:
    """A width of letters in hundredths (17.3.2.43), 1.0 where none is said."""
    percent = _measure(text)
    return percent / 100 if percent and percent > 0 else 1.0


def _said(properties: etree._Element | None) -> bytes:
    """What properties say, as a key: two that are written alike look alike."""
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else element.find(W + name)
