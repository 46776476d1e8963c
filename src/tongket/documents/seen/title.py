"""Finds name of type, subject and addressees, which stand between the header and the text."""

import re
from collections.abc import Sequence

from tongket.core.text import fold_tones
from tongket.documents.seen.components import Title
from tongket.documents.seen.lines import Line
from tongket.documents.seen.types import type_names, type_of

ADDRESSEE = re.compile(r"kinh gui\b.*")
BASIS = re.compile(r"(?:can cu|theo de nghi|xet|thuc hien|tren co so|sau khi)\b")
_START = re.compile(
    r"(?:can cu|thuc hien|theo de nghi|kinh gui|phan (?:i|thu)|[ivx]+[.]|dieu \d|chuong [ivx]+|\d+[.)]|[a-z][)]|"
    r"quyet dinh:?$|-|[+])"
)
_BODY_NAME = re.compile(
    r"(?:uy ban|chu tich|ban (?:thuong truc|chap hanh|thuong vu|to chuc)|hoi dong|giam doc|truong ban|bo truong)\b"
)
_DASH = re.compile(r"[-–—+•]\s*")
LONGEST_TYPE = 60
_LONGEST_SUBJECT = 400
_LONGEST_TITLE = 60


def is_type_line(line: Line) -> bool:
    """Whether a line is the name of a type: alone, or in capitals with what it is of (`BIÊN BẢN HỌP XÉT`)."""
    folded = fold_tones(line.text.strip(" .:"))
    if folded in type_names():
        return True
    return line.is_upper and line.is_centred and len(line.text) <= LONGEST_TYPE and bool(type_of(line.text))


def title_of(lines: Sequence[Line]) -> tuple[Title, int]:
    """The title among `lines`, which begin where the header ends, and the number of lines that it takes."""
    first = next((place for place, line in enumerate(lines) if line.text), 0)
    line = lines[first] if lines else None
    if line is None or not is_type_line(line):
        return _addressed(Title(), lines, 0)
    subject, end = _subject(lines, first + 1)
    title = Title(line, type_of(line.text), subject, tuple(lines[:end]))
    return _addressed(title, lines, end)


def _subject(lines: Sequence[Line], start: int) -> tuple[tuple[Line, ...], int]:
    """The subject's lines and where they end: the first one leniently, the others in the dress of the first."""
    found: list[Line] = []
    for place in range(start, len(lines)):
        line = lines[place]
        if not line.text:
            if found:
                return tuple(found), place
            continue
        if line.is_stroke:
            return tuple(found), place + 1
        if not _is_subject(line, found):
            return tuple(found), place
        found.append(line)
    return tuple(found), len(lines)


def _is_subject(line: Line, found: list[Line]) -> bool:
    if _START.match(line.key) or (line.is_upper and _BODY_NAME.match(line.key)):
        return False
    if found:
        first = found[0]
        same = line.is_bold == first.is_bold and line.paragraph.align == first.paragraph.align
        return same and (first.is_bold or first.is_centred)
    return len(line.text) <= _LONGEST_SUBJECT and not line.text.endswith((":", ";"))


def _addressed(title: Title, lines: Sequence[Line], start: int) -> tuple[Title, int]:
    """The title with its addressees, where the next line with words begins them."""
    head = next((place for place in range(start, len(lines)) if lines[place].text), None)
    if head is None or not ADDRESSEE.fullmatch(lines[head].key):
        return title, start
    found: list[Line] = []
    end = head + 1
    while end < len(lines) and (not lines[end].text or _is_addressee(lines[end], lines[head], found)):
        found += [lines[end]] if lines[end].text else []
        end += 1
    return Title(title.type_name, title.kind, title.subject, title.lines, lines[head], tuple(found)), end


def _is_addressee(line: Line, head: Line, found: list[Line]) -> bool:
    """A line with a dash, or one beside or behind the head in its table or its line."""
    if _DASH.match(line.text):
        return True
    cell, of_head = line.paragraph.cell, head.paragraph.cell
    beside = cell is not None and of_head is not None and cell.table == of_head.table
    return beside or line.at == head.at or (bool(found) and found[-1].at == line.at)


def addressee_names(title: Title) -> tuple[str, ...]:
    """The addressees as written, dashes taken off."""
    if title.addressee_head is None:
        return ()
    _, _, behind = title.addressee_head.text.partition(":")
    texts = [behind, *(line.text for line in title.addressees)]
    return tuple(_DASH.sub("", text.strip(), count=1) for text in texts if text.strip())
