"""The numbers that a Vietnamese sentence states; days, years, hours and numbers of documents are none of them. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_NAMED = "Kế hoạch|Nghị quyết|Quyết định|Chỉ thị|Công văn|Đề án|Thông tư|Nghị định|Hướng dẫn|Kết luận|Luật|Quy định"
_EVERY = r"(?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )(?<!trong )"
_ASIDE = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{4}\b"
    r"|\b\d{1,2}[/-]\d{4}\b"
    r"|\b\d+(?:/\d{4})?[/-](?:[A-ZĐ][A-ZĐa-z]*-?)+\b"
    rf"|\b(?:{_NAMED})\s+(?:số\s+)?\d+\b"
    rf"|{_EVERY}\b(?:ngày|tháng|quý|thứ)\s+\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?)?\b(?![.,]\d)"
    r"|\bnăm\s+\d{4}\b|\b(?:khóa|nhiệm kỳ|giai đoạn|điều|khoản|mục)\s+\d+(?:\s*[-–]\s*\d{4})?\b(?![.,]\d)"
    r"|\b(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}\b"
    r"|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?giờ\s?\d{2}\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\w])|(?<![\w.,])\d+(?:,\d+)?(?!\w|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as written and what it says."""

    written: str
    value: Decimal


def numbers_in(text: str) -> tuple[Stated, ...]:
    """The numbers of a sentence in order: `1.234,5` is 1234.5, `08` is 8, `12/13` are two."""
    return tuple(_stated(text))


def values_in(text: str) -> frozenset[Decimal]:
    """What the numbers of a sentence say, however they are written."""
    return frozenset(each.value for each in numbers_in(text))


def _stated(text: str) -> Iterator[Stated]:
    rest = _ASIDE.sub(lambda found: " " * len(found.group()), text).replace("/", " ")
    for found in _NUMBER.finditer(rest):
        written = found.group()
        yield Stated(written, Decimal(written.replace(".", "").replace(",", ".")))
