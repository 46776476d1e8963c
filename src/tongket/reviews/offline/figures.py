"""What a cell for a figure says: a number exactly, or why it is none. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean, fold
from tongket.reviews.offline.fields import Field
from tongket.reviews.offline.writing import vietnamese
from tongket.reviews.reports.measures import counted, dimension_of, in_measure, plain
from tongket.reviews.reports.numbers import numbers_in, plain_value
from tongket.reviews.values import Indicator

_NOTHING = frozenset({"khong", "khong co", "ko", "ko co", "chua co", "khong phat sinh"})
_BLANK = frozenset({"-", "–", "—", "...", "…", "x", "/", "."})
# What is stored: sixteen figures before the comma and four behind it.
_MOST, _FINEST, _LONGEST = Decimal(10**16), Decimal("0.0001"), 25
_WHERE = words("Ô {cell}, chỉ tiêu “{name}”.")
_ASK = words("Sửa số trên trang, hoặc giữ nguyên nếu đúng.")
_TYPE = words("Ghi lại số ấy trên trang.")
_NUMBER = words("Cần số, tính bằng {measure}.")
# code: level, what was found, what was wanted, what to do
_SENTENCES: Mapping[str, tuple[Level, str, str, str]] = {
    "figure-unreadable": (Level.BLOCKER, words("Ô ghi “{written}”, không đọc được thành số."), _NUMBER, _TYPE),
    "figure-date": (Level.BLOCKER, words("Ô chứa ngày {written}, không phải số."), _NUMBER, _TYPE),
    "figure-broken-formula": (
        Level.BLOCKER,
        words("Ô chứa công thức không có kết quả ({written})."),
        _NUMBER,
        _TYPE,
    ),
    "figure-about": (Level.ADVICE, words("Ô ghi “{written}”, đọc là {value}."), words("Nên có số chính xác."), _ASK),
    "figure-converted": (Level.ADVICE, words("Ô ghi “{written}”, đổi thành {value} {measure}."), "", _ASK),
    "figure-with-words": (
        Level.ADVICE,
        words("Ô ghi “{written}”, đọc là {value}; cả ô được giữ ở ghi chú."),
        "",
        _ASK,
    ),
    "figure-text": (Level.ADVICE, words("Ô ghi chữ “{written}”, đọc là {value}."), "", _ASK),
    "figure-nothing": (Level.ADVICE, words("Ô ghi “{written}”, đọc là 0."), "", _ASK),
    "figure-formula": (Level.ADVICE, words("Ô chứa công thức, lấy kết quả {value}."), "", _ASK),
    "figure-not-whole": (
        Level.APPROVAL,
        words("Ô ghi {value}, có phần lẻ."),
        words("{measure} phải là số nguyên; có phải là {guess} không?"),
        _ASK,
    ),
    "figure-merged": (
        Level.ADVICE,
        words("Ô bị gộp với ô bên cạnh, lấy {written} cho ô đầu."),
        words("Cần mỗi ô một số."),
        _ASK,
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says: its value in the indicator's measure, None where unreadable; the unit's own signs; a note."""

    value: Decimal | None
    written: str
    about: str = ""
    note: str = ""
    faults: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


def said_in(cell: Field, indicator: Indicator, *, is_sheet: bool) -> Said:
    """What the cell says for the indicator; `is_sheet`: numbers should be numbers there, and text is told."""
    if cell.sort in {"number", "percent"}:
        said = _of_number(cell, indicator)
    elif cell.sort == "date":
        said = Said(None, plain_day(date.fromisoformat(cell.value)), faults=("figure-date",))
    elif cell.sort in {"error", "formula"}:
        said = Said(None, cell.value or "=", faults=("figure-broken-formula",))
    elif cell.sort == "flag":
        said = Said(None, "TRUE" if cell.value == "1" else "FALSE", faults=("figure-unreadable",))
    else:
        said = _of_text(clean(cell.value), indicator, is_sheet=is_sheet)
    if said.value is not None and abs(said.value) >= _MOST:
        said = Said(None, said.written, faults=("figure-unreadable",))
    faults = list(said.faults)
    if cell.is_formula and said.value is not None:
        faults.append("figure-formula")
    if cell.is_merged and said.value is not None:
        # Which of the cells it is of is asked before how it was written.
        faults.insert(0, "figure-merged")
    return Said(said.value, said.written, said.about, said.note, tuple(faults[:1]), said.values)


