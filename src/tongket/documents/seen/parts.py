"""Opens the parts of a .docx that decide how it looks: text, styles, numbering, theme, headers and footers."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tongket.reading.archive import BROKEN, read_part
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reading.word.markup import parse
from tongket.reading.word.package import main_part, relations

_MARGINALS = ("header", "footer")
_THEME_FONT = "{http://schemas.openxmlformats.org/drawingml/2006/main}latin"


@dataclass(frozen=True, slots=True)
class Parts:
    """The trees of one document; `marginals` are headers and footers by the id that sections know them by."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    theme_fonts: Mapping[str, str]
    marginals: Mapping[str, etree._Element]


def open_parts(data: bytes, limits: Limits) -> Parts:
    """The parts of a .docx that was examined; raises Unreadable ("broken", "entity", "archive-bomb")."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, limits)
    except BROKEN:
        raise refuse("broken") from None


def _read(archive: zipfile.ZipFile, limits: Limits) -> Parts:
    main = main_part(archive, limits)
    there = set(archive.namelist())
    others = [each for each in relations(archive, main, limits) if each.target in there]
    names = {each.kind: each.target for each in others}

    def tree(kind: str) -> etree._Element | None:
        return parse(read_part(archive, names[kind], limits)) if kind in names else None

    return Parts(
        parse(read_part(archive, main, limits)),
        tree("styles"),
        tree("numbering"),
        _theme_fonts(tree("theme")),
        {each.name: parse(read_part(archive, each.target, limits)) for each in others if each.kind in _MARGINALS},
    )


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The fonts that `majorHAnsi` and `minorHAnsi` stand for (ISO/IEC 29500-1, 17.18.96)."""
    latin = [] if theme is None else [each.get("typeface", "") for each in theme.iter(_THEME_FONT)]
    if len(latin) < 2:
        return {}
    return {f"{size}{kind}": font for size, font in zip(("major", "minor"), latin[:2], strict=True) for kind in _KINDS}


_KINDS = ("Ascii", "HAnsi")
