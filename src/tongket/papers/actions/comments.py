"""Comments of the office on a paper: gathered while it is examined, sent when it is returned or accepted."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean, nfc
from tongket.papers.actions.keeping import kept
from tongket.papers.models import Comment, Paper, PaperVersion


class CommentSent(RuntimeError):
    """The unit has read this comment, or somebody else changed it first; a sent one can be settled, nothing else."""


@transaction.atomic
def add_comment(
    *,
    paper: Paper,
    version: PaperVersion | None,
    text: str,
    quote: str = "",
    block: int | None = None,
    page: int | None = None,
    by: User,
    now: datetime,
) -> Comment:
    """Keeps what somebody of the office says of a paper, at the words `quote` of a block where it concerns some."""
    row = kept(paper)
    said = {"text": _lines(text), "quote": clean(quote)[:500], "block": block, "page": page}
    comment = Comment.objects.create(paper=row, version=version, made_by=by, made_at=now, **said)
    _record("add_comment", comment, paper, by=by, now=now)
    return comment


@transaction.atomic
def edit_comment(*, comment: Comment, text: str, seen: str | None = None, by: User, now: datetime) -> Comment:
    """Says it otherwise, as long as it was not sent; its place stays. `seen` are its words as they were read.

    Raises CommentSent.
    """
    row = Comment.objects.select_for_update().filter(pk=comment.pk, sent_at=None).first()
    if row is None or (seen is not None and _lines(seen) != _lines(row.text)):
        raise CommentSent(comment.pk)
    comment.text = row.text = _lines(text)
    row.save(update_fields=["text"])
    _record("edit_comment", comment, comment.paper, by=by, now=now)
    return comment


def _lines(text: str) -> str:
    """Words as they are kept; browsers end lines in their own way."""
    return nfc(text).replace("\r\n", "\n").strip()


@transaction.atomic
def drop_comment(*, comment: Comment, by: User, now: datetime) -> Event:
    """Forgets a comment that was not sent; raises CommentSent."""
    event = _record("drop_comment", comment, comment.paper, by=by, now=now)
    if Comment.objects.filter(pk=comment.pk, sent_at=None).delete()[0] != 1:
        raise CommentSent(comment.pk)
    return event


@transaction.atomic
def settle_comment(*, comment: Comment, settled: bool, by: User, now: datetime) -> Comment:
    """Marks a comment as heeded by a later version, or not yet."""
    comment.settled_at = now if settled else None
    comment.save(update_fields=["settled_at"])
    _record("settle_comment" if settled else "unsettle_comment", comment, comment.paper, by=by, now=now)
    return comment


def _record(verb: str, comment: Comment, paper: Paper, *, by: User, now: datetime) -> Event:
    changes = {"paper": paper.pk, "version": comment.version_id}
    return audit.record(verb=verb, subject=comment, scope=paper.duty.conference, by=by, now=now, changes=changes)
