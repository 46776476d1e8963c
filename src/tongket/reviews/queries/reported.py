"""What one unit reported to a conference, for rooms that lay its other papers beside it: its figures, and its words."""

from decimal import Decimal
from itertools import product

from tongket.conferences.models import Conference
from tongket.reviews import values
from tongket.reviews.models import Answer, Outline, Review, Statement, Tally
from tongket.reviews.queries.counting import counted
from tongket.reviews.queries.filled import figure_value
from tongket.reviews.queries.outline import outline_value
from tongket.reviews.queries.reviews import latest_version
from tongket.reviews.queries.sums import counted_figures
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.rates import rate
from tongket.reviews.tallying.values import value_of

Cell = tuple[str, str]


def reported_figures(conference: Conference, unit_id: int) -> values.Reported | None:
    """The confirmed figures of a review that counts, rates reckoned from their halves; None where none counts.

    Of a unit that gathers others' the sums are taken, where all of those are in. Seven queries at most.
    """
    review = counted(conference).filter(unit=unit_id).select_related("unit").first()
    kept = Outline.objects.filter(conference=conference).first() if review else None
    if review is None or kept is None:
        return None
    outline = outline_value(kept)
    found = _own(review) | _sums(conference, unit_id, outline)
    return values.Reported(outline, (*found.values(), *_rates(outline, found)))


def _own(review: Review) -> dict[Cell, values.Figure]:
    rows = counted_figures(Review.objects.filter(pk=review.pk)).filter(indicator__is_removed=False)
    said = [
        figure_value(row) for row in rows.select_related("indicator", "period").order_by("indicator__ordinal", "pk")
    ]
    return {(each.indicator, each.period): each for each in said}


def _sums(conference: Conference, unit_id: int, outline: values.Outline) -> dict[Cell, values.Figure]:
    """What all below a unit add up to, `gần` and the like forgotten; a sum that lacks units says nothing."""
    measures = {each.code: each.measure for each in outline.indicators}
    rows = Tally.objects.filter(conference=conference, unit=unit_id, own=False).select_related("indicator", "period")
    found = {}
    for row in rows:
        code, period = row.indicator.code, row.period.code
        value = value_of(Gather(row.indicator.gather), row.given, measure=row.indicator.measure, doubled=row.doubled)
        if code in measures and value is not None:
            whole = value if row.number >= row.expected else None
            found[code, period] = values.Figure(code, period, whole)
    return found


def _rates(outline: values.Outline, found: dict[Cell, values.Figure]) -> list[values.Figure]:
    """Each rate whose two halves are there and that no sum says already."""
    asked = [each for each in outline.indicators if each.gather is Gather.RATE]
    cells = [(each, period.code) for each, period in product(asked, outline.periods)]
    reckoned = [
        (each, code, rate(_value(found, each.numerator, code), _value(found, each.denominator, code), each.measure))
        for each, code in cells
        if (each.code, code) not in found
    ]
    return [values.Figure(each.code, code, value) for each, code, value in reckoned if value is not None]


def _value(found: dict[Cell, values.Figure], code: str, period: str) -> Decimal | None:
    figure = found.get((code, period))
    return figure.value if figure else None


def reported_words(conference_id: int, unit_id: int) -> str:
    """What a unit wrote in the review that stands: its report as it was read, else its answers, else its statements.

    Four queries at most; empty where it reported nothing, or only figures.
    """
    review = Review.objects.filter(conference=conference_id, unit=unit_id).first()
    latest = latest_version(review) if review else None
    if review is None or latest is None:
        return ""
    if latest.lines:
        return "\n".join(latest.lines)
    answers = Answer.objects.filter(review=review).exclude(text="").order_by("question__ordinal", "pk")
    said = list(answers.values_list("text", flat=True))
    statements = Statement.objects.filter(review=review, is_gone=False).order_by("ordinal", "pk")
    return "\n".join(said or statements.values_list("text", flat=True))
