"""Statements come under themes: proposed by the program, moved by a person, whose every move teaches it at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from django.db import connection, transaction
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit, jobs
from tongket.core.lots import batched
from tongket.core.many_rows import insert_rows
from tongket.core.models import Event, Job, JobState
from tongket.reviews.models import Statement
from tongket.synthesis.actions.reports import kept_report
from tongket.synthesis.models import Kept, Placement, Report, Theme
from tongket.synthesis.queries.shelves import kept_stamps, order_of, shelves_of, stamps_of
from tongket.synthesis.queries.themes import AT_ONCE, learnt_of, standing_of, texts_of, theme_values, themes_of
from tongket.synthesis.themes import taxonomy
from tongket.synthesis.themes.news import News, Teller
from tongket.synthesis.themes.packing import fixed_part, standing_part
from tongket.synthesis.themes.shelf import shelve
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.values import Placed, Said
from tongket.units.models import Unit

# A move changes the proposals at once where all were sorted before it. Where themes or lessons changed since then in
# another way, up to so many statements are sorted anew with the move, more of them with the next run.
AT_ONCE_MOST = 20_000
SORT = "synthesis.sort"
SHELVES_AT_ONCE, MANY = 50, 10_000
Learnt = tuple[Said, str]
RESTAND = "UPDATE synthesis_kept SET standing = %s WHERE review_id = %s"


def shipped_themes(host: Unit) -> list[Theme]:
    """The host's themes; the shipped taxonomy becomes its own the first time."""
    rows = themes_of(host)
    if rows:
        return rows
    Theme.objects.bulk_create(
        Theme(
            host=host,
            code=each.code,
            name=each.name,
            phrases=list(each.phrases),
            kinds=[str(kind) for kind in each.kinds],
            ordinal=ordinal,
            is_shipped=True,
        )
        for ordinal, each in enumerate(taxonomy.load(), 1)
    )
    return themes_of(host)


@transaction.atomic
def place_statements(*, conference: Conference, reviews: Iterable[int] | None = None, now: datetime) -> int:
    """Proposes a theme for every statement nobody placed, of some reviews or of all; says how many it looked at.

    What a person placed stays. Over all reviews only those are looked at whose statements changed since, unless themes
    or lessons did: then all are.
    """
    report = kept_report(conference, now=now)
    themes = shipped_themes(conference.host)
    told, learnt = theme_values(themes), learnt_of(conference.host)
    order = order_of(told, learnt)
    is_as_it_was = report.sorted_by == order
    wanted = stamps_of(conference, told, reviews)
    if is_as_it_was and reviews is None:
        kept = kept_stamps(conference)
        wanted = {review: stamp for review, stamp in wanted.items() if kept.get(review) != stamp}
    said = standing_of(conference, wanted)
    proposed = _shelved(Sorter(told, learnt), said, wanted)
    _propose(conference, proposed, {theme.code: theme.pk for theme in themes})
    if reviews is None:
        Kept.objects.filter(review__conference=conference).exclude(review__statements__is_gone=False).delete()
    if not is_as_it_was:
        # Where some reviews only were sorted by this order, there is none by which all are.
        Report.objects.filter(pk=report.pk).update(sorted_by=order if reviews is None else "")
    return len(said)


def _shelved(sorter: Sorter, said: Iterable[tuple[int, Said]], stamps: Mapping[int, str]) -> list[Placed]:
    """Fills a shelf for each review and keeps it; tells what is proposed."""
    proposed: list[Placed] = []

    def columns() -> Iterator[tuple[object, ...]]:
        for review, rows in groupby(said, key=itemgetter(0)):
            shelf, placed = shelve(sorter, (each for _review, each in rows))
            proposed.extend(placed)
            yield review, stamps[review], fixed_part(shelf), standing_part(shelf)

    for some in batched(columns(), SHELVES_AT_ONCE):
        insert_rows(Kept, ("review", "stamp", "fixed", "standing"), some, renew_by=("review",))
    return proposed


def _propose(conference: Conference, proposed: Sequence[Placed], themes: Mapping[str, int]) -> None:
    """Writes the proposals that differ from what stands, all but those for what a person placed."""
    standing = dict(_standing(conference, [placed.key for placed in proposed]))
    rows = []
    for placed in proposed:
        theme, stands = themes.get(placed.theme), standing.get(placed.key)
        if stands is None or (not stands[1] and stands[0] != theme):
            rows.append((placed.key, theme, placed.score))
    insert_rows(Placement, ("statement", "theme", "score"), rows, renew_by=("statement",))


