"""The table of figures of one unit as a file for Excel."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.core.dates import plain_day
from tongket.reviews.models import Period, Tally
from tongket.reviews.queries.children import reviews_below
from tongket.reviews.queries.sums import counted_figures, rates_of
from tongket.reviews.queries.tally import Line, RollUp, roll_up_page
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.rates import rate
from tongket.reviews.tallying.values import value_of
from tongket.reviews.tallying.workbook import SheetLine, write_figures
from tongket.units.models import Unit

Values = dict[int, dict[int, Decimal]]


def figures_workbook(conference: Conference, unit: Unit, period: Period) -> bytes:
    """Every indicator with total, coverage, who is missing and the period before, and what each unit below says."""
    page = roll_up_page(conference, unit, period)
    values = values_by_unit(page)
    span = _("từ %(first)s đến %(last)s") % {"first": plain_day(period.first_on), "last": plain_day(period.last_on)}
    return write_figures(
        [_line(line, page, values.get(line.indicator.pk, {})) for line in page.lines],
        [child.name for child in page.children],
        title=_("Số liệu tổng hợp: %(unit)s") % {"unit": unit.name},
        subtitle=f"{conference.short_title} · {period.label}, {span}",
        words=_words(),
    )


def _words() -> dict[str, str]:
    return {
        "all": _("Tổng hợp"),
        "by_unit": _("Theo đơn vị"),
        "ordinal": _("Số"),
        "clause": _("Mục"),
        "indicator": _("Chỉ tiêu"),
        "measure": _("Đơn vị tính"),
        "total": _("Tổng"),
        "covered": _("Đã có"),
        "missing": _("Thiếu"),
        "before": _("Kỳ trước"),
        "difference": _("Tăng, giảm"),
    }


def _line(line: Line, page: RollUp, values: Mapping[int, Decimal]) -> SheetLine:
    row = line.indicator
    return SheetLine(
        row.clause,
        row.name,
        row.measure,
        row.decimals if row.gather == Gather.SUM else max(row.decimals, 1),
        line.value,
        str(line.coverage),
        ", ".join(line.coverage.missing),
        line.comparison.before,
        line.comparison.difference,
        [values.get(child.unit) for child in page.children],
    )


def values_by_unit(page: RollUp) -> Values:
    """By indicator and unit right below what it says; one query for leaves and one for those that gather others."""
    below = reviews_below(page.conference, page.review)
    figures = counted_figures(below).filter(period=page.period)
    found: Values = {}
    for indicator, unit, value in figures.values_list("indicator", "review__unit", "value"):
        if value is not None:
            found.setdefault(indicator, {})[unit] = value
    asked = [line.indicator for line in page.lines]
    for row, above, base in rates_of(asked):
        uppers, lowers = found.get(above.pk, {}), found.get(base.pk, {})
        rates = {unit: rate(value, lowers.get(unit), row.measure) for unit, value in uppers.items()}
        found[row.pk] = {unit: value for unit, value in rates.items() if value is not None}
    known = {row.pk: row for row in asked}
    units = [child.unit for child in page.children if child.has_below]
    tallies = Tally.objects.filter(conference=page.conference, unit__in=units, period=page.period, indicator__in=known)
    for tally in tallies:
        row = known[tally.indicator_id]
        value = value_of(Gather(row.gather), tally.given, measure=row.measure, doubled=tally.doubled)
        if value is not None:
            found.setdefault(row.pk, {})[tally.unit_id] = value
    return found
