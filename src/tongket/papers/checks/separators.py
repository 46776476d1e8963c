"""Figures have a dot between thousands and a comma before decimals, the same all through.

LOOK.md's rule, the usage of Vietnam.
"""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight

# Each pattern begins with its figure and looks back from behind it: text without figures is passed over.
# What is measured in parts: behind such a word a comma with three figures may be a decimal.
_MEASURED = r"(?:%|‰|tỷ|tỉ|triệu|nghìn|ngàn|ha|km|kg|tấn|tạ|m2|m3|m²|m³|lít|lần|điểm|độ|mét|sào)"
_COMMA_THOUSANDS = re.compile(
    rf"([1-9](?<![\d.,/].)(?<!số .)(?<!thửa .)\d{{0,2}}(?:,\d{{3}})+)(?![\d,])(?!\.\d)(?!\s*{_MEASURED}(?!\w))"
)
_DOT_DECIMAL = re.compile(rf"(\d(?<![\d.,/].)\d{{0,2}}\.\d{{1,2}})(?![\d.,/])\s*(?:{_MEASURED})(?!\w)")
_BLANK_THOUSANDS = re.compile(
    r"([1-9](?<![\d.,/].)\d{0,2}(?:\.\d{3})* \d{3}(?: \d{3})*)(?![\d.,/])\s+(?:đồng|người|hộ|công|m2|m²)"
)


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each figure whose dot or comma says something else than is meant."""
    found: dict[str, Finding] = {}
    for place, text in sight.texts:
        for written, right in _wrong(text):
            found.setdefault(written, _finding(sight, place, written, right))
    return tuple(found.values())


def _wrong(text: str) -> Iterator[tuple[str, str]]:
    for match in _COMMA_THOUSANDS.finditer(text):
        yield match[1], match[1].replace(",", ".")
    for match in _DOT_DECIMAL.finditer(text):
        yield match[1], match[1].replace(".", ",")
    for match in _BLANK_THOUSANDS.finditer(text):
        yield match[1], match[1].replace(" ", ".")


def _finding(sight: Sight, block: int, written: str, right: str) -> Finding:
    return Finding(
        "separators",
        Level.ADVICE,
        found=words("Số ghi “{written}”."),
        wanted=words("Dấu chấm giữa hàng nghìn, dấu phẩy trước phần lẻ: {right}."),
        where=sight.where(block),
        todo=words("Sửa dấu trong số, cả bài một cách."),
        quote=written,
        values={**sight.values(block, written), "written": written, "right": right},
    )
