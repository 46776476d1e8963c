"""Numbers as reports write them: `1.200`, `3,5 tỷ đồng`, `gần 120 triệu`, `08 mô hình`, `mười hai`; exact. Pure.

Dots part thousands, a comma begins decimals (Vietnamese usage). Years, days, numbers of documents, telephones, clauses,
ages and shares of something else are numbers too and count nothing: `counts_in` leaves them out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.core.text import fold
from tongket.reviews.reports.spelled import NUMBER_WORD, value_of_words

SCALES = {
    "nghin": Decimal(1000),
    "ngan": Decimal(1000),
    "trieu": Decimal(10**6),
    "ty": Decimal(10**9),
    "ti": Decimal(10**9),
}
# What stands before a number that is not meant exactly; the longest first.
ABOUT = (
    "ước khoảng",
    "ước đạt khoảng",
    "xấp xỉ",
    "khoảng",
    "gần",
    "hơn",
    "trên",
    "ước",
    "chừng",
    "dưới",
    "ít nhất",
    "tối thiểu",
    "không dưới",
)
_ABOUT = "|".join(sorted(map(re.escape, ABOUT), key=len, reverse=True))
_SCALE = r"nghìn|ngàn|triệu|tỷ|tỉ"
# `tr` for million is read where đồng or nothing of a word follows it.
_PLAIN = r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}(?!\d)"
NUMBER = re.compile(
    rf"(?:(?<![\wà-ỹ])(?P<about>{_ABOUT})\s+(?:đạt\s+|được\s+)?)?"
    rf"(?<![\w.,-])(?<!\d/)(?P<digits>{_PLAIN})(?![\d]|[.,]\d)"
    # `46/120 sáng kiến`: so many of so many.
    r"(?P<of>/(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?=\s+(?-i:[a-zà-ỹđ])))?"
    rf"(?:\s*\((?P<said>[a-zà-ỹ ]{{2,60}})\))?"
    rf"(?:\s*(?P<scale>{_SCALE})(?:\s*(?P<scale2>tỷ|tỉ))?(?![\wà-ỹ]))?",
    re.IGNORECASE,
)
SPELLED = re.compile(
    rf"(?:(?<![\wà-ỹ])(?P<about>{_ABOUT})\s+)?(?<![\wà-ỹ])(?P<words>{NUMBER_WORD}(?:\s+{NUMBER_WORD})*)(?![\wà-ỹ])",
    re.IGNORECASE,
)
# What stands right before a number that counts nothing.
_NAMES = (
    "số|kế hoạch|công văn|nghị quyết|quyết định|chỉ thị|thông tri|đề án|luật|nghị định|quốc lộ|ql|đt|dt|điểm|điều|"
    "khoản|mục|phần|phụ lục|biểu|bảng|trang|lần thứ|thứ|khóa|khoá|nhiệm kỳ|giai đoạn|ngày|tháng|quý|năm|khối phố|"
    "tổ|thôn|tổ dân phố|chi hội|chi bộ|chi đoàn|ấp|xóm|hẻm|kiệt|lớp|cấp|hạng|từ năm|đến năm|điện thoại|giờ|phường|"
    "quận|khu phố|kdc số|top|bậc|covid|km|"
    "chương trình|tiêu chí"
)
_BEFORE = re.compile(rf"\b(?:{_NAMES})\s*:?\s*$", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:[-–]\s*(?:CV|KH|NQ|CT|BC|TB|QĐ|HD|CTr|TT)\b|/(?:[A-ZĐ]{2,}|\d)|h\d{0,2}\b|giờ\b|tuổi\b|năm qua\b|năm\b|"
    r"tháng\b|tuần\b|nhiệm kỳ\b|khóa\b|sao\b|lần so với\b|trang\b)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d\.\d{3}")
_YEAR = range(1930, 2100)


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands: `value` with its scale, `written` as it stands, `about` the word that blurs it.

    `scale` is what the scale word multiplied by (1 without one), `end` where what is counted begins. `upper` is the
    upper end of a range (`10 - 12`), else None. `is_rate` says that a per cent sign follows.
    """

    value: Decimal
    written: str
    begin: int
    end: int
    about: str = ""
    scale: Decimal = Decimal(1)
    upper: Decimal | None = None
    is_rate: bool = False
    is_doubtful: bool = False


def plain_value(digits: str) -> Decimal | None:
    """`1.200` as 1200, `3,5` as 3.5, `08` as 8, `1 200` as 1200; None for anything else.

    A dot before one or two figures is a decimal point typed the foreign way (`3.5`).
    """
    text = digits.strip().replace("\u00a0", " ")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?", text):
        return Decimal(text.replace(".", "").replace(" ", "").replace(",", "."))
    return Decimal(text) if re.fullmatch(r"\d+\.\d{1,2}", text) else None


