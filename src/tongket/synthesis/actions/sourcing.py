"""What sentences stand on: set by a run where nobody chose, chosen by a person, and who vouches where there is none."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.synthesis.actions.reports import ReportMoved
from tongket.synthesis.models import Passage, PassageSource
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Passage as Fresh
from tongket.synthesis.values import Source


def put_sources(rows: Sequence[Passage], fresh: Mapping[str, Fresh]) -> None:
    """Gives each sentence the program's sources of now; one whose sources a person chose keeps those.

    Only what differs is written; a few queries for any number of sentences.
    """
    standing: dict[int, dict[tuple[str, int], PassageSource]] = {}
    for source in PassageSource.objects.filter(passage__in=[row.pk for row in rows]):
        standing.setdefault(source.passage_id, {})[source.sort, source.key] = source
    new: list[PassageSource] = []
    gone: list[int] = []
    for row in rows:
        mine = standing.get(row.pk, {})
        if any(source.chosen_by_id for source in mine.values()):
            continue
        wanted = {(str(each.sort), each.key): each for each in fresh[row.slot].sources}
        new += [_row(row, each) for key, each in wanted.items() if key not in mine]
        gone += [source.pk for key, source in mine.items() if key not in wanted]
    PassageSource.objects.filter(pk__in=gone).delete()
    PassageSource.objects.bulk_create(new, batch_size=500)


def _row(passage: Passage, source: Source, by: User | None = None) -> PassageSource:
    where = source.where[:300]
    return PassageSource(
        passage=passage, sort=source.sort, key=source.key, quote=source.quote, where=where, chosen_by=by
    )


@transaction.atomic
def choose_sources(*, passage: Passage, sources: Iterable[Source], revision: int, by: User, now: datetime) -> Event:
    """Sets the sources of a sentence as a person chose them; no run changes them then. Raises ReportMoved."""
    turn_passage(passage, revision, {})
    passage.sources.all().delete()
    once = {(each.sort, each.key): each for each in sources}
    PassageSource.objects.bulk_create(_row(passage, each, by) for each in once.values())
    return _record("choose_sources", passage, {"sources": [f"{sort}:{key}" for sort, key in once]}, by=by, now=now)


@transaction.atomic
def follow_sources(*, passage: Passage, revision: int, by: User, now: datetime) -> Event:
    """Gives the choice of sources back to the program; the next run sets them."""
    turn_passage(passage, revision, {})
    passage.sources.update(chosen_by=None)
    return _record("follow_sources", passage, {}, by=by, now=now)


@transaction.atomic
def vouch(*, passage: Passage, because: str, revision: int, by: User, now: datetime) -> Event:
    """A named person answers for a sentence; the source annex prints who and why. Raises ReportMoved."""
    turn_passage(passage, revision, {"vouched_by": by, "vouched_at": now, "vouched_because": clean(because)})
    return _record("vouch", passage, {}, by=by, now=now)


@transaction.atomic
def take_back_vouching(*, passage: Passage, revision: int, by: User, now: datetime) -> Event:
    """Nobody answers for the sentence any more."""
    turn_passage(passage, revision, {"vouched_by": None, "vouched_at": None, "vouched_because": ""})
    return _record("take_back_vouching", passage, {}, by=by, now=now)


def turn_passage(passage: Passage, revision: int, values: Mapping[str, object]) -> None:
    """Sets fields of a sentence where it still stands at `revision`; raises ReportMoved where it does not."""
    standing = Passage.objects.filter(pk=passage.pk, revision=revision)
    if standing.update(**values, revision=revision + 1) != 1:
        raise ReportMoved(passage.pk)
    for name, value in values.items():
        setattr(passage, name, value)
    passage.revision = revision + 1


def _record(verb: str, passage: Passage, changes: dict[str, object], *, by: User, now: datetime) -> Event:
    scope = passage.section.report.conference
    return audit.record(verb=verb, subject=passage, scope=scope, by=by, now=now, changes=changes)


def is_source(sort: str) -> bool:
    """Whether a person may choose a source of this sort."""
    return sort in {SourceSort.STATEMENT, SourceSort.FIGURE, SourceSort.TALLY, SourceSort.EXEMPLAR}
