"""Numbers in words, as plans write small counts: hai trang, mười phút, ba mươi đại biểu."""

from tongket.plans.wording import rule

_ONES = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_ONE = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín"

# A figure, or a number in words up to 99; ROUND takes only words that can mean nothing else (mười, ba mươi).
FIGURE = rf"(?:\d{{1,3}}|(?:(?:{_ONE}) mươi|mười)(?: (?:{_ONE}))?|{_ONE})"
ROUND = rf"(?:(?:{_ONE}) mươi|mười)(?: (?:{_ONE}))?"
_TENS = rule(rf"(?:(?P<tens>{_ONE}) )?(?P<ten>mươi|mười)(?: (?P<ones>{_ONE}))?")


def number_of(words: str) -> int:
    """The value of a figure or of a number in words, given in flat text; raises KeyError for other words."""
    if words.isdigit():
        return int(words)
    found = _TENS.fullmatch(words)
    if found is None:
        return _ONES[words]
    return 10 * _ONES.get(found["tens"] or "mot", 1) + _ONES.get(found["ones"] or "", 0)
