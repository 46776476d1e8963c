"""A report's lines put under their headings. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tongket.reviews.reports.headings import kinds_of, question_of
from tongket.reviews.reports.lines import is_capitals
from tongket.reviews.reports.values import Line, Section
from tongket.reviews.rules import Kind
from tongket.reviews.values import Outline

_ROMAN = re.compile(r"[IVX]{1,5}[.)/]$")
_PART = re.compile(r"(?:phần|mục)\b", re.IGNORECASE)
_PART_ALONE = re.compile(r"phần\s+(?:thứ\s+)?\w+\.?$", re.IGNORECASE)
_LETTER = re.compile(r"[A-ZĐ][.)]$")
_NUMBER = re.compile(r"\(?\d{1,2}((?:\.\d{1,2})*)[.)/]?$")
_BULLETS = frozenset("-–—+*•●▪◦·❖➢✓")
_LONGEST_PLAIN = 12
_RUN_IN, _LONGEST_RUN_IN = 9, 5
_JUDGED = frozenset({Kind.STRENGTH, Kind.SHORTCOMING, Kind.CAUSE, Kind.LESSON})
_FOOT = re.compile(r"^(?:nơi nhận\b|tm\.|t/m|kt\.|k/t|tl\.|người lập|thủ trưởng|thư ký\b)", re.IGNORECASE)
_HEAD = re.compile(
    r"^(?:cộng h[òo][àa] xã hội|độc lập\s*[-–]|số\s*:|ủy ban mttq|ubmttq|mặt trận tổ quốc việt nam|báo cáo\b|"
    r"kính gửi)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Open:
    """A section while its lines come."""

    heading: str
    level: int
    kinds: tuple[Kind, ...]
    own_question: str
    others: dict[Kind, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


def sections_of(lines: Iterable[Line], outline: Outline) -> tuple[Section, ...]:
    """The sections in order; what stands before the first heading is a section without one.

    A heading that names no kind takes over the kinds and the question of the section around it. What follows the
    signature belongs to no section.
    """
    reader = _Reader(outline)
    for line, following in pairwise([*lines, None]):
        assert line is not None
        if _FOOT.match(line.text) and len(reader.made) > 1:
            break
        reader.take(line, _level(line, following))
    return tuple(
        Section(each.heading, each.kinds, each.own_question, each.level, tuple(each.lines), each.others)
        for each in reader.made
    )


class _Reader:
    """Puts line after line under its heading."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.made = [_Open("", 0, (), "")]
        self.around: list[_Open] = []

    def take(self, line: Line, level: int | None) -> None:
        """A heading of that level, or a line of the open section, or both in one (`Hạn chế: …`)."""
        if level is not None:
            self._open_part(line, level)
            return
        run_in = _run_in(line)
        if run_in is not None:
            self._open(run_in[0], _RUN_IN)
        self.made[-1].lines.append(run_in[1] if run_in is not None else line)

    def _open_part(self, line: Line, level: int) -> None:
        """Opens a section; a heading right below `Phần thứ nhất` is one with it."""
        if _PART_ALONE.match(self.made[-1].heading) and not self.made[-1].lines and not line.mark:
            line, level = replace(line, text=f"{self.made.pop().heading}. {line.text}"), 1
        self._open(line, level)

    def _open(self, line: Line, level: int) -> None:
        while self.around and self.around[-1].level >= level:
            self.around.pop()
        self.made.append(_opened(line, level, self.around, self.outline))
        self.around.append(self.made[-1])


def _opened(line: Line, level: int, around: Sequence[_Open], outline: Outline) -> _Open:
    own = kinds_of(line.text)
    question = question_of(line.text, own, outline)
    for above in reversed(around):
        own = own or above.kinds
        question = question or above.own_question
    others = {kind: question_of("", (kind,), outline) for kind in own[1:]}
    return _Open(line.text, level, own, question, {kind: code for kind, code in others.items() if code})


def _level(line: Line, following: Line | None) -> int | None:
    """How deep a heading stands, from 1; None for a line that is no heading."""
    if line.cells or line.mark in _BULLETS or not any(letter.isalpha() for letter in line.text):
        return None
    if not line.is_strong and not _is_plain_heading(line, following):
        return None
    if not line.mark and _HEAD.match(line.text):
        return None
    return _depth(line)


def _run_in(line: Line) -> tuple[Line, Line] | None:
    """`Hạn chế: Công tác sơ kết chưa thường xuyên.` as a heading and the words behind it."""
    head, colon, rest = line.text.partition(":")
    if not colon or not rest.strip() or line.cells or len(head.split()) > _LONGEST_RUN_IN:
        return None
    if not set(kinds_of(head)) & _JUDGED:
        return None
    return replace(line, text=head, mark=""), replace(line, text=rest.strip())


def _depth(line: Line) -> int:
    mark = line.mark
    if not mark and _PART_ALONE.match(line.text):
        return 1
    if not mark:
        return 2 if is_capitals(line.text) else 5
    if _PART.match(mark) or (_LETTER.match(mark) and not _ROMAN.match(mark)):
        return 1
    if _ROMAN.match(mark):
        return 2
    dots = _NUMBER.match(mark)
    return 3 + dots[1].count(".") if dots else 6


def _is_plain_heading(line: Line, following: Line | None) -> bool:
    """A numbered short line without the end of a sentence: `3. Bài học kinh nghiệm`.

    One that says no known kind is an item of a list where the next line is numbered too, and a heading above text.
    """
    words = line.text.rstrip(":").split()
    is_short = bool(line.mark) and len(words) <= _LONGEST_PLAIN
    ends = line.text.endswith((".", ";", ",", "!"))
    if not is_short or ends or not line.text[:1].isupper():
        return False
    is_above_text = following is not None and (not following.mark or following.mark in _BULLETS)
    has_figures = any(letter.isdigit() for letter in line.text)
    return bool(kinds_of(line.text)) or (is_above_text and not has_figures)
