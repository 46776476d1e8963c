"""The office decides on a paper: gives it back with its comments, or takes it, and says why in spite of what."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved, accept, return_for_mending
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core import audit, clock
from tongket.core.findings import Finding
from tongket.core.models import Event
from tongket.core.stored_findings import findings_from_json
from tongket.core.text import nfc
from tongket.documents.parts import changed as tell_volume
from tongket.mailbox.actions.mending import Mending, drop_mending, mending_to_outbox
from tongket.papers.models import Comment, Paper, PaperVersion
from tongket.papers.queries.papers import latest_version
from tongket.papers.rules import Measured, against


class NothingToMend(ValueError):
    """A paper is given back with a word on what to mend, or with comments; here is neither."""


class StandsAgainst(ValueError):
    """Something blocks the paper; `codes` and `findings` say what. Taking it all the same needs a reason."""

    def __init__(self, codes: Sequence[str], findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(codes))
        self.codes, self.findings = tuple(codes), tuple(findings)


@transaction.atomic
def return_paper(*, paper: Paper, remark: str, due_at: datetime | None, by: User, now: datetime) -> Event:
    """Gives the paper back with what must be mended by `due_at`; comments that waited are sent with it.

    A letter to the unit waits in the outbox. The next version begins a new round. Raises NothingToMend, DutyMoved.
    """
    version = latest_version(paper)
    waiting = Comment.objects.filter(paper=paper.pk, sent_at=None).order_by("pk")
    said = "\n".join([part for part in (nfc(remark).strip(), *lines_of(waiting)) if part])
    if not said:
        raise NothingToMend
    was_bound = paper.duty.state == DutyState.ACCEPTED
    event = return_for_mending(duty=paper.duty, remark=said, due_at=due_at, by=by, now=now)
    sent = list(waiting.values_list("pk", flat=True))
    Comment.objects.filter(pk__in=sent).update(sent_at=now)
    changes = {"event": event.pk, "comments": sent, "version": version.pk if version else None}
    _record("return_paper", paper, changes, by=by, now=now)
    mending = Mending(paper.duty, _named(paper), said, due_at, once=f"returned:{event.pk}")
    mending_to_outbox(mending=mending, by=by, now=now)
    if was_bound:
        tell_volume(paper.duty.conference_id, now=now)
    return event


def _named(paper: Paper) -> str:
    """The paper in a letter, which is Vietnamese for every reader."""
    with translation.override("vi"):
        return _("tham luận “%(title)s”") % {"title": paper.title} if paper.title else _("tham luận")


def lines_of(comments: Iterable[Comment]) -> list[str]:
    """Comments as lines of the office's word on the duty: the words of the paper they concern, then what is said."""
    return [f"- “{each.quote}”: {each.text}" if each.quote else f"- {each.text}" for each in comments]


@transaction.atomic
def accept_paper(*, paper: Paper, because: str = "", by: User, now: datetime) -> Event:
    """Takes the latest version; with something against it only with `because`, which is kept with the version.

    Comments that waited are sent with it. Raises StandsAgainst where a reason is needed, DutyMoved.
    """
    version = latest_version(paper)
    if version is None:
        raise DutyMoved("no version")
    findings = findings_from_json(version.findings)
    codes = against(Measured(version.state), findings)
    if codes and not because.strip():
        raise StandsAgainst(codes, [finding for finding in findings if finding.code in codes])
    event = accept(duty=paper.duty, by=by, now=now)
    kept = {"accepted_because": nfc(because).strip() if codes else "", "accepted_despite": list(codes)}
    PaperVersion.objects.filter(pk=version.pk).update(**kept)
    sent = list(Comment.objects.filter(paper=paper.pk, sent_at=None).values_list("pk", flat=True))
    Comment.objects.filter(pk__in=sent).update(sent_at=now)
    changes = {"event": event.pk, "version": version.pk, "despite": list(codes), "comments": sent}
    _record("accept_paper", paper, changes, by=by, now=now)
    tell_volume(paper.duty.conference_id, now=now)
    return event


@transaction.atomic
def decision_undone(event: Event) -> None:
    """What goes back together with a change of the duty: comments wait again, a reason to take it is forgotten.

    A letter about a return that still waits is put aside. Called by the room of duties inside its own transaction,
    whichever page or mail took the change back.
    """
    verbs = ("return_paper", "accept_paper")
    line = Event.objects.filter(verb__in=verbs, subject=_subject(event), changes__event=event.pk).first()
    if line is None:
        return
    Comment.objects.filter(pk__in=line.changes["comments"]).update(sent_at=None)
    if line.verb == "accept_paper":
        taken = PaperVersion.objects.filter(pk=line.changes["version"])
        taken.update(accepted_because="", accepted_despite=[])
    else:
        drop_mending(duty=Duty(pk=int(_key(event.subject))), now=clock.now())
    tell_volume(int(_key(event.scope)), now=event.at)


def _subject(event: Event) -> str:
    """The paper of the duty that `event` changed: both have one number."""
    return f"paper:{_key(event.subject)}"


def _key(reference: str) -> str:
    """The number in a reference of the trail: `7` of `duty:7`."""
    return reference.partition(":")[2]


def _record(verb: str, paper: Paper, changes: dict[str, object], *, by: User, now: datetime) -> Event:
    scope = paper.duty.conference
    return audit.record(verb=verb, subject=paper, scope=scope, by=by, now=now, changes=changes)
