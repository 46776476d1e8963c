"""Text files, Markdown and pasted text: every line with words is a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import accumulate, groupby, pairwise

from tongket.reading.decoding import decode
from tongket.reading.document import Document, Line, Source
from tongket.reading.emphasis import unmark
from tongket.reading.legacy import guess_legacy, to_unicode
from tongket.reading.limits import Limits
from tongket.reading.mending import Collector
from tongket.reading.pages import is_hard_wrapped, is_page_number
from tongket.reading.refusals import refuse

# A literal \r\n is what a web editor leaves when it escapes a text twice.
_ESCAPED_BREAK = "\\r\\n"
_BREAK = re.compile(r"(\r\n|[\n\r\v\f\x85\u2028\u2029]|\\r\\n)")
_OLD_BREAK = re.compile(r"[\r\v\x85\u2028\u2029]")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|sub|sup|span|div|p|br|font|a|h[1-6]|li|ul|ol)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_FEWEST_TAGS = 4
_TAB = 8
_POINTS_PER_COLUMN = 6.0


@dataclass(frozen=True, slots=True)
class _Raw:
    """One line as the file has it, with its page and paragraph, both counted from 1, and the break before it."""

    text: str
    page: int
    block: int
    brk: str
    gap: bool = False
    number: bool = False


def read(data: bytes, limits: Limits) -> Document:
    """The lines of a text file; a form feed starts a page. Raises Unreadable ("not-text", "empty", "too-long")."""
    decoded = decode(data)
    collector = Collector()
    for code in (*decoded.codes, *(["line-end"] if _OLD_BREAK.search(decoded.text) else [])):
        collector.note(code)
    text = _without_tags(decoded.text)
    if text != decoded.text:
        collector.note("markup")
    legacy = guess_legacy(text)
    if legacy is not None:
        collector.note(legacy)
    raw = _mark_numbers(_split(to_unicode(text, legacy) if legacy else text))
    if len(raw) > limits.lines:
        raise refuse("too-long", wanted=f"{limits.lines} dòng")
    pages = raw[-1].page if raw else 1
    for _, block in groupby(raw, key=lambda line: line.block):
        _add_block(collector, list(block), paged=pages > 1)
    if not collector.lines:
        raise refuse("empty")
    wrapped = is_hard_wrapped([line.text for line in collector.lines])
    number = pages if pages > 1 else None
    return Document(Source.TEXT, tuple(collector.lines), number, wrapped, tuple(collector.mendings))


def _without_tags(text: str) -> str:
    """`text` without the tags that a web page left in it; one or two may be meant as words."""
    plain, count = _TAG.subn("", text)
    return unescape(plain) if count >= _FEWEST_TAGS else text


def _split(text: str) -> list[_Raw]:
    """The lines with words; an empty line or a new page ends a paragraph."""
    parts = _BREAK.split(text)
    texts, breaks = parts[::2], ["", *parts[1::2]]
    pages = accumulate((brk == "\f" for brk in breaks), initial=1)
    next(pages)
    gaps = [False, *(not before.strip() for before in texts[:-1])]
    blocks = accumulate(gap or brk == "\f" for gap, brk in zip(gaps, breaks, strict=True))
    rows = zip(texts, pages, blocks, breaks, gaps, strict=True)
    lines = [_Raw(*row) for row in rows if row[0].strip()]
    return [replace(lines[0], gap=False), *lines[1:]] if lines else []


def _mark_numbers(lines: list[_Raw]) -> list[_Raw]:
    """Marks the page numbers: nothing but a number, first or last on a page of a file that has pages."""
    if not lines or lines[-1].page == 1:
        return lines
    edges = [True, *(before.page != after.page for before, after in pairwise(lines)), True]
    at_edge = [first or last for first, last in pairwise(edges)]
    return [replace(line, number=edge and is_page_number(line.text)) for line, edge in zip(lines, at_edge, strict=True)]


def _add_block(collector: Collector, block: list[_Raw], *, paged: bool) -> None:
    """Adds the lines of one paragraph, its marks of emphasis taken off."""
    plain = iter(unmark([line.text for line in block if not line.number]))
    for raw in block:
        if raw.number:
            collector.note("page-number", raw.text.strip())
            continue
        words = next(plain)
        for code in _codes(raw, words.text, collector):
            collector.note(code, raw.text)
        collector.add(
            Line(
                words.text,
                page=raw.page if paged else None,
                bold=words.bold,
                italic=words.italic,
                indent=_indent(raw.text),
                gap=raw.gap,
            )
        )


def _codes(raw: _Raw, text: str, collector: Collector) -> Iterator[str]:
    if raw.page > 1 and collector.lines and collector.lines[-1].page != raw.page:
        yield "form-feed"
    if raw.brk == _ESCAPED_BREAK:
        yield "literal-break"
    if text != raw.text:
        yield "emphasis"


def _indent(text: str) -> float:
    """Leading blanks as points, six to a column, which is a letter of 12 points in a typewriter's hand."""
    wide = text.expandtabs(_TAB)
    return (len(wide) - len(wide.lstrip())) * _POINTS_PER_COLUMN
