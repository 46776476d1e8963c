"""Printed lines back into paragraphs: wraps and page cuts are joined, columns parted, page numbers dropped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tongket.plans.columns import part_columns, part_rows
from tongket.plans.lexicon import subjects_of
from tongket.plans.numbering import BULLETS, Mark, Rank, read_mark
from tongket.plans.wording import flat, is_capitals, opens_small, rule, unmarked
from tongket.plans.zones import AUTHORITY, MOTTO, NUMBER_LINE, RECIPIENTS, closed_up, kind_words
from tongket.reading.document import Document, Line, Mending


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a document and every repair that made them; `Mending.line` counts the paragraphs."""

    lines: tuple[Line, ...]
    mendings: tuple[Mending, ...]


@dataclass(frozen=True, slots=True)
class _Join:
    """What joining needs to know of the whole file: whether it is wrapped by a printer, and how wide.

    `gapped` says that empty lines part its paragraphs, `inset` at which indent its paragraphs begin, if they do.
    """

    wrapped: bool
    width: int
    gapped: bool
    inset: float


# A printed line of a page holds fewer signs; a paragraph of a file soon holds more.
_LONGEST_PRINTED = 150
_LONGEST_PARAGRAPH = 6000
# A number this far from the margin, in points, stands in the middle of its line.
_FAR_IN = 100.0
# So many signs at an end tell whether a sentence ends there; the whole of a long paragraph is looked at once only.
_NEAR = 40
_FINISHED = re.compile(r"[.;:!?…][”\"’)*_]*$")
_PAGE_SIGN = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]|(?:trang|page)\s*\d{1,3}(?:\s*/\s*\d{1,3})?", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d\b(?!\.)")
_DANGLING = rule(r"(?:\b(?:ngày|tháng|năm|số|và|của|các|cho|về|với|tại|trong|theo|là|do|để|từ|đến)|,)$")
# `12/KH-`, `393-CTr/`, `ngày 20/10/`, `e-`: a number, a date or a word broken at its sign, where no blank stood.
_BROKEN = re.compile(r"(?:\b(?:số|ngày)\s*:?\s*\d+/|\s\d+[-/][\w.&]+(?:[-/][\w.&]+)*/|\w-)$")
_YEAR_ABOVE, _YEAR_BELOW = re.compile(r"\b(?:19|20)\d\d$"), re.compile(r"[-–]\s*(?:19|20)\d\d\b")
_HEAD_LINE = (MOTTO, NUMBER_LINE, RECIPIENTS)


def mend(document: Document) -> Paragraphs:
    """The paragraphs of `document`; no words are lost, and what is joined, parted or dropped is noted."""
    mendings: list[Mending] = []
    earlier = list(document.mendings)
    lines, origin = _parted(document.lines, earlier)
    width = _width(lines)
    wrapped = document.hard_wrapped or _looks_wrapped(lines, width)
    how = _Join(wrapped, width, _is_gapped(lines), _inset(lines))
    joined: list[Line] = []
    places: dict[int, int] = {}
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if _is_page_number(joined[-1] if joined else None, line, following, how):
            mendings.append(Mending("page-number", max(0, len(joined) - 1), line.text))
        elif joined and _runs_on(joined[-1], lines[place - 1], line, how):
            code = "line-joined" if how.wrapped and not line.gap else "page-cut"
            mendings.append(Mending(code, len(joined) - 1, line.text))
            gap = "" if _is_broken(joined[-1], line) else " "
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}{gap}{line.text}")
        else:
            joined.append(line)
        places.setdefault(origin[place], max(0, len(joined) - 1))
    moved = [replace(mending, line=places.get(mending.line, 0)) for mending in earlier]
    return Paragraphs(tuple(joined), (*moved, *mendings))


def _parted(lines: Sequence[Line], mendings: list[Mending]) -> tuple[list[Line], list[int]]:
    """Columns parted, white space made one, and for each line the place it had in the file."""
    parted: list[Line] = []
    origin: list[int] = []
    for place, line in part_columns(part_rows(lines), mendings):
        text = closed_up(unmarked(line.text))
        if text:
            parted.append(line if text == line.text else replace(line, text=text))
            origin.append(place)
    return parted, origin


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines if line.cell is None)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _looks_wrapped(lines: Sequence[Line], width: int) -> bool:
    """Whether long lines that end no sentence go on in small letters, three times and more, and none is very long.

    The cells of a table are left out: they are kept whole where all else is wrapped.
    """
    if max((len(line.text) for line in lines if line.cell is None), default=0) > _LONGEST_PRINTED:
        return False
    broken = sum(
        len(above.text) >= width * 0.7 and not _FINISHED.search(above.text) and opens_small(below.text)
        for above, below in pairwise(lines)
        if above.cell is None and below.cell is None and not read_mark(below.text)
    )
    return broken >= 3


def _is_gapped(lines: Sequence[Line]) -> bool:
    """Whether an empty line stands before at least a fifth of the lines."""
    return sum(line.gap for line in lines) * 5 >= len(lines)


