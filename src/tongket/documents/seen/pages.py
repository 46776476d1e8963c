"""The pages of a document, section by section: size, margins, and where the page number stands."""

from collections.abc import Callable, Mapping

from lxml import etree

from tongket.documents.render.values import Align
from tongket.documents.seen.dress import MM_PER_TWIP
from tongket.documents.seen.values import PageNumber, SeenSection
from tongket.reading.word.markup import W, number, switch, value

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Letter paper with margins of an inch, what Word takes where a section says nothing.
_PAPER = {"w": 12240, "h": 15840}
_MARGIN = 1440
Dressed = Callable[[etree._Element], tuple[Align, float]]
Marginals = dict[tuple[str, str], str]


def sections_of(
    properties: list[etree._Element], marginals: Mapping[str, etree._Element], dressed: Dressed
) -> tuple[SeenSection, ...]:
    """The sections by their properties; a header that one does not name is that of the section before it.

    `dressed` gives alignment and size of a paragraph of a header or footer.
    """
    sections, inherited = [], Marginals()
    for each in properties:
        inherited |= _references(each)
        sections.append(_section(each, inherited, marginals, dressed))
    return tuple(sections)


def _references(section: etree._Element) -> Marginals:
    kinds = (("header", W + "headerReference"), ("footer", W + "footerReference"))
    return {
        (kind, value(each, "type") or "default"): each.get(_RELATION, "")
        for kind, tag in kinds
        for each in section.iterfind(tag)
    }


def _section(
    section: etree._Element, names: Marginals, marginals: Mapping[str, etree._Element], dressed: Dressed
) -> SeenSection:
    size, margin = section.find(W + "pgSz"), section.find(W + "pgMar")

    def found(kind: str) -> PageNumber | None:
        places = ((place, marginals.get(names.get((place, kind), ""))) for place in ("header", "footer"))
        numbers = (_page_number(root, place, dressed) for place, root in places if root is not None)
        return next((each for each in numbers if each), None)

    usual = found("default")
    has_first = bool(switch(section.find(W + "titlePg")))
    return SeenSection(
        _mm(size, "w", _PAPER["w"]),
        _mm(size, "h", _PAPER["h"]),
        # A negative margin is one that the header may not push down (17.6.11).
        abs(_mm(margin, "top", _MARGIN)),
        abs(_mm(margin, "bottom", _MARGIN)),
        _mm(margin, "left", _MARGIN),
        _mm(margin, "right", _MARGIN),
        number=usual,
        shows_on_first=bool(found("first") if has_first else usual),
    )


def _page_number(root: etree._Element, place: str, dressed: Dressed) -> PageNumber | None:
    """The page number that a header or footer shows."""
    for paragraph in root.iter(W + "p"):
        fields = [each.text or "" for each in paragraph.iter(W + "instrText")]
        fields += [value(each, "instr") or "" for each in paragraph.iter(W + "fldSimple")]
        if "PAGE" in "".join(fields).upper().split():
            align, size = dressed(paragraph)
            return PageNumber(place == "header", align, size)
    return None


def _mm(element: etree._Element | None, name: str, default: int) -> float:
    twips = number(element, name)
    return (default if twips is None else twips) * MM_PER_TWIP
