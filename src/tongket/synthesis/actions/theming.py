"""A person shapes the themes: a new one, a new name, two made one, one made two; what was learnt goes along."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean
from tongket.reviews.models import Statement
from tongket.synthesis.actions.placing import move_statements, note_themes_moved, sort_soon
from tongket.synthesis.models import Placement, Theme
from tongket.synthesis.queries.themes import theme_named


class ThemeTwice(RuntimeError):
    """The host has a theme of this name already."""


@transaction.atomic
def add_theme(*, conference: Conference, name: str, phrases: Sequence[str] = (), by: User, now: datetime) -> Theme:
    """A theme of the host's own; raises ThemeTwice where it has one of that name."""
    said = clean(name)
    mine = Theme.objects.filter(host=conference.host)
    if theme_named(conference.host, said) is not None:
        raise ThemeTwice(said)
    last = mine.aggregate(last=Max("ordinal"))["last"] or 0
    theme = Theme.objects.create(
        host=conference.host,
        code=f"own-{mine.count() + 1}",
        name=said,
        phrases=[clean(each) for each in phrases if clean(each)],
        ordinal=last + 1,
    )
    _record("add_theme", theme, conference, by=by, now=now)
    return theme


@transaction.atomic
def rename_theme(
    *, theme: Theme, conference: Conference, name: str, phrases: Sequence[str], by: User, now: datetime
) -> Event:
    """Another name and other key phrases; where that changes anything, what nobody placed is sorted anew soon after."""
    said = clean(name)
    if theme_named(conference.host, said) not in {None, theme}:
        raise ThemeTwice(said)
    before = theme.name, theme.phrases
    theme.name, theme.phrases = said, [clean(each) for each in phrases if clean(each)]
    theme.save(update_fields=["name", "phrases"])
    if before != (theme.name, theme.phrases):
        # A theme's name is one of its key phrases.
        sort_soon(conference, now=now)
        note_themes_moved(conference, now=now)
    return _record("rename_theme", theme, conference, by=by, now=now)


@transaction.atomic
def merge_themes(*, theme: Theme, into: Theme, conference: Conference, by: User, now: datetime) -> Event:
    """Makes two themes one: statements and key phrases go over, the emptied one stays pointing there.

    What else the key phrases together draw near is found soon after.
    """
    into.phrases = list(dict.fromkeys((*into.phrases, *theme.phrases, theme.name)))
    if into.kinds and theme.kinds:
        into.kinds = list(dict.fromkeys((*into.kinds, *theme.kinds)))
    else:
        into.kinds = []
    into.save(update_fields=["phrases", "kinds"])
    Placement.objects.filter(theme=theme).update(theme=into)
    Theme.objects.filter(merged_into=theme).update(merged_into=into)
    theme.merged_into = into
    theme.save(update_fields=["merged_into"])
    sort_soon(conference, now=now)
    note_themes_moved(conference, now=now)
    return _record("merge_themes", theme, conference, by=by, now=now, into=into.pk)


@transaction.atomic
def split_theme(
    *, theme: Theme, conference: Conference, name: str, statements: Sequence[Statement], by: User, now: datetime
) -> Theme:
    """Some statements of a theme become one of their own; what is alike among the rest is proposed to follow."""
    made = add_theme(conference=conference, name=name, by=by, now=now)
    made.kinds = theme.kinds
    made.save(update_fields=["kinds"])
    move_statements(conference=conference, statements=statements, theme=made, by=by, now=now)
    _record("split_theme", theme, conference, by=by, now=now, into=made.pk)
    return made


def _record(
    verb: str, theme: Theme, conference: Conference, *, by: User, now: datetime, into: int | None = None
) -> Event:
    changes = {"into": into} if into is not None else {}
    return audit.record(verb=verb, subject=theme, scope=conference, by=by, now=now, changes=changes)
