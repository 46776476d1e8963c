"""Gathers what was filled in from the grids of a form. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from tongket.core.dates import DayFault, parse_day
from tongket.core.findings import Finding, words
from tongket.core.text import clean, fold, fold_tones
from tongket.reviews.offline.fields import Field, Grid
from tongket.reviews.offline.figures import findings_of, said_in
from tongket.reviews.offline.grids import Found, found_in
from tongket.reviews.offline.layout import ANSWER, HELD_ROWS, MANNER_WORDS, MODEL_COLUMNS, MODEL_HEADINGS, NOTE, PERIOD
from tongket.reviews.offline.telling import missing_rows, said_twice, unknown_column, unknown_row, unreadable_answer
from tongket.reviews.rules import Manner
from tongket.reviews.values import Figure, Indicator, Named, Outline, Place

# A day among other words, its parts with signs or `tháng`, `năm` between them.
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(\d{4}|\d{2})(?!\d)", re.I)


@dataclass(slots=True)
class Gathered:
    """What was filled in, while the grids are read."""

    answers: dict[str, str] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    exemplars: list[Named] = field(default_factory=list)
    manner: Manner | None = None
    held_on: date | None = None
    signer: str = ""
    findings: list[Finding] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def gather(grids: Iterable[Grid], outline: Outline, *, is_sheet: bool) -> Gathered:
    """What the grids say by the codes of the outline; `is_sheet`: they are those of a workbook."""
    gathered = Gathered()
    indicators = {each.code: each for each in outline.indicators}
    questions = {each.code: each.heading or each.text for each in outline.questions}
    codes = frozenset({*indicators, *questions, *HELD_ROWS, *(f"{code}?" for code in questions)})
    for grid in grids:
        found = found_in(grid, outline, codes)
        if found is None or (grid.is_hidden and not found.rows):
            continue
        if any(code.startswith(PERIOD) for code in found.columns.values()):
            _Figures(found, outline, indicators, gathered, is_sheet=is_sheet).read()
        elif "owner" in found.columns.values():
            _models(found, gathered)
        else:
            _answers(found, questions, gathered)
    names = [each.name for each in outline.indicators if each.code not in gathered.seen]
    names += [name for code, name in questions.items() if code not in gathered.seen]
    gathered.findings += missing_rows(names)
    return gathered


class _Figures:
    """Reads the sheet of figures."""

    def __init__(
        self, found: Found, outline: Outline, indicators: dict[str, Indicator], gathered: Gathered, *, is_sheet: bool
    ) -> None:
        self.found, self.indicators, self.gathered, self.is_sheet = found, indicators, gathered, is_sheet
        self.by_name = {fold_tones(each.name): each for each in outline.indicators}
        periods = outline.periods
        self.periods = {each.code for each in periods}
        self.current = next((each.code for each in periods if each.is_current), periods[-1].code if periods else "")
        self.made: dict[tuple[str, str], Figure] = {}

    def read(self) -> None:
        """Every row below the headings: known ones by code, then by name; others are told."""
        strays: dict[int, list[Field]] = {}
        for number in self.found.numbers():
            fields = self.found.row(number)
            indicator = self._indicator(number, fields)
            if indicator is None:
                self._unknown(number, fields)
                continue
            self.gathered.seen.add(indicator.code)
            self._row(number, indicator, fields)
            for column, each in self.found.strays(number).items():
                strays.setdefault(column, []).append(each)
        for column, cells in strays.items():
            place = f"{self.found.grid.name}, cột {column}"
            self.gathered.findings.append(unknown_column(cells, place))
        self.gathered.figures += self.made.values()

    def _indicator(self, number: int, fields: dict[str, Field]) -> Indicator | None:
        code = self.found.rows.get(number, "")
        if code in self.indicators:
            return self.indicators[code]
        lines = fields["name"].value.split("\n") if "name" in fields else [""]
        return self.by_name.get(fold_tones(lines[0].strip(" –-")))

    def _unknown(self, number: int, fields: dict[str, Field]) -> None:
        filled = [each for code, each in fields.items() if code.startswith(PERIOD) or code == NOTE]
        if filled:
            code = self.found.grid.cells.get((number, 1), Field("")).value
            is_code = bool(code) and " " not in code and not code.isdigit()
            told = unknown_row(fields.values(), self.found.place(number, NOTE), code if is_code else "")
            self.gathered.findings.append(told)

    def _row(self, number: int, indicator: Indicator, fields: dict[str, Field]) -> None:
        for code, cell in fields.items():
            if code.startswith(PERIOD):
                self._cell(number, indicator, code, cell)
        note = clean_lines(fields[NOTE].value) if NOTE in fields else ""
        key = (indicator.code, self.current)
        if note:
            figure = self.made.get(key) or Figure(*key, None, place=Place(cell=self.found.place(number, NOTE)))
            joined = f"{figure.note}; {note}" if figure.note and figure.note != note else note
            self.made[key] = replace(figure, note=joined)

    def _cell(self, number: int, indicator: Indicator, code: str, cell: Field) -> None:
        if cell.sort == "text" and not clean(cell.value):
            return
        period, place = code.removeprefix(PERIOD), self.found.place(number, code)
        if period not in self.periods:
            self.gathered.findings.append(unknown_column([cell], place))
            return
        said = said_in(cell, indicator, is_sheet=self.is_sheet)
        key = (indicator.code, period)
        if key in self.made:
            first = self.made[key]
            if first.value != said.value or said.value is None:
                told = said_twice(indicator.name, place, first.written, said.written)
                self.gathered.findings.append(told)
            return
        self.gathered.findings += findings_of(said, indicator, place, period)
        self.made[key] = Figure(
            *key, said.value, written=said.written, about=said.about, note=said.note, place=Place(cell=place)
        )


def clean_lines(text: str) -> str:
    """The lines of an answer, each cleaned; empty ones at both ends go."""
    return "\n".join(clean(line) for line in text.replace("\r", "").split("\n")).strip("\n")


def _answers(found: Found, questions: dict[str, str], gathered: Gathered) -> None:
    for number in found.numbers():
        code = found.rows.get(number, "")
        fields = found.row(number)
        answer = clean_lines(fields[ANSWER].value) if ANSWER in fields else ""
        if code in questions:
            gathered.seen.add(code)
            _answer(found, number, code, answer, questions, gathered)
        elif code in HELD_ROWS:
            _held(code, fields.get(ANSWER), found.place(number, ANSWER), gathered)
        elif answer and not code.endswith("?"):
            gathered.findings.append(unknown_row(fields.values(), found.place(number, ANSWER)))


def _answer(found: Found, number: int, code: str, answer: str, questions: dict[str, str], gathered: Gathered) -> None:
    if not answer:
        return
    first = gathered.answers.get(code)
    if first is None:
        gathered.answers[code] = answer
    elif first != answer:
        gathered.findings.append(said_twice(questions[code], found.place(number, ANSWER), first, answer))


def _held(code: str, cell: Field | None, place: str, gathered: Gathered) -> None:
    text = clean(cell.value) if cell else ""
    if cell is None or not text:
        return
    if code == "held:signer":
        gathered.signer = text
    elif code == "held:manner":
        gathered.manner = next((manner for manner, said in MANNER_WORDS.items() if fold(said) == fold(text)), None)
        gathered.manner = gathered.manner or _manner_of(text)
        if gathered.manner is None:
            wanted = words("Cần “Tổ chức hội nghị” hoặc “Tổng kết bằng văn bản”.")
            gathered.findings.append(unreadable_answer("held-manner", text, wanted, place))
    else:
        day = date.fromisoformat(text) if cell.sort == "date" else day_in(text)
        if isinstance(day, DayFault):
            wanted = words("Cần ngày/tháng/năm, ví dụ 30/10/2024.")
            gathered.findings.append(unreadable_answer("held-day", text, wanted, place))
        else:
            gathered.held_on = day


def day_in(text: str) -> date | DayFault:
    """The day that a person wrote: `15/10/2024`, `ngày 15 tháng 10 năm 2024`, `sáng thứ Ba, 15/10/24`."""
    named = _DAY.findall(text)
    if len(named) != 1:
        return parse_day(text)
    day, month, year = named[0]
    return parse_day(f"{day}/{month}/{year if len(year) == 4 else f'20{year}'}")


def _manner_of(text: str) -> Manner | None:
    said = fold(text)
    is_meeting, is_writing = "hoi nghi" in said or "hop" in said.split(), "van ban" in said
    if is_meeting == is_writing:
        return None
    return Manner.MEETING if is_meeting else Manner.WRITING


def _models(found: Found, gathered: Gathered) -> None:
    headings = {fold_tones(heading) for heading in MODEL_HEADINGS}
    for number in found.numbers():
        fields = found.row(number)
        texts = [clean_lines(fields[code].value) if code in fields else "" for code in MODEL_COLUMNS]
        if not any(texts) or fold_tones(texts[0]) in headings:
            continue
        name, owner, place_name, quote = texts
        gathered.exemplars.append(Named(name, owner, place_name, quote, Place(cell=found.place(number, "name"))))
