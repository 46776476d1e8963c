"""What stands in a review's rows, as the value that forms, bundles and checks take."""

from tongket.reviews import values
from tongket.reviews.models import Answer, Figure, Mention, Review
from tongket.reviews.queries.reviews import latest_version
from tongket.reviews.rules import FigureState, Manner


def filled_of(review: Review) -> values.Filled:
    """What the unit submitted last, whole, removed questions and indicators too; four queries, none for a new one."""
    if not review.pk:
        return values.Filled(unit=review.unit.name)
    answers = Answer.objects.filter(review=review).exclude(text="").select_related("question")
    latest = latest_version(review)
    return values.Filled(
        unit=review.unit.name,
        revision=latest.outline_revision if latest else None,
        answers={row.question.code: row.text for row in answers.order_by("question__ordinal", "pk")},
        figures=figures_of(review),
        exemplars=tuple(_named(row) for row in Mention.objects.filter(review=review).order_by("pk")),
        manner=Manner(review.manner) if review.manner else None,
        held_on=review.held_on,
        signer=review.signer_name,
        signer_post=review.signer_post,
        place=review.place,
        attended=review.attended,
    )


def figures_of(review: Review) -> tuple[values.Figure, ...]:
    """The figures as they stand, in the order of the outline; one query."""
    rows = Figure.objects.filter(review=review).select_related("indicator", "period")
    ordered = rows.order_by("indicator__ordinal", "indicator_id", "period__last_on", "pk")
    return tuple(figure_value(row) for row in ordered)


def figure_value(row: Figure) -> values.Figure:
    """A figure's row as a value; its indicator and period must be loaded."""
    return values.Figure(
        indicator=row.indicator.code,
        period=row.period.code,
        value=row.value,
        written=row.written,
        about=row.about,
        note=row.note,
        quote=row.quote,
        place=values.Place(row.page, row.block, row.cell),
        state=FigureState(row.state),
    )


def _named(row: Mention) -> values.Named:
    return values.Named(row.name, row.owner_name, row.place_name, row.quote)
