"""Writing in the page: the draft is kept as one types, and two windows never lose each other's words."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.duties import start_working
from tongket.conferences.actions.taking_in import takes_in
from tongket.conferences.rules import DutyState
from tongket.core import audit
from tongket.core.text import nfc
from tongket.papers.actions.keeping import kept
from tongket.papers.models import DraftAside, Paper

LONGEST = 400_000


class DraftMoved(RuntimeError):
    """Another window saved since; what this one holds is kept aside. `paper` is the draft as it stands."""

    def __init__(self, paper: Paper, aside: DraftAside) -> None:
        super().__init__(f"{paper.pk}: {paper.draft_revision}")
        self.paper, self.aside = paper, aside


def save_draft(*, paper: Paper, text: str, revision: int, by: User, now: datetime) -> Paper:
    """Keeps what is being written, if nobody saved since `revision`; returns the paper with its new revision.

    The first words put the duty to work. The trail says who wrote last, once for each person in a row. Raises
    DraftMoved, with the refused text kept aside for its writer, and ValueError for a text longer than any paper.
    """
    if len(text) > LONGEST:
        raise ValueError(f"{len(text)} letters, wanted at most {LONGEST}")
    saved, aside = _save(paper, nfc(text.replace("\0", "").replace("\r\n", "\n")), revision, by=by, now=now)
    if aside is not None:
        raise DraftMoved(saved, aside)
    return saved


@transaction.atomic
def _save(paper: Paper, text: str, revision: int, *, by: User, now: datetime) -> tuple[Paper, DraftAside | None]:
    row = kept(paper)
    if text == row.draft:
        return row, None
    if row.draft_revision != revision:
        aside, _is_new = DraftAside.objects.update_or_create(
            paper=row, made_by=by, defaults={"text": text, "made_at": now}
        )
        return row, aside
    row.draft, row.draft_revision, row.draft_at = text, revision + 1, now
    row.save(update_fields=["draft", "draft_revision", "draft_at"])
    if paper.duty.state == DutyState.OPEN and text.strip() and takes_in(paper.duty.conference):
        start_working(duty=paper.duty, by=by, now=now)
        audit.record(verb="begin_draft", subject=row, scope=paper.duty.conference, by=by, now=now)
    return row, None


@transaction.atomic
def take_aside(*, aside: DraftAside, revision: int, by: User, now: datetime) -> Paper:
    """Puts what was kept aside in the place of the draft, which is kept aside in its turn; raises DraftMoved."""
    row = kept(aside.paper)
    if row.draft_revision != revision:
        raise DraftMoved(row, aside)
    text, other = aside.text, row.draft
    row.draft, row.draft_revision, row.draft_at = text, revision + 1, now
    row.save(update_fields=["draft", "draft_revision", "draft_at"])
    DraftAside.objects.filter(pk=aside.pk).update(text=other, made_at=now)
    audit.record(verb="take_aside", subject=row, scope=row.duty.conference, by=by, now=now)
    return row


@transaction.atomic
def drop_aside(*, aside: DraftAside, by: User, now: datetime) -> None:
    """Forgets what was kept aside: the draft as it stands is the one wanted."""
    audit.record(verb="drop_aside", subject=aside.paper, scope=aside.paper.duty.conference, by=by, now=now)
    aside.delete()
