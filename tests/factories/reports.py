"""Reports of units made up with the truth beside them: the same number always gives the same report.

A report has the sections units write (situation, results, assessment, models, plans, recommendations), some four pages,
figures in sentences and in an annex table, statements drawn from the labelled ones in changing words, models by name.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.factories.themes import Labelled, labelled
from tongket.core.text import nfc
from tongket.reading.manuscript.values import Align, Block, Cell, Manuscript, Nature, Paragraph, Piece, Role, Table
from tongket.reviews.rules import Kind
from tongket.reviews.rules import Nature as Measured
from tongket.reviews.values import Indicator, Named, Outline, Period, Question

WORDS: dict[str, Any] = tomllib.loads(nfc(Path(__file__).with_name("report_words.toml").read_text(encoding="utf-8")))
PERIODS = (
    Period("2022", "Năm 2022", date(2022, 1, 1), date(2022, 12, 31)),
    Period("2023", "Năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
    Period("2024", "Năm 2024", date(2024, 1, 1), date(2024, 12, 31), is_current=True),
)
NOW = "2024"
# (code, question, heading in the report, kind, statements a report makes of it at least and at most)
SECTIONS: tuple[tuple[str, str, str, Kind, int, int], ...] = (
    (
        "context",
        "Tình hình, công tác lãnh đạo, chỉ đạo",
        "I. TÌNH HÌNH, CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        Kind.CONTEXT,
        2,
        4,
    ),
    ("result", "Kết quả thực hiện", "II. KẾT QUẢ THỰC HIỆN", Kind.RESULT, 1, 2),
    ("strength", "Ưu điểm", "III. ĐÁNH GIÁ CHUNG\n1. Ưu điểm", Kind.STRENGTH, 5, 8),
    ("shortcoming", "Tồn tại, hạn chế", "2. Tồn tại, hạn chế", Kind.SHORTCOMING, 5, 8),
    ("cause", "Nguyên nhân", "3. Nguyên nhân", Kind.CAUSE, 3, 5),
    ("lesson", "Bài học kinh nghiệm", "4. Bài học kinh nghiệm", Kind.LESSON, 3, 5),
    ("exemplar", "Mô hình tiêu biểu", "IV. MÔ HÌNH TIÊU BIỂU", Kind.EXEMPLAR, 0, 0),
    ("planned", "Phương hướng, nhiệm vụ", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ", Kind.PLANNED, 3, 6),
    ("recommendation", "Kiến nghị, đề xuất", "VI. KIẾN NGHỊ, ĐỀ XUẤT", Kind.RECOMMENDATION, 3, 6),
)


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report and what is true of it. `figures` are by indicator and period, `statements` in their order."""

    unit: str
    manuscript: Manuscript
    figures: Mapping[tuple[str, str], Decimal]
    statements: tuple[Labelled, ...] = ()
    exemplars: tuple[Named, ...] = ()

    @property
    def text(self) -> str:
        """The report as plain text, a line for each paragraph."""
        return self.manuscript.text


@cache
def sample_outline() -> Outline:
    """The outline that the made-up reports answer."""
    questions = tuple(
        Question(code, text, kind, heading.splitlines()[-1], f"III.1.1/{place}")
        for place, (code, text, heading, kind, _, _) in enumerate(SECTIONS, 1)
    )
    return Outline("Đề cương báo cáo tổng kết", 1, questions, tuple(map(_indicator, WORDS["indicator"])), PERIODS)


def sample_report(number: int, *, unit: str = "", outline: Outline | None = None, period: str = NOW) -> MadeReport:
    """The report of that number; an outline of one's own is told by the names of its indicators."""
    return _Maker(Random(number), outline or sample_outline(), unit, period).report()


def sample_reports(count: int, *, first: int = 0, outline: Outline | None = None) -> list[MadeReport]:
    """Reports of consecutive numbers, each of a unit of its own name."""
    return [sample_report(number, unit=unit_name(number), outline=outline) for number in range(first, first + count)]


def unit_name(number: int) -> str:
    """The name of the unit of that number: no two are alike."""
    places, levels = WORDS["places"], WORDS["levels"]
    rounds, place = divmod(number, len(places))
    return f"{levels[place % 2].capitalize()} {places[place]}" + (f" {rounds + 1}" if rounds else "")


