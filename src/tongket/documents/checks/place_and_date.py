"""Place, a comma, then day, month and year in words with their zeros. Decree 30/2020/NĐ-CP, Annex I, II.4."""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_WORDS = re.compile(r"ngày\s*(?P<day>[\d.…_]*)\s*tháng\s*(?P<month>[\d.…_]*)\s*năm\s*(?P<year>[\d.…_]*)", re.IGNORECASE)
# Months that a figure could be put before: 1 and 2 take a zero, the others do not.
_PADDED_MONTHS = {"1", "2"}
_WHERE = words("Địa danh và thời gian.")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each of: no words, wrong zeros, no place, no comma; a date still to be given may be blank."""
    line = sight.header.place_and_date
    if line is None:
        return ()
    date = _WORDS.search(line.text)
    if date is None:
        wanted = words("Ghi bằng chữ “ngày … tháng … năm …”.")
        return (_finding("date-words", wanted, "", line.text, form),)
    place = line.text[: date.start()].strip()
    faults = [*_zeros(date["day"], date["month"]), *_place(place)]
    return tuple(_finding(code, wanted, right, line.text, form) for code, wanted, right in faults)


def _zeros(day: str, month: str) -> Iterator[tuple[str, str, str]]:
    if day.isdecimal() and len(day) == 1:
        yield "date-padding", words("Ngày dưới 10 có số 0 đứng trước: “{right}”."), f"0{day}"
    elif month in _PADDED_MONTHS:
        yield "date-padding", words("Tháng 1 và tháng 2 có số 0 đứng trước: “{right}”."), f"0{month}"
    elif month.isdecimal() and month.startswith("0") and month.lstrip("0") not in _PADDED_MONTHS:
        yield "date-padding", words("Chỉ tháng 1 và tháng 2 có số 0 đứng trước: “{right}”."), month.lstrip("0")


def _place(place: str) -> Iterator[tuple[str, str, str]]:
    if not place.strip(" ,.…_"):
        yield "date-place", words("Có địa danh trước ngày, tháng, năm."), ""
    elif not place.endswith(","):
        yield "date-comma", words("Sau địa danh có dấu phẩy."), ""


def _finding(code: str, wanted: str, right: str, text: str, form: Form) -> Finding:
    return form.finding(
        code,
        found=words("Ghi “{text}”."),
        wanted=wanted,
        where=_WHERE,
        todo=words("Sửa dòng địa danh và thời gian."),
        quote=text,
        text=text,
        right=right,
    )
