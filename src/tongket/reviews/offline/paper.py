"""Reads the tables of a .docx form, cell by cell. In the child only."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from tongket.core.text import nfc
from tongket.reading.archive import BROKEN, read_part
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reviews.offline.fields import Field, Grid

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"}
_LONGEST = 40_000
_Element = etree._Element


def read_tables(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """The tables of the document in order, those within others behind them; raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = read_part(archive, "word/document.xml", limits)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(part, parser)
    except (*BROKEN, etree.XMLSyntaxError):
        raise refuse("broken") from None
    return tuple(
        Grid(f"bảng {number}", dict(_cells(table))) for number, table in enumerate(root.iter(f"{_W}tbl"), start=1)
    )


def _cells(table: _Element) -> Iterator[tuple[tuple[int, int], Field]]:
    """The cells with text by row and by the column of the grid in which each begins."""
    for row, line in enumerate(_inside(table, "tr"), start=1):
        yield from (((row, column), field) for column, field in _fields(line))


def _fields(line: _Element) -> Iterator[tuple[int, Field]]:
    column = 1 + _number(line.find(f"{_W}trPr/{_W}gridBefore"), 0)
    for cell in _inside(line, "tc"):
        across = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
        down = cell.find(f"{_W}tcPr/{_W}vMerge")
        text = "\n".join(_paragraphs(cell)).strip()
        if text:
            is_merged = across > 1 or (down is not None and down.get(f"{_W}val") == "restart")
            yield column, Field(nfc(text)[:_LONGEST], is_merged=is_merged)
        column += across


def _number(element: _Element | None, default: int) -> int:
    """The value of a property, `default` where it is missing or no number."""
    written = "" if element is None else element.get(f"{_W}val", "")
    return int(written) if written.isdecimal() else default


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those that a content control or a change wraps."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"}:
            yield from _inside(child, name)


def _paragraphs(cell: _Element) -> Iterator[str]:
    """The words of each paragraph as they are shown now: what was struck out by a change is gone."""
    for paragraph in cell.iter(f"{_W}p"):
        yield "".join(_words(paragraph)).strip(" ")


def _words(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag == f"{_W}p":
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _words(child)