def _inset(lines: Sequence[Line]) -> float:
    """The indent at which numbered lines begin, 0 where they begin at the margin."""
    marked = sorted(line.indent for line in lines if line.cell is None and read_mark(line.text))
    plain = [line.indent for line in lines if line.cell is None and opens_small(line.text)]
    if not marked or not plain or min(plain) + 6 > marked[len(marked) // 2]:
        return 0.0
    return marked[len(marked) // 2]


def _is_page_number(before: Line | None, line: Line, after: Line | None, how: _Join) -> bool:
    """A page number on a line of its own: in signs, or bare where a page ends or a sentence runs on behind it."""
    if line.cell is not None or before is None:
        return False
    if _PAGE_SIGN.fullmatch(line.text):
        return True
    if not _BARE_NUMBER.fullmatch(line.text):
        return False
    turned = after is not None and after.page != before.page
    cut = after is not None and opens_small(after.text) and not _FINISHED.search(before.text)
    return turned or cut or (how.wrapped and (line.gap or line.centred or line.indent > _FAR_IN))


def _runs_on(whole: Line, last: Line, line: Line, how: _Join) -> bool:
    """Whether `line` goes on with the sentence of the line above it, `last`, the end of the paragraph `whole`."""
    if len(whole.text) > _LONGEST_PARAGRAPH:
        return False
    if whole.cell != line.cell or _stands_alone(line.text) or (_stands_alone(last.text) and last is whole):
        return False
    if _is_bare_number(whole.text) and len(line.text) < _LONGEST_PRINTED and read_mark(line.text) is None:
        return True
    finished = bool(_FINISHED.search(whole.text[-_NEAR:]))
    if _is_open(whole.text, line.text) and whole.cell is None:
        return True
    if _is_broken(whole, line) or _is_span_of_years(whole, line):
        return True
    mark = read_mark(line.text)
    if mark is not None and not _is_word_dash(line.text, mark, finished=finished):
        return False
    if whole.cell is not None:
        return not finished and opens_small(line.text)
    if is_capitals(whole.text[:_LONGEST_PRINTED]) or is_capitals(line.text):
        return _capitals_run_on(whole, last, line, how)
    if how.wrapped and not line.gap:
        return _wrapped_runs_on(last, line, how, finished=finished)
    return not finished and _cut_runs_on(whole, line)


def _is_broken(whole: Line, line: Line) -> bool:
    """Whether the line end between the two stands inside a number, a date or a word with a hyphen."""
    return not line.gap and line.text[:1].isalnum() and bool(_BROKEN.search(whole.text[-_NEAR:]))


def _is_span_of_years(whole: Line, line: Line) -> bool:
    """`2020` at the end and `- 2025` at the beginning."""
    return not line.gap and bool(_YEAR_BELOW.match(line.text) and _YEAR_ABOVE.search(whole.text[-_NEAR:]))


def _is_bare_number(text: str) -> bool:
    """`Phần thứ nhất` alone: its heading is the line below."""
    mark = read_mark(text)
    return mark is not None and mark.rank is Rank.PART and mark.start >= len(text)


def _is_open(whole: str, following: str) -> bool:
    """A quotation or bracket that the next line closes; the bracket of `b)` closes none."""
    mark = read_mark(whole)
    whole = whole[mark.start :] if mark else whole
    for opening, closing in ("“”", "()"):
        if whole.count(opening) > whole.count(closing) and closing in following:
            return following.find(closing) < (following + opening).find(opening)
    return False


def _stands_alone(text: str) -> bool:
    """Whether a line belongs to letterhead, title or ending; a small "số 12/KH-UBND" is part of a sentence."""
    plain = flat(text)
    if not any(letter.isalnum() for letter in text):
        return True
    if text.startswith("số ") and NUMBER_LINE.search(plain):
        return False
    return bool(kind_words(text) or AUTHORITY.match(text) or any(sign.search(plain) for sign in _HEAD_LINE))


def _is_word_dash(text: str, mark: Mark, *, finished: bool) -> bool:
    """ "- xã hội" after "chính trị" is a dash between words and no bullet."""
    return mark.rank in BULLETS and not finished and opens_small(text[mark.start :]) and text[:1] != "+"


def _capitals_run_on(whole: Line, last: Line, line: Line, how: _Join) -> bool:
    """A numbered heading in capitals goes on over a full line."""
    if not is_capitals(whole.text) or not is_capitals(line.text) or line.gap or read_mark(whole.text) is None:
        return False
    return len(last.text) >= how.width * 0.6 or whole.text.endswith(",") or not subjects_of(line.text)


def _wrapped_runs_on(last: Line, line: Line, how: _Join, *, finished: bool) -> bool:
    """In a printed file: a small letter, or a full line that ends no sentence; an indented line is a new paragraph."""
    if opens_small(line.text):
        return not finished or len(last.text) >= how.width * 0.8
    if finished:
        begins = how.inset > 0 and line.indent >= how.inset - 3
        return (how.gapped or how.inset > 0) and not begins and len(last.text) >= how.width * 0.7
    if _DANGLING.search(flat(last.text)) or line.indent < how.inset - 6:
        return True
    # A line that had room for the next word was ended on purpose, but nobody begins a line with a year.
    if _YEAR.match(line.text):
        return True
    had_room = len(last.text) + 1 + len(line.text.split(" ", 1)[0]) < how.width * 0.93
    return not had_room and not line.indent > last.indent + 12


def _cut_runs_on(whole: Line, line: Line) -> bool:
    """In a file of paragraphs: a small letter after an unfinished sentence, or words that cannot end one."""
    if opens_small(line.text):
        return len(whole.text) > 40
    return len(whole.text) > 40 and bool(_DANGLING.search(flat(whole.text[-_NEAR:]))) and line.text[:1] not in "(“"
