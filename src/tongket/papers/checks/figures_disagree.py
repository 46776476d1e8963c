"""One paper gives one figure for one thing: a slip of a digit between two pages is shown, and only when it is sure.

Habit.
"""

import re
from collections import defaultdict

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.counting import Counted, figures_of
from tongket.papers.checks.sight import Sight

# A clause with such a word counts a part, another time or a change, and may well give another figure.
_ELSE = re.compile(
    r"(?<!\w)(?:năm|tháng|quý|tuần|ngày|đợt|lần|lượt|kỳ|giai đoạn|giảm|tăng|thêm|hơn|gần|khoảng|trên|dưới|nay|đầu|cuối|"
    r"trước|sau|lúc|thoát|mới|trong đó|riêng|mỗi|từng|một|thôn|tổ|khu|khối|xóm|đã|chưa|chỉ còn|còn lại|xuống|lên|từ|"
    r"đến|thành|mục tiêu|chỉ tiêu|kế hoạch|phấn đấu|giúp|vượt|so với|các xã|các phường|toàn tỉnh|cả nước)(?!\w)"
)
_LEAST_WORDS = 2
_LEAST_VALUE = 10


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each thing that is counted twice, in two paragraphs, with figures that differ in one digit."""
    same: dict[str, list[Counted]] = defaultdict(list)
    for figure in figures_of(sight):
        if len(figure.phrase.split()) >= _LEAST_WORDS and figure.value >= _LEAST_VALUE:
            same[figure.phrase].append(figure)
    found = (_slip(figures) for figures in same.values())
    return tuple(_finding(sight, *pair) for pair in found if pair)


def _slip(figures: list[Counted]) -> tuple[Counted, Counted] | None:
    """Two that cannot both be right; three values for one thing are a series and no slip."""
    values = list(dict.fromkeys(figure.value for figure in figures))
    if len(values) != 2 or not _one_digit_apart(*map(str, values)):
        return None
    first, second = (next(each for each in figures if each.value == value) for value in values)
    is_sure = first.block != second.block and not any(_ELSE.search(each.clause) for each in (first, second))
    return (first, second) if is_sure else None


def _one_digit_apart(first: str, second: str) -> bool:
    if len(first) != len(second):
        return False
    wrong = sum(one != other for one, other in zip(first, second, strict=True))
    return wrong == 1 or (wrong == 2 and sorted(first) == sorted(second))


def _finding(sight: Sight, first: Counted, second: Counted) -> Finding:
    values = sight.values(second.block, second.written)
    pages = sight.page(first.block), values.get("page")
    known = None not in pages
    return Finding(
        "figures-disagree",
        Level.ADVICE,
        found=words("“{first}” ở trang {first_page}, “{second}” ở trang {page}.")
        if known
        else words("“{first}” ở một chỗ, “{second}” ở chỗ khác."),
        wanted=words("Một con số cho một việc."),
        where=sight.where(second.block),
        todo=words("Hỏi đơn vị số nào đúng, rồi ghi thống nhất."),
        quote=second.written,
        values={
            **values,
            "first": first.written,
            "second": second.written,
            "first_page": pages[0],
            "first_block": first.block,
            "values": [float(first.value), float(second.value)],
        },
    )