def _standing(conference: Conference, keys: Sequence[int]) -> Iterator[tuple[int, tuple[int | None, bool]]]:
    """Where these statements stand now, and whether a person put them there, in pieces that every database takes."""
    pieces: Iterable[Sequence[int] | None] = batched(keys, AT_ONCE) if len(keys) < MANY else (None,)
    for some in pieces:
        rows = Placement.objects.filter(statement__review__conference=conference)
        rows = rows if some is None else Placement.objects.filter(statement__in=some)
        for key, theme, by in rows.values_list("statement_id", "theme_id", "placed_by_id"):
            yield key, (theme, by is not None)


@transaction.atomic
def move_statements(
    *, conference: Conference, statements: Sequence[Statement], theme: Theme | None, by: User, now: datetime
) -> Event:
    """A person puts statements under a theme, or under none; the proposals for the rest change at once.

    Where all are sorted anew soon (`sort_soon`) they change then.
    """
    report = kept_report(conference, now=now)
    themes = shipped_themes(conference.host)
    told, before = theme_values(themes), learnt_of(conference.host)
    for row in statements:
        Placement.objects.update_or_create(
            statement=row, defaults={"theme": theme, "score": 1, "placed_by": by, "placed_at": now}
        )
    if report.sorted_by == order_of(told, before):
        after = learnt_of(conference.host)
        _teach(conference, _news(Sorter(told, after), before, after), {theme.code: theme.pk for theme in themes})
        Report.objects.filter(pk=report.pk).update(sorted_by=order_of(told, after))
    elif not _is_sorted_soon(conference) and _are_few(conference):
        place_statements(conference=conference, now=now)
    note_themes_moved(conference, now=now)
    changes = {"statements": [row.pk for row in statements], "theme": theme.pk if theme else None}
    subject = theme or conference
    return audit.record(verb="move_statements", subject=subject, scope=conference, by=by, now=now, changes=changes)


def _are_few(conference: Conference) -> bool:
    return Statement.objects.filter(review__conference=conference, is_gone=False).count() <= AT_ONCE_MOST


def sort_soon(conference: Conference, *, now: datetime) -> None:
    """Queues the sorting anew of what nobody placed, once: thousands of reports take longer than a person waits.

    A job that is taken up meanwhile waits for the report, and so sees what the caller changed.
    """
    kept_report(conference, now=now)
    if not _is_sorted_soon(conference):
        jobs.start_job(SORT, conference_id=conference.pk)


def _is_sorted_soon(conference: Conference) -> bool:
    # One that was never handed over waits for good; another takes its place.
    waiting = Job.objects.filter(name=SORT, state=JobState.WAITING, run_at__gt=timezone.now() - jobs.LONGEST_RUN)
    return waiting.filter(arguments__conference_id=conference.pk).exists()


def _news(sorter: Sorter, before: Iterable[Learnt], after: Iterable[Learnt]) -> News:
    """The lessons that came and went between two readings of them; the sorter knows the later."""
    come, gone = {*after} - {*before}, {*before} - {*after}
    return News(
        sorter,
        tuple(sorter.lesson(said, theme) for said, theme in come),
        tuple(sorter.lesson(said, theme) for said, theme in gone),
    )


def _teach(conference: Conference, news: News, themes: Mapping[str, int]) -> None:
    """Lets lessons that came and went change the proposals for the rest."""
    teller, shelves = Teller(news), list(shelves_of(conference))
    deaf = [key for _review, shelf in shelves for key in teller.deaf(shelf)] if news.gone else []
    texts = dict(texts_of(deaf))
    changed, stands = list[Placed](), list[tuple[bytes, int]]()
    for review, shelf in shelves:
        placed, is_other = teller.tell(shelf, texts)
        changed += placed
        stands += [(standing_part(shelf), review)] if is_other else []
    _restand(stands)
    _propose(conference, changed, themes)


def _restand(rows: Sequence[tuple[bytes, int]]) -> None:
    """Writes where the lines of many shelves stand now, by review."""
    with connection.cursor() as cursor:
        cursor.executemany(RESTAND, rows)


def note_themes_moved(conference: Conference, *, now: datetime) -> None:
    """The report no longer says what the themes say; a run mends it."""
    report = kept_report(conference, now=now)
    report.moved_at = now
    report.save(update_fields=["moved_at"])
