"""What a paragraph or a run looks like once its styles have been asked, nearest word first."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from tongket.reading.word.markup import TWIPS_PER_POINT, W, number, path, switch, value


@dataclass(slots=True)
class Sheet:
    """The styles of one document; each chain of "based on" is walked once and remembered."""

    styles: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    run_defaults: etree._Element | None = None
    paragraph_defaults: etree._Element | None = None
    _found: dict[tuple[str, str], etree._Element | None] = field(default_factory=dict)
    _chains: dict[str, list[str]] = field(default_factory=dict)

    def find(self, style: str, where: str) -> etree._Element | None:
        """The nearest element at `where` in `style` or the styles it is based on, None where none has it."""
        key = (style, where)
        if key not in self._found:
            chain = (self.styles[each].find(where) for each in self.chain(style))
            self._found[key] = next((element for element in chain if element is not None), None)
        return self._found[key]

    def chain(self, style: str) -> Sequence[str]:
        """`style` and those it is based on, nearest first; a circle ends where it closes."""
        if style not in self._chains:
            self._chains[style] = self._walked(style)
        return self._chains[style]

    def _walked(self, style: str) -> list[str]:
        chain: list[str] = []
        while style in self.styles and style not in chain:
            chain.append(style)
            style = value(self.styles[style].find(W + "basedOn")) or ""
        return chain

    def paragraph_style(self, properties: etree._Element | None) -> str:
        """The id of the paragraph's style, the default one where it names none."""
        named = value(properties.find(W + "pStyle")) if properties is not None else None
        return named if named in self.styles else self.default

    def toggle(self, name: str, run: etree._Element | None, style: str) -> bool:
        """Whether `b`, `i`, `caps` or `vanish` holds for a run with properties `run` in a paragraph of `style`.

        Direct formatting decides; else paragraph and character style, each once, cancel one another
        (ISO/IEC 29500-1, 17.7.3).
        """
        direct = switch(run.find(W + name)) if run is not None else None
        if direct is not None:
            return direct
        if self.run_defaults is not None and switch(self.run_defaults.find(W + name)):
            return True
        of_paragraph = switch(self.find(style, path("rPr", name)))
        letters = value(run.find(W + "rStyle")) if run is not None else None
        of_letters = switch(self.find(letters, path("rPr", name))) if letters else None
        return bool(of_paragraph) != bool(of_letters)

    def font(self, run: etree._Element | None, style: str) -> str:
        """The name of the font a run is shown in, empty where nothing names one."""
        letters = value(run.find(W + "rStyle")) if run is not None else None
        places = (
            run.find(W + "rFonts") if run is not None else None,
            self.find(letters, path("rPr", "rFonts")) if letters else None,
            self.find(style, path("rPr", "rFonts")),
            _child(self.run_defaults, "rFonts"),
        )
        named = (value(place, kind) for place in places if place is not None for kind in ("ascii", "hAnsi"))
        return next((name for name in named if name), "")

    def property(self, name: str, properties: etree._Element | None, style: str) -> etree._Element | None:
        """The paragraph property `name`: the paragraph's own, its style's, or the document's."""
        for place in (properties, self.find(style, path("pPr", name)), self.paragraph_defaults):
            found = place if place is not None and place.tag == W + name else _child(place, name)
            if found is not None:
                return found
        return None

    def is_centred(self, properties: etree._Element | None, style: str) -> bool:
        """Whether the paragraph is set in the middle."""
        return value(self.property("jc", properties, style)) == "center"


def read_sheet(root: etree._Element | None) -> Sheet:
    """The style sheet of a document; an empty one where the document has none."""
    if root is None:
        return Sheet()
    styles = {style.get(W + "styleId", ""): style for style in root.iterfind(W + "style")}
    default = next((name for name, style in styles.items() if _is_default(style)), "")
    return Sheet(
        styles,
        default,
        root.find(path("docDefaults", "rPrDefault", "rPr")),
        root.find(path("docDefaults", "pPrDefault", "pPr")),
    )


def left_indent(indent: etree._Element | None) -> float | None:
    """The left indent of a `w:ind` in points, None where it says nothing of the left."""
    twips = number(indent, "left")
    twips = number(indent, "start") if twips is None else twips
    return None if twips is None else twips / TWIPS_PER_POINT


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else element.find(W + name)


def _is_default(style: etree._Element) -> bool:
    return value(style, "type") == "paragraph" and (value(style, "default") or "0") not in {"0", "false", "off"}
