"""Clock times as values: 8h00, 13h30’, 16 giờ 20 phút, 09giờ 00, 14:00, and the ranges between them."""

import re
from dataclasses import dataclass

from tongket.plans.wording import flat, rule


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as printed from `start` to `end` in the text; `until` is the end of a range."""

    start: int
    end: int
    at: str
    until: str | None = None


_ONE = rule(
    r"(?<![\d:/.,])(\d{1,2})\s*(?:(?:h|giờ|g)(?![a-z])\s*(?:(\d{2})(?![\d/.])\s*(?:phút|'|p\b)?)?|:(\d{2})(?!\d))"
)
_BETWEEN = re.compile(r"\s*(?:-|den|toi)\s*(?:het\s*)?(?:luc\s*)?")
_AFTERNOON = rule(r"\s*(?:buổi\s+)?(chiều|tối)\b")


def find_clocks(text: str) -> tuple[Clock, ...]:
    """Every clock time in `text`, in order, as `HH:MM`; hours past 23 and minutes past 59 are none."""
    plain = flat(text)
    found: list[Clock] = []
    for match in _ONE.finditer(plain):
        at = _value(match, plain)
        if at is None:
            continue
        last = found[-1] if found else None
        if last and not last.until and _BETWEEN.fullmatch(plain[last.end : match.start()]):
            found[-1] = Clock(last.start, match.end(), last.at, at)
        else:
            found.append(Clock(match.start(), match.end(), at))
    return tuple(found)


def _value(match: re.Match[str], text: str) -> str | None:
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    if hour < 7 and _AFTERNOON.match(text, match.end()):
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
