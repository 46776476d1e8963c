"""Dates exist, do not lie ahead where the text tells of the past, and have their zeros. Decree 30, Annex I, II.4b."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from tongket.core.dates import official_day, plain_day
from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight, between

_PRINTED = re.compile(r"(?<![\d/.,])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\w/])")
_SPELLED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)")
# Words by which a sentence tells of what was, and of what will be.
_PAST = re.compile(
    r"\b(?:đã|vừa|xong|hoàn thành|khánh thành|được công nhận|tính đến|kết thúc|ban hành|ra mắt)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:sẽ|dự kiến|phấn đấu|kế hoạch đến|trước ngày|chậm nhất|hạn|sắp|chuẩn bị|"
    r"mục tiêu|hướng tới|tới đây|thời gian tới)\b",
    re.IGNORECASE,
)
_FIRST_YEAR, _YEARS_AHEAD, _LATEST_IN_HEAD = 1900, 30, 31
# A day without its year is looked at in a leap year.
_ANY_YEAR = 2000


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each date that cannot be, lies ahead where it should not, or lacks a 0 in the line of the day."""
    found: dict[tuple[str, str], Finding] = {}
    for place, text in sight.texts:
        in_head = place < sight.anatomy.body or place >= sight.anatomy.foot
        for finding in _in_text(sight, place, text, in_head=in_head):
            found.setdefault((finding.code, finding.quote), finding)
    return tuple(found.values())


def _in_text(sight: Sight, block: int, text: str, *, in_head: bool) -> Iterator[Finding]:
    for match in (*_PRINTED.finditer(text), *_SPELLED.finditer(text)):
        day, month, year = int(match[1]), int(match[2]), int(match[3] or _ANY_YEAR)
        if not _exists(day, month, year):
            yield _impossible(sight, block, match[0])
        elif match[3]:
            yield from _of_day(sight, block, text, match, date(year, month, day), in_head=in_head)


def _of_day(
    sight: Sight, block: int, text: str, match: re.Match[str], day: date, *, in_head: bool
) -> Iterator[Finding]:
    """What is to be said of a day that exists."""
    if sight.today and _is_ahead(day, sight.today, text, match, in_head=in_head):
        yield _ahead(sight, block, match[0], sight.today)
    elif in_head and match.re is _SPELLED and _lacks_zero(match[1], match[2]):
        yield _unpadded(sight, block, match[0], day)


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and year >= _FIRST_YEAR and 1 <= day <= monthrange(year, month)[1]


def _is_ahead(day: date, today: date, text: str, match: re.Match[str], *, in_head: bool) -> bool:
    """After today in the head, or in a sentence that tells of the past and of nothing to come; or a lifetime away."""
    if day.year > today.year + _YEARS_AHEAD:
        return True
    if day <= today:
        return False
    clause = " ".join(between(text, *match.span(), _SENTENCE_END))
    is_past = bool(_PAST.search(clause)) and not _AHEAD.search(clause)
    return is_past or (in_head and (day - today).days > _LATEST_IN_HEAD)


def _lacks_zero(day: str, month: str) -> bool:
    """Days below 10 and the months 1 and 2 have a 0; other months none (their 0 does no harm and is not told)."""
    return len(day) == 1 or month in {"1", "2"}


def _impossible(sight: Sight, block: int, written: str) -> Finding:
    return Finding(
        "impossible-date",
        Level.APPROVAL,
        found=words("{written} không có trong lịch."),
        wanted=words("Ngày có thật."),
        where=sight.where(block),
        todo=words("Hỏi lại người viết, rồi sửa ngày."),
        quote=written,
        values={**sight.values(block, written), "written": written},
    )


def _ahead(sight: Sight, block: int, written: str, today: date) -> Finding:
    return Finding(
        "date-ahead",
        Level.ADVICE,
        found=words("{written} chưa đến, hôm nay {today}."),
        wanted=words("Việc đã làm có ngày đã qua."),
        where=sight.where(block),
        todo=words("Xem lại ngày, tháng, năm."),
        quote=written,
        values={**sight.values(block, written), "written": written, "today": plain_day(today)},
    )


def _unpadded(sight: Sight, block: int, written: str, day: date) -> Finding:
    return Finding(
        "date-padding",
        Level.ADVICE,
        found=words("Dòng ngày ghi “{written}”."),
        wanted=words("“{official}”: ngày dưới 10 và tháng 1, tháng 2 có số 0 đứng trước."),
        where=sight.where(block),
        todo=words("Sửa số trong dòng ngày."),
        quote=written,
        values={**sight.values(block, written), "written": written, "official": official_day(day)},
    )