def printed(value: Decimal, decimals: int = 0) -> str:
    """A number as offices print it: `1.234.567,5`."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def printed_money(millions: Decimal, draw: Random) -> str:
    """Millions of đồng as people write them: `120 triệu đồng`, `3,5 tỷ đồng`, `120.500.000 đồng`."""
    if millions >= 1000 and millions % 100 == 0:
        return f"{printed(millions / 1000, 1).removesuffix(',0')} tỷ đồng"
    if draw.random() < 0.15:
        return f"{printed(millions * 1_000_000)} đồng"
    return f"{printed(millions, 1).removesuffix(',0')} triệu đồng"


@dataclass
class _Maker:
    """Makes one report; what it draws decides what the report says."""

    draw: Random
    outline: Outline
    unit: str
    period: str
    blocks: list[Block] = field(default_factory=list)
    statements: list[Labelled] = field(default_factory=list)
    exemplars: list[Named] = field(default_factory=list)

    def report(self) -> MadeReport:
        self.unit = self.unit or unit_name(self.draw.randrange(1000))
        self.figures = self._figures()
        self.blocks += [*_opening(self.unit)]
        for code, _, heading, kind, least, most in SECTIONS:
            self.blocks += [_line(line, bold=True, role=Role.HEADING) for line in heading.splitlines()]
            if code == "result":
                self._tell_figures()
            if code == "exemplar":
                self._name_models()
            self._section(kind, self.draw.randint(least, most))
        self.blocks += [*self._annex(), *_closing(self.unit)]
        manuscript = Manuscript(Nature.DOCX, tuple(self.blocks))
        return MadeReport(self.unit, manuscript, self.figures, tuple(self.statements), tuple(self.exemplars))

    def _figures(self) -> dict[tuple[str, str], Decimal]:
        """Every indicator in every period; what may not exceed another does not."""
        made: dict[tuple[str, str], Decimal] = {}
        for indicator in self.outline.indicators:
            most = _most(indicator.code)
            usual = self.draw.uniform(0.2, 0.8) * most
            for period in self.outline.periods:
                value = Decimal(round(usual * self.draw.uniform(0.7, 1.3))) + 1
                if indicator.nature is Measured.MONEY and self.draw.random() < 0.4:
                    value = value // 100 * 100 + 100
                bound = made.get((indicator.not_above, period.code), value)
                made[indicator.code, period.code] = min(value, bound)
        return made

    def _tell_figures(self) -> None:
        """A sentence for each indicator that has words of its own, for others its name."""
        told: set[str] = set()
        for indicator in self.outline.indicators:
            if indicator.code in told:
                continue
            row = _row(indicator.code)
            says = self.draw.choice(
                row.get("says") or (f"{indicator.name}: {{{indicator.code}}} {indicator.measure}.",)
            )
            gaps = _Gaps(self)
            opener = "" if says.startswith("Đến nay") else self.draw.choice(("", "", "Trong kỳ, ", "Đến nay, "))
            sentence = opener + says.format_map(gaps)
            told |= gaps.told
            self._say(Labelled(_begun(sentence), Kind.RESULT, row.get("theme", "")), is_item=self.draw.random() < 0.6)

    def written(self, code: str) -> str:
        """The figure of an indicator in the reported period, as a sentence holds it."""
        indicator = next(each for each in self.outline.indicators if each.code == code)
        value = self.figures[code, self.period]
        if indicator.nature is Measured.MONEY:
            return printed_money(value, self.draw)
        return f"{int(value):02}" if value < 10 and self.draw.random() < 0.5 else printed(value)

    def _section(self, kind: Kind, count: int) -> None:
        as_items = self.draw.random() < 0.7
        rows = _material(kind)
        for row in self.draw.sample(rows, min(count, len(rows))):
            self._say(Labelled(self._reworded(row.text, kind), kind, row.theme), is_item=as_items)

    def _reworded(self, text: str, kind: Kind) -> str:
        for wordings in WORDS["same"]:
            found = next((wording for wording in wordings if wording in text), None)
            if found and self.draw.random() < 0.6:
                text = text.replace(found, self.draw.choice(wordings), 1)
        if kind in {Kind.RECOMMENDATION, Kind.EXEMPLAR, Kind.LESSON}:
            return text
        opener, closing = self.draw.choice(WORDS["openers"]), self.draw.choice(WORDS["closings"])
        body = f"{opener}{text[:1].lower()}{text[1:]}" if opener and text.split()[0].istitle() else text
        return f"{body.removesuffix('.')}{closing}." if closing and body.endswith(".") else body

    def _say(self, statement: Labelled, *, is_item: bool) -> None:
        self.statements.append(statement)
        pieces = (Piece(statement.text),)
        self.blocks.append(Paragraph(pieces, role=Role.ITEM, mark="-") if is_item else Paragraph(pieces))

    def _name_models(self) -> None:
        for name in self.draw.sample(WORDS["models"], self.draw.randint(2, 4)):
            owner, village = self.draw.choice(WORDS["owners"]), self.draw.choice(WORDS["villages"])
            work, gain = self.draw.choice(WORDS["model_works"]), self.draw.choice(WORDS["model_gains"])
            ways = ". ".join(self.draw.sample(WORDS["model_ways"], 2))
            text = f"Mô hình “{name}” của {owner} thôn {village}, {work}. {ways}. {gain}."
            self.exemplars.append(Named(name, owner, village, text))
            self._say(Labelled(text, Kind.EXEMPLAR, ""), is_item=self.draw.random() < 0.7)

    def _annex(self) -> list[Block]:
        head = ("TT", "Chỉ tiêu", "Đơn vị tính", *(period.label for period in self.outline.periods))
        rows = [
            (str(place), each.name, each.measure, *(self._in_table(each, period) for period in self.outline.periods))
            for place, each in enumerate(self.outline.indicators, 1)
        ]
        table = Table(tuple(tuple(Cell((_line(text),)) for text in row) for row in (head, *rows)), heading_rows=1)
        return [_line("PHỤ LỤC SỐ LIỆU", bold=True, role=Role.HEADING), table]

    def _in_table(self, indicator: Indicator, period: Period) -> str:
        return printed(self.figures[indicator.code, period.code], indicator.decimals)


class _Gaps(dict[str, str]):
    """Fills the gaps of a sentence and remembers which indicators it told."""

    def __init__(self, maker: _Maker) -> None:
        super().__init__(level=maker.unit.split()[0].lower())
        self.maker, self.told = maker, set[str]()

    def __missing__(self, code: str) -> str:
        self.told.add(code)
        return self.maker.written(code)


@cache
def _material(kind: Kind) -> tuple[Labelled, ...]:
    """Labelled statements without digits, which could be taken for figures."""
    rows = tuple(row for row in labelled() if row.kind is kind)
    return tuple(row for row in rows if not any(sign.isdigit() for sign in row.text)) or rows


def _row(code: str) -> Mapping[str, Any]:
    return next((row for row in WORDS["indicator"] if row["code"] == code), {})


def _most(code: str) -> int:
    return int(_row(code).get("most", 500))


def _indicator(row: Mapping[str, Any]) -> Indicator:
    nature = Measured(row.get("nature", "count"))
    return Indicator(
        row["code"],
        row["name"],
        row["measure"],
        nature=nature,
        decimals=row.get("decimals", 0),
        not_above=row.get("not_above", ""),
        names_exemplars=row["code"] == "models_kept",
    )


def _opening(unit: str) -> Sequence[Block]:
    level, _, name = unit.partition(" ")
    return (
        _line(f"ỦY BAN MTTQ VIỆT NAM {level.upper()} {name.upper()}", bold=True, align=Align.CENTER),
        _line("BÁO CÁO", bold=True, align=Align.CENTER),
        _line("Tổng kết Phong trào thi đua “Đoàn kết sáng tạo” từ khi phát động đến nay", align=Align.CENTER),
    )


def _closing(unit: str) -> Sequence[Block]:
    end = f"Trên đây là báo cáo tổng kết Phong trào thi đua “Đoàn kết sáng tạo” của {unit}./."
    return (_line(end), _line("TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH", bold=True, align=Align.CENTER))


def _begun(sentence: str) -> str:
    """`Trong kỳ, Có …` as `Trong kỳ, có …`."""
    head, comma, rest = sentence.partition(", ")
    if head in {"Trong kỳ", "Đến nay"} and rest[:1].isupper() and not rest.startswith(("Mặt trận", "OCOP")):
        return f"{head}{comma}{rest[:1].lower()}{rest[1:]}"
    return sentence


def _line(text: str, *, bold: bool = False, align: Align = Align.JUSTIFY, role: Role = Role.TEXT) -> Paragraph:
    return Paragraph((Piece(text, bold=bold),), role=role, level=2 if role is Role.HEADING else 0, align=align)
