"""What a careful office would notice in the figures of a review; one file for each rule, in the order of asking."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.core.findings import Finding, Result, words
from tongket.reviews.checks import (
    above,
    approximate,
    below,
    bounds,
    comma,
    doubtful,
    jump,
    needed,
    parts,
    places,
    rates,
    shrinking,
    slip,
    unread,
)
from tongket.reviews.checks.sight import Sight, Spread
from tongket.reviews.values import Figure, Outline

Check = Callable[[Sight], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name, and its title as it stands among what passed."""

    name: str
    title: str
    check: Check


CHECKS: tuple[Rule, ...] = (
    Rule("needed", words("đủ số bắt buộc"), needed.check),
    Rule("unread", words("đọc được thành số"), unread.check),
    Rule("bounds", words("trong khoảng cho phép"), bounds.check),
    Rule("places", words("không lẻ quá mức"), places.check),
    Rule("parts", words("các phần cộng đúng tổng"), parts.check),
    Rule("above", words("không vượt số gốc"), above.check),
    Rule("rates", words("tỷ lệ có đủ hai số"), rates.check),
    Rule("slip", words("đúng đơn vị tính"), slip.check),
    Rule("comma", words("đúng chỗ dấu phẩy"), comma.check),
    Rule("jump", words("không tăng giảm bất thường"), jump.check),
    Rule("shrinking", words("lũy kế không giảm"), shrinking.check),
    Rule("approximate", words("số chính xác"), approximate.check),
    Rule("below", words("khớp với cấp dưới"), below.check),
    Rule("doubtful", words("số đã được xác nhận"), doubtful.check),
)
TITLES = {rule.name: rule.title for rule in CHECKS}


def examine(
    outline: Outline,
    figures: Iterable[Figure],
    *,
    before: Mapping[str, Decimal] | None = None,
    peers: Mapping[str, Spread] | None = None,
    below: Mapping[str, Decimal] | None = None,
) -> tuple[Result, ...]:
    """Every check with what it found, in the order above; one with no findings passed.

    `before` is last period's value by code of the indicator (without it the unit's own figures of earlier periods are
    taken), `peers` what the other units say now, `below` what the units below this one add up to now.
    """
    kept = {(figure.period, figure.indicator): figure for figure in figures}
    sight = Sight(outline, kept, before or {}, peers or {}, below or {})
    return tuple(Result(rule.name, rule.check(sight)) for rule in CHECKS)


__all__ = ["CHECKS", "TITLES", "Rule", "Sight", "Spread", "examine"]
