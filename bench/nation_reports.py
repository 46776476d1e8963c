"""The written reports of a whole nation and each step from there to the draft; needs Django ready."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial
from itertools import product
from random import Random

from django.db import transaction
from tests.factories.accounts import NOW, create_user
from tests.factories.reports import sample_outline, sample_report
from tests.factories.themes import labelled

from bench.nation import MADE_AT, seed
from bench.rolling import Took, peak_megabytes, timed
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core.jobs import KINDS
from tongket.core.many_rows import insert_rows
from tongket.core.models import Job, JobState
from tongket.reviews.actions.deciding import confirm_review
from tongket.reviews.actions.outline import question_row
from tongket.reviews.actions.statements import write_statements
from tongket.reviews.actions.submitting import submit_review
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.cutting import cut_report
from tongket.reviews.models import Indicator, Outline, Period, Review, ReviewVersion, Statement
from tongket.reviews.reports.lines import lines_of
from tongket.reviews.reports.sections import sections_of
from tongket.reviews.reports.values import Line, ReportRead
from tongket.reviews.rules import CameAs, FigureState, Gather
from tongket.reviews.values import Figure, Filled
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.actions.placing import move_statements, place_statements
from tongket.synthesis.actions.recommending import gather_recommendations
from tongket.synthesis.models import Passage, Placement, Theme

AT_ONCE = 100
MOVES = 10
Figures = dict[str, float]


def seeded(communes: int) -> Figures:
    """Every unit right below the host with its figures, and a version of its report that nobody has cut yet."""
    conference = seed(communes, flat=True)
    outline = Outline.objects.get(conference=conference)
    for ordinal, question in enumerate(sample_outline().questions, 1):
        question_row(outline, question, ordinal).save()
    came = Review.objects.filter(conference=conference, confirmed_at__isnull=False).order_by("pk")
    rows = [(key,) for key in came.values_list("pk", flat=True)]
    shared = {"ordinal": 1, "came_as": CameAs.REPORT, "received_at": NOW, "made_at": NOW}
    insert_rows(ReviewVersion, ("review",), rows, shared=shared)
    added = timed(lambda: recalculate(conference=conference, by=None, now=NOW), 1)
    return {"reports": len(rows), "added_cpu": added.cpu}


def report(number: int) -> ReportRead:
    """The report of that number under its headings, every line with some words of its own."""
    draw, words = Random(number), _words()

    def own(line: Line) -> Line:
        return line if line.cells else replace(line, text=f"{line.text.rstrip('.')} {' '.join(draw.sample(words, 3))}.")

    made = sections_of(lines_of(sample_report(number).manuscript), sample_outline())
    return ReportRead(tuple(replace(each, lines=tuple(map(own, each.lines))) for each in made))


@cache
def _words() -> list[str]:
    return sorted({word for row in labelled() for word in row.text.split() if word.isalpha()})


def cut() -> Figures:
    """Every report cut into statements, and those stored as a version that comes stores them."""
    outline = Outline.objects.get()
    took = [_cut_some(outline, some) for some in _in_parts()]
    return _told(took) | {"statements": Statement.objects.count()}


def _in_parts() -> Iterator[list[ReviewVersion]]:
    versions = ReviewVersion.objects.select_related("review").order_by("pk")
    for first in range(0, versions.count(), AT_ONCE):
        yield list(versions[first : first + AT_ONCE])


def _cut_some(outline: Outline, versions: list[ReviewVersion]) -> Took:
    read = [(version, report(version.pk)) for version in versions]

    @transaction.atomic
    def work() -> None:
        for version, each in read:
            write_statements(version, outline, cut_report(each))

    return timed(work, 1)


def placed() -> Figures:
    """Every statement put under a theme."""
    return _step(lambda conference: place_statements(conference=conference, now=NOW)) | {
        "placed": Placement.objects.filter(theme__isnull=False).count()
    }


def gathered() -> Figures:
    """The recommendations of all reports, each once."""
    return _step(lambda conference: transaction.atomic(gather_recommendations)(conference=conference, now=NOW))


def drafted() -> Figures:
    """The draft as its page composes it, whatever of themes and recommendations is there already."""
    return _step(lambda conference: compose_report(conference=conference, by=None, now=NOW)) | {
        "passages": Passage.objects.count()
    }


def _step(work: Callable[[Conference], object]) -> Figures:
    conference = Conference.objects.select_related("host").get()
    return _told([timed(lambda: work(conference), 1)])


def one_more() -> Figures:
    """A late report comes and counts; its jobs run; the draft is composed anew."""
    conference = Conference.objects.select_related("host").get()
    late = Review.objects.filter(conference=conference, confirmed_at__isnull=True).order_by("pk")
    found: Figures = {}
    for name, took in _one_more(conference, late[0], create_user(email="units@bench.vn")):
        found |= {f"{name}_{key}": value for key, value in _told([took]).items()}
    return found


def _one_more(conference: Conference, review: Review, user: User) -> Iterator[tuple[str, Took]]:
    read = report(review.pk)
    cuts, filled = cut_report(read), Filled(figures=_figures(conference))
    came = partial(submit_review, review=review, filled=filled, came_as=CameAs.FORM, cuts=cuts, by=user, now=NOW)
    yield "come", timed(came, 1)
    fresh = Review.objects.select_related("conference__host", "unit").get(pk=review.pk)
    yield "counts", timed(lambda: confirm_review(review=fresh, by=user, now=NOW), 1)
    yield "jobs", timed(_run_jobs, 1)
    yield "draft", timed(lambda: compose_report(conference=conference, by=None, now=NOW), 1)


def _figures(conference: Conference) -> tuple[Figure, ...]:
    indicators = Indicator.objects.filter(outline__conference=conference).exclude(gather=Gather.RATE)
    periods = Period.objects.filter(outline__conference=conference)
    return tuple(
        Figure(row.code, period.code, Decimal(MADE_AT.day * 7), state=FigureState.CONFIRMED)
        for row, period in product(indicators, periods)
    )


def _run_jobs() -> None:
    for job in Job.objects.filter(state=JobState.WAITING).order_by("pk"):
        if job.name.startswith("synthesis."):
            KINDS[job.name].handler(**job.arguments)
            Job.objects.filter(pk=job.pk).update(state=JobState.DONE, ended_at=NOW)


def moved() -> Figures:
    """A person puts statements under other themes, one by one, and the rest is proposed anew."""
    conference = Conference.objects.select_related("host").get()
    user, draw = create_user(email="host@bench.vn"), Random(0)
    themes, keys = list(Theme.objects.order_by("pk")), list(Statement.objects.values_list("pk", flat=True))
    before = dict(Placement.objects.values_list("statement", "theme"))
    took = []
    for _ in range(MOVES):
        rows, theme = list(Statement.objects.filter(pk=draw.choice(keys))), draw.choice(themes)
        move = partial(move_statements, conference=conference, statements=rows, theme=theme, by=user, now=NOW)
        took.append(timed(move, 1))
    after = dict(Placement.objects.values_list("statement", "theme"))
    worst = Took(max(each.seconds for each in took), max(each.cpu for each in took))
    return _told([worst]) | {"changed": sum(after[key] != theme for key, theme in before.items())}


def _told(took: list[Took]) -> Figures:
    return {
        "seconds": sum(each.seconds for each in took),
        "cpu": sum(each.cpu for each in took),
        "peak": peak_megabytes(),
    }
