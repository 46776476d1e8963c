"""The page of figures: a line for each indicator, one of them opened to its parts, drawn by unit and over the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.http import QueryDict

from tongket.conferences.models import Conference
from tongket.core.findings import Finding
from tongket.documents.render.drawings import svg_of
from tongket.reviews.models import Indicator, Outline, Period
from tongket.reviews.queries.children import Child
from tongket.reviews.queries.figures import Parts, parts_of
from tongket.reviews.queries.outliers import Outlier, outliers_of
from tongket.reviews.queries.outline import kept_outline
from tongket.reviews.queries.tally import Line, RollUp, roll_up_page
from tongket.reviews.tallying.coverage import Coverage
from tongket.synthesis.composing.wording import printed
from tongket.synthesis.queries.drawn import Point, are_named, by_state, by_unit, called, over_periods, points_of


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator's line with what is asked about it; `before` is the figure of the period before.

    `missing` are the first of those that lack this figure and not every one, `more` how many others do.
    """

    line: Line
    said: str
    before: str
    questions: tuple[Outlier, ...]
    missing: tuple[str, ...]
    more: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing and nothing asked."""
        return not self.line.coverage.missing and not self.questions


@dataclass(frozen=True, slots=True)
class Units:
    """The grid of units for a wide page and, while its tiles carry names, for a narrow one; empty without units."""

    wide: str = ""
    narrow: str = ""


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """All figures of the host, one opened; `missing` are the units that lack every figure."""

    roll_up: RollUp
    rows: tuple[Row, ...]
    missing: tuple[str, ...]
    parts: Parts | None
    said: str
    by_unit: str
    over_years: str
    units: Units
    questions: tuple[Outlier, ...]
    findings: tuple[Finding, ...]

    @property
    def has_before(self) -> bool:
        """Whether any figure stands beside one of the period before."""
        return any(row.before for row in self.rows)


NAMED_MISSING = 3
# Pixels: beside the table; of the grid on a wide and on a narrow page.
BESIDE, UNITS_WIDE, UNITS_NARROW = 344, 980, 328


def figures_page(conference: Conference, asked: QueryDict) -> FiguresPage | None:
    """The page for `indicator` and `period` of the address, else the first and current one; None without outline."""
    outline = kept_outline(conference)
    period = _period(outline, asked.get("period", ""))
    if outline is None or period is None:
        return None
    code = asked.get("indicator", "")
    wanted = Indicator.objects.filter(outline=outline, code=code, is_removed=False).first() if code else None
    roll_up = _called(roll_up_page(conference, conference.host, period, indicator=wanted))
    questions = outliers_of(conference, conference.host, period)
    chosen = roll_up.chosen
    parts = parts_of(chosen.tally) if chosen and chosen.tally else None
    names = {child.unit: child.name for child in roll_up.children}
    missing = _missing_everywhere(roll_up.lines)
    return FiguresPage(
        roll_up=roll_up,
        rows=tuple(_row(line, questions, names, frozenset(missing)) for line in roll_up.lines),
        missing=missing,
        parts=_parts_called(parts, names) if parts else None,
        said=_said(chosen),
        by_unit=_by_unit(roll_up),
        over_years=_over_years(roll_up),
        units=_units(roll_up.children),
        questions=tuple(each for each in questions if chosen and _about(each) == chosen.indicator.code),
        findings=chosen.findings if chosen else (),
    )


def _period(outline: Outline | None, code: str) -> Period | None:
    if outline is None:
        return None
    return outline.periods.filter(code=code).first() or outline.periods.filter(is_current=True).first()


def _called(page: RollUp) -> RollUp:
    """The units by the names that sentences use: `xã Tam Thăng` fits a table and a drawing."""
    children = called(page.children)
    short = {child.name: renamed.name for child, renamed in zip(page.children, children, strict=True)}
    lines = tuple(replace(line, coverage=_coverage_called(line.coverage, short)) for line in page.lines)
    chosen = next((line for line in lines if page.chosen and line.indicator == page.chosen.indicator), None)
    return replace(page, children=children, lines=lines, chosen=chosen)


def _coverage_called(coverage: Coverage, short: Mapping[str, str]) -> Coverage:
    return replace(coverage, missing=tuple(short.get(name, name) for name in coverage.missing))


def _parts_called(parts: Parts, names: Mapping[int, str]) -> Parts:
    return replace(
        parts,
        parts=tuple(replace(part, name=names.get(part.unit, part.name)) for part in parts.parts),
        missing=tuple(replace(child, name=names.get(child.unit, child.name)) for child in parts.missing),
    )


def _about(outlier: Outlier) -> str:
    """The code of the indicator that is asked about."""
    return str(outlier.finding.values.get("indicator", ""))


def _missing_everywhere(lines: Sequence[Line]) -> tuple[str, ...]:
    """The units that lack the figure of every line, in their order; one line alone names its own."""
    if len(lines) < 2:
        return ()
    first, *others = (line.coverage.missing for line in lines)
    common = set(first).intersection(*others)
    return tuple(name for name in first if name in common)


def _row(line: Line, questions: tuple[Outlier, ...], names: Mapping[int, str], said_above: frozenset[str]) -> Row:
    mine = [each for each in questions if _about(each) == line.indicator.code]
    called = tuple(replace(each, name=names.get(each.unit, each.name)) for each in mine)
    missing = tuple(name for name in line.coverage.missing if name not in said_above)
    more = max(0, len(missing) - NAMED_MISSING)
    before = _number(line.comparison.before, line.indicator)
    return Row(line, _said(line), before, called, missing[:NAMED_MISSING], more)


def _said(line: Line | None) -> str:
    return _number(line.value, line.indicator) if line else ""


def _number(value: Decimal | None, indicator: Indicator) -> str:
    """A figure as it is written, empty where there is none."""
    if value is None:
        return ""
    number = printed(value, indicator.decimals)
    return f"{number}%" if indicator.measure == "%" else number


def _by_unit(page: RollUp) -> str:
    """Bars of the units right below."""
    if page.chosen is None or not page.children:
        return ""
    return svg_of(by_unit(page.chosen.indicator, page.children, page.values), key="by-unit", width=BESIDE)


def _over_years(page: RollUp) -> str:
    """The figure in each period, where more than one has it."""
    drawing = over_periods(page.chosen.indicator, _points(page, page.chosen)) if page.chosen else None
    return svg_of(drawing, key="over-years", width=BESIDE) if drawing else ""


def _points(page: RollUp, chosen: Line) -> list[Point]:
    """The figure in each period; the one before as it compares, whoever told it."""
    compared = chosen.comparison
    before = None if compared.before is None else (compared.label, compared.before)
    return points_of(page.periods, chosen.history, before)


def _units(children: tuple[Child, ...]) -> Units:
    """Every unit as a tile in the state of its review."""
    drawing = by_state(children)
    if drawing is None:
        return Units()
    wide, narrow = svg_of(drawing, key="units", width=UNITS_WIDE), ""
    if are_named(drawing):
        narrow = svg_of(drawing, key="units-narrow", width=UNITS_NARROW)
    return Units(wide, narrow)