def scale_of(word: str | None, other: str | None = None) -> Decimal:
    """What `triệu`, `tỷ`, `nghìn tỷ` multiply by; 1 for none."""
    value = SCALES[fold(word)] if word else Decimal(1)
    return value * SCALES[fold(other)] if other else value


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number in `text`, in figures and in words, in order; ranges are one number."""
    figures = list(_in_figures(text))
    taken = [(each.begin, each.end) for each in figures]
    spelled = [each for each in _in_words(text) if not any(a < each.end and each.begin < b for a, b in taken)]
    ordered = sorted([*figures, *spelled], key=lambda each: each.begin)
    return tuple(_joined(text, list(_added_up(text, ordered))))


def counts_in(text: str) -> tuple[Number, ...]:
    """The numbers that may count something: no years, days, numbers of documents, clauses, telephones, ages."""
    return tuple(each for each in numbers_in(text) if not _counts_nothing(text, each))


def _in_figures(text: str) -> Iterator[Number]:
    for match in NUMBER.finditer(text):
        value = plain_value(match["digits"])
        if value is None:
            continue
        scale = scale_of(match["scale"], match["scale2"])
        end = match.end()
        is_rate = text[end:].lstrip().startswith(("%", "phần trăm"))
        about = (match["about"] or "").lower()
        yield Number(value * scale, match.group().strip(), match.start(), end, about, scale, is_rate=is_rate)


def _in_words(text: str) -> Iterator[Number]:
    for match in SPELLED.finditer(text):
        value = value_of_words(match["words"])
        if value is not None:
            about = (match["about"] or "").lower()
            yield Number(Decimal(value), match.group().strip(), match.start(), match.end(), about)


def _added_up(text: str, numbers: Iterable[Number]) -> Iterator[Number]:
    """`142 triệu 750 nghìn đồng`, `1 tỷ 150 triệu` made one number: the smaller scale goes on with the greater one."""
    waiting: Number | None = None
    for each in numbers:
        goes_on = waiting is not None and 1 < each.scale < waiting.scale and each.value < waiting.scale
        if waiting is not None and goes_on and not each.about and not text[waiting.end : each.begin].strip():
            written = text[waiting.begin : each.end]
            waiting = replace(waiting, value=waiting.value + each.value, written=written, end=each.end)
            continue
        if waiting is not None:
            yield waiting
        waiting = each
    if waiting is not None:
        yield waiting


def _joined(text: str, numbers: list[Number]) -> Iterator[Number]:
    """`10 - 12`, `từ 10 đến 12` made one number with its upper end; its value is the lower one."""
    waiting: Number | None = None
    for each in numbers:
        between = text[waiting.end : each.begin] if waiting else ""
        if waiting and re.fullmatch(r"\s*(?:-|–|đến)\s*", between) and waiting.value < each.value:
            lower = waiting.value if waiting.scale != 1 else waiting.value * each.scale
            yield Number(
                lower, text[waiting.begin : each.end], waiting.begin, each.end, waiting.about or "khoảng",
                each.scale, each.value, each.is_rate,
            )  # fmt: skip
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = each
    if waiting:
        yield waiting


def _counts_nothing(text: str, number: Number) -> bool:
    before, after = text[: number.begin], text[number.end :]
    if _is_year(text, number) or re.search(r"\d\s*[/.-]\s*$", before) or re.match(r"\s*/\d", after):
        return True
    if number.about or number.scale != 1:
        return False
    if re.match(r"\s*ngày\b(?!\s+công)", after) and not re.search(r"ngày công\W*$", before, re.IGNORECASE):
        return True
    if number.written.startswith("0") and len(number.written) > 3 and number.written.isdigit():
        return True
    # `phụ cấp 350.000đ`: no street, class or group has a number in thousands; a paper's is followed by its symbol.
    is_name = not _THOUSANDS.search(number.written) and _BEFORE.search(before)
    return bool(is_name or _AFTER.match(after))


def _is_year(text: str, number: Number) -> bool:
    if number.scale != 1 or not re.fullmatch(r"\d{4}", number.written.split()[-1]):
        return False
    after = text[number.end :].lstrip().lower()
    is_followed = bool(re.match(r"[a-zà-ỹ²³%]", after)) and not re.match(
        r"(?:đến|là|và|có|đã|của|tại|trên|các|với|như|theo|do|được|thì|so|nhằm|toàn|hội|mặt|phường|xã|thành|ubnd)\b",
        after,
    )
    return int(number.value) in _YEAR and (bool(_BEFORE.search(text[: number.begin])) or not is_followed)
