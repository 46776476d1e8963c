"""Reads the cells of an OpenDocument spreadsheet, as LibreOffice saves the form its own way. In the child only."""

import io
import zipfile
from collections.abc import Iterator
from math import isfinite

from lxml import etree

from tongket.core.text import nfc
from tongket.reading.archive import BROKEN, read_part
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reviews.offline.cells import LONGEST, MOST_COLUMNS, MOST_ROWS, exact
from tongket.reviews.offline.fields import Field, Grid

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _TEXT, _OFFICE = (f"{{{_NAMES}{name}:1.0}}" for name in ("table", "text", "office"))
_STYLE = f"{{{_NAMES}style:1.0}}"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_GROUPS = {f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}
_Element = etree._Element


def read_open_cells(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """The sheets of the file; raises Unreadable for one that is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = read_part(archive, "content.xml", limits)
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (*BROKEN, etree.XMLSyntaxError):
        raise refuse("broken") from None
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for each in style.iter(f"{_STYLE}table-properties")
        if each.get(f"{_TABLE}display") == "false"
    }
    try:
        return tuple(_grids(root, hidden))
    except ValueError:
        raise refuse("broken") from None


def _grids(root: _Element, hidden: set[str | None]) -> Iterator[Grid]:
    for sheet in root.iter(f"{_TABLE}table"):
        name = nfc(sheet.get(f"{_TABLE}name", ""))
        yield Grid(name, dict(_cells(sheet)), sheet.get(f"{_TABLE}style-name") in hidden)


def _cells(sheet: _Element) -> Iterator[tuple[tuple[int, int], Field]]:
    row = 1
    for line in _rows(sheet):
        if row > MOST_ROWS:
            return
        for column, field in _fields(line):
            yield (row, column), field
        row += _count(line, "number-rows-repeated")


def _rows(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _fields(line: _Element) -> Iterator[tuple[int, Field]]:
    column = 1
    for cell in line:
        if cell.tag not in _CELLS or column > MOST_COLUMNS:
            continue
        again = _count(cell, "number-columns-repeated")
        field = _field(cell)
        if field is not None:
            yield from ((place, field) for place in range(column, min(column + again, MOST_COLUMNS + 1)))
        column += again


def _count(element: _Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "1")
    return max(int(written), 1) if written.isdecimal() else 1


def _field(cell: _Element) -> Field | None:
    """What a cell holds, None for an empty one; numbers stand in it as text and stay exact."""
    text = "\n".join("".join(_words(each)) for each in cell.findall(f"{_TEXT}p")).strip()
    sort, value = cell.get(f"{_OFFICE}value-type", ""), cell.get(f"{_OFFICE}value", "")
    is_formula = cell.get(f"{_TABLE}formula") is not None
    is_merged = any(_count(cell, f"number-{name}-spanned") > 1 for name in ("columns", "rows"))
    found = _typed(cell, sort, value, text)
    return Field(*found, is_formula, is_merged) if found else None


def _typed(cell: _Element, sort: str, value: str, text: str) -> tuple[str, str] | None:
    """The value and the sort of a cell, None for an empty one."""
    if sort in {"float", "currency", "percentage"}:
        if text.startswith(("#", "Err:")) or not isfinite(float(value)):
            return text, "error"
        return (exact(float(value) * 100), "percent") if sort == "percentage" else (exact(float(value)), "number")
    if sort == "date":
        return cell.get(f"{_OFFICE}date-value", "")[:10], "date"
    if sort == "boolean":
        return str(int(cell.get(f"{_OFFICE}boolean-value") == "true")), "flag"
    return (nfc(text)[:LONGEST], "text") if text else None


def _words(paragraph: _Element) -> Iterator[str]:
    yield paragraph.text or ""
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        else:
            yield from _words(child)
        yield child.tail or ""