def findings_of(said: Said, indicator: Indicator, cell: str, period: str) -> tuple[Finding, ...]:
    """One finding for each fault; the values carry the indicator and the period, so that a page finds its cell."""
    values = {
        "written": said.written,
        "value": "" if said.value is None else vietnamese(said.value),
        "measure": indicator.measure or indicator.name,
        "name": indicator.name,
        "cell": cell,
        "indicator": indicator.code,
        "period": period,
        "guess": "",
        **said.values,
    }
    return tuple(_finding(code, said.written, values) for code in said.faults)


def _finding(code: str, quote: str, values: Mapping[str, object]) -> Finding:
    level, found, wanted, todo = _SENTENCES[code]
    return Finding(code, level, found, wanted, _WHERE, todo, quote=quote, values=values)


def _of_number(cell: Field, indicator: Indicator) -> Said:
    value = plain(Decimal(cell.value).quantize(_FINEST)) if len(cell.value) < _LONGEST else _MOST
    if cell.sort == "percent" and dimension_of(indicator)[0] != "rate":
        value = plain(value / 100)
    written = vietnamese(value)
    if indicator.decimals or value == value.to_integral_value():
        return Said(value, written)
    guess = value * 1000
    shown = vietnamese(plain(guess)) if guess == guess.to_integral_value() else vietnamese(value.quantize(Decimal(1)))
    return Said(value, written, faults=("figure-not-whole",), values={"guess": shown})


def _of_text(text: str, indicator: Indicator, *, is_sheet: bool) -> Said:
    if fold(text) in _NOTHING:
        return Said(Decimal(0), text, faults=("figure-nothing",))
    if text in _BLANK:
        return Said(None, text, faults=("figure-unreadable",))
    value = plain_value(text)
    if value is not None:
        is_doubtful = (is_sheet and not text.isdigit()) or bool(re.fullmatch(r"\d+\.\d{1,2}", text))
        whole = _of_number(Field(str(value), "number"), indicator)
        faults = whole.faults or (("figure-text",) if is_doubtful else ())
        return Said(plain(value), text, faults=faults, values=whole.values)
    return _of_words(text, indicator)


def _of_words(text: str, indicator: Indicator) -> Said:
    """`gần 10`, `3,5 tỷ`, `120 mô hình`, `12 (3 mới)`; one number only, else nothing is guessed."""
    numbers = numbers_in(text)
    unreadable = Said(None, text, faults=("figure-unreadable",))
    if not numbers or text[: numbers[0].begin].strip() or re.match(r"\s*[-+*/×xX]\s*\d", text[numbers[0].end :]):
        return unreadable
    number = numbers[0]
    what = counted(number, text)
    dimension = dimension_of(indicator)[0]
    rest = text[number.end :].strip()
    is_bare = not rest
    if dimension != what.dimension and not (is_bare and number.scale == 1):
        return unreadable
    value = plain(number.value) if is_bare and number.scale == 1 else in_measure(what.value, indicator)
    if dimension == "money" and number.scale == 1 and not is_bare and not re.match(r"đồng\b|đ\b|vnđ", rest.lower()):
        return unreadable
    if number.about or number.upper is not None:
        return Said(value, text, about=number.about or "khoảng", faults=("figure-about",))
    return _converted(value, text, rest, indicator, is_scaled=number.scale != 1)


def _converted(value: Decimal, text: str, rest: str, indicator: Indicator, *, is_scaled: bool) -> Said:
    if fold(rest) in {fold(indicator.measure), ""} and not is_scaled:
        return Said(value, text)
    if dimension_of(indicator)[0] != "count":
        return Said(value, text, faults=("figure-converted",))
    return Said(value, text, note=text, faults=("figure-with-words",))
