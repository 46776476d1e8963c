"""Recognises the components of a document, typed in a table, with tabs, or line under line."""

import re
from collections.abc import Sequence

from tongket.documents.seen.components import Annexed, Foot, Sight
from tongket.documents.seen.foot import foot_of, foot_start
from tongket.documents.seen.header import header_of, is_dated, is_of_header
from tongket.documents.seen.lines import Line, lines_of
from tongket.documents.seen.title import ADDRESSEE, BASIS, is_type_line, title_of
from tongket.documents.seen.values import SeenDocument

_ANNEX = re.compile(r"phu luc(?: (?:[ivx]+|\d+|[a-z]))?\W*")
_REFERENCE = re.compile(r"\(?(?:kem theo|ban hanh kem theo)\b.*")
_OPENING = re.compile(r"can cu\b")
_PROSE = 120
_HEADER_MOST = 60


def recognise(document: SeenDocument) -> Sight:
    """The components of `document`; what is not recognised is left empty, nothing is guessed."""
    lines = lines_of(document)
    end = _annex_start(lines)
    main = lines[:end]
    head = _header_end(main)
    header = header_of(main[:head])
    title, taken = title_of(main[head:])
    text = main[head + taken :]
    if not text:
        return Sight(document, header, title, (), (), Foot())
    start = foot_start(text)
    bases = _bases(text[:start])
    numbers = dict.fromkeys(line.at for line in text[:start])
    foot = {line.at for line in text[start:]}
    body = tuple(document.paragraphs[number] for number in numbers if number not in foot)
    return Sight(document, header, title, bases, body, foot_of(text[start:]), _annexes(lines[end:]))


def _header_end(lines: Sequence[Line]) -> int:
    """Where the header ends: the last line that only a header has, and what stands with it in table or column."""
    stop = next((place for place, line in enumerate(lines[:_HEADER_MOST]) if _ends_header(line)), None)
    if stop is not None:
        return stop
    own = [place for place, line in enumerate(lines[:_HEADER_MOST]) if is_of_header(line) or is_dated(line)]
    return own[-1] + 1 if own else 0


def _ends_header(line: Line) -> bool:
    if is_of_header(line):
        return False
    return (
        is_type_line(line)
        or bool(ADDRESSEE.fullmatch(line.key))
        or bool(_OPENING.match(line.key))
        or len(line.text) > _PROSE
    )


def _bases(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The grounds that stand on lines of their own, from the first `Căn cứ` on."""
    worded = [line for line in lines if line.text]
    start = next((place for place, line in enumerate(worded) if _OPENING.match(line.key)), None)
    if start is None or any(len(line.text) > _PROSE and not BASIS.match(line.key) for line in worded[:start]):
        return ()
    found: list[Line] = []
    for line in worded[start:]:
        if not BASIS.match(line.key):
            break
        found.append(line)
    return tuple(found)


def _annex_start(lines: Sequence[Line]) -> int:
    """Where the first annex begins, the number of lines where there is none."""
    starts = (place for place, line in enumerate(lines) if place and _is_annex(line))
    return next(starts, len(lines))


def _is_annex(line: Line) -> bool:
    """The label of an annex stands alone at the top of a page, or in the middle of the line and bold."""
    if line.paragraph.cell is not None or not _ANNEX.fullmatch(line.key):
        return False
    return line.paragraph.begins_page or (line.is_centred and line.is_bold)


def _annexes(lines: Sequence[Line]) -> tuple[Annexed, ...]:
    starts = [place for place, line in enumerate(lines) if _is_annex(line)]
    ends = [*starts, len(lines)][1:]
    return tuple(_annex(lines[start:end]) for start, end in zip(starts, ends, strict=True))


def _annex(lines: Sequence[Line]) -> Annexed:
    """Label, title (the centred lines after it) and reference of one annex; a picture ends them."""
    title: list[Line] = []
    for line in lines[1:]:
        if line.paragraph.has_picture:
            break
        if not line.text or line.is_stroke:
            continue
        if _REFERENCE.fullmatch(line.key):
            return Annexed(lines[0], tuple(title), line)
        if not line.is_centred or line.paragraph.cell is not None:
            break
        title.append(line)
    return Annexed(lines[0], tuple(title))
