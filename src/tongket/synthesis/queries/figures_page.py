"""The page of figures: a line for each indicator, one of them opened to its parts, drawn by unit and over the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.http import QueryDict
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.core.charts import Bar, Cell, Legend, Point, bars, grid, is_named, trend
from tongket.core.dates import plain_day
from tongket.core.findings import Finding
from tongket.reviews.models import Indicator, Outline, Period
from tongket.reviews.queries.children import Child
from tongket.reviews.queries.figures import Parts, parts_of
from tongket.reviews.queries.outliers import Outlier, outliers_of
from tongket.reviews.queries.outline import kept_outline
from tongket.reviews.queries.tally import Line, RollUp, roll_up_page
from tongket.reviews.rules import STATE_WORDS, ReviewState
from tongket.reviews.tallying.coverage import Coverage
from tongket.synthesis.composing.wording import printed
from tongket.synthesis.queries.naming import in_sentence
from tongket.units.models import Unit

TONES = {
    ReviewState.ACCEPTED: "done",
    ReviewState.SUBMITTED: "seen",
    ReviewState.WORKING: "work",
    ReviewState.RETURNED: "back",
    ReviewState.NOT_BEGUN: "none",
    ReviewState.EXCUSED: "none",
}


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
LABEL_MOST = 16
UNITS_WIDE, UNITS_NARROW = 980, 326


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
    rows = Unit.objects.in_bulk([child.unit for child in page.children])
    short = {child.name: in_sentence(rows[child.unit]) for child in page.children}
    children = tuple(replace(child, name=short[child.name]) for child in page.children)
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
    """Bars of the units right below, the most first, those without a figure last."""
    if page.chosen is None or not page.children:
        return ""
    ordered = sorted(page.children, key=lambda child: (-page.values.get(child.unit, -1), child.name))
    drawn = [
        Bar(child.name, page.values.get(child.unit), "" if child.unit in page.values else _missing(child))
        for child in ordered
    ]
    name = page.chosen.indicator.name
    title = _("{name}, theo đơn vị").format(name=name)
    return bars(drawn, title=title, missing=_("chưa có số"), key="by-unit", width=344)


def _missing(child: Child) -> str:
    return _("chưa có số") if child.is_counted else _("chưa có báo cáo")


def _over_years(page: RollUp) -> str:
    """The figure in each period, where more than one has it; the one before as it compares, whoever told it."""
    if page.chosen is None:
        return ""
    values = list(page.chosen.history)
    at = page.periods.index(page.period)
    if at and page.chosen.comparison.before is not None:
        values[at - 1] = page.chosen.comparison.before
    if sum(value is not None for value in values) < 2:
        return ""
    points = [Point(label, value) for label, value in zip(_short_labels(page.periods), values, strict=True)]
    title = _("{name}, theo kỳ").format(name=page.chosen.indicator.name)
    return trend(points, title=title, missing=_("chưa có số"), key="over-years", width=344)


def _short_labels(periods: Sequence[Period]) -> list[str]:
    """What stands under the points of a trend: the labels, or the last days where long ones would run together."""
    if all(len(each.label) <= LABEL_MOST for each in periods):
        return [each.label for each in periods]
    return [_("đến {day}").format(day=plain_day(each.last_on)) for each in periods]


def _units(children: tuple[Child, ...]) -> Units:
    """Every unit as a tile in the state of its review."""
    if not children:
        return Units()
    cells = [Cell(child.name, TONES[child.state]) for child in children]
    legend = {
        "done": Legend("done", _(STATE_WORDS[ReviewState.ACCEPTED])),
        "seen": Legend("seen", _(STATE_WORDS[ReviewState.SUBMITTED])),
        "work": Legend("work", _(STATE_WORDS[ReviewState.WORKING])),
        "back": Legend("back", _(STATE_WORDS[ReviewState.RETURNED])),
        "none": Legend("none", _(STATE_WORDS[ReviewState.NOT_BEGUN]), is_missing=True),
    }
    used = [state for code, state in legend.items() if any(cell.state == code for cell in cells)]
    title = _("Báo cáo của các đơn vị")
    wide = grid(cells, used, title=title, key="units", width=UNITS_WIDE)
    return Units(
        wide, grid(cells, used, title=title, key="units-narrow", width=UNITS_NARROW) if is_named(cells) else ""
    )
