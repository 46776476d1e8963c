"""Another topic: a unit proposes one, the office grants or refuses it."""

from datetime import datetime

from django.db import IntegrityError, transaction

from tongket.accounts.models import User
from tongket.conferences.actions.taking_in import must_take_in
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import nfc
from tongket.papers.actions.keeping import kept
from tongket.papers.models import Paper, TopicProposal
from tongket.papers.rules import TopicState


class TopicMoved(RuntimeError):
    """A proposal waits already, or this one was answered or taken back by somebody else."""


@transaction.atomic
def propose_topic(*, paper: Paper, topic: str, reason: str, by: User, now: datetime) -> TopicProposal:
    """Asks the office for another topic; raises TopicMoved where one waits for its answer, and CalledOff."""
    must_take_in(paper.duty.conference)
    row = kept(paper)
    said = {"topic": nfc(topic).strip(), "reason": nfc(reason).strip()}
    try:
        with transaction.atomic():
            proposal = TopicProposal.objects.create(paper=row, asked_by=by, asked_at=now, **said)
    except IntegrityError:
        raise TopicMoved("asked") from None
    _record("propose_topic", proposal, paper, by=by, now=now)
    return proposal


@transaction.atomic
def answer_topic(*, proposal: TopicProposal, granted: bool, answer: str, by: User, now: datetime) -> TopicProposal:
    """Grants the proposal, which is then the paper's topic, or refuses it; raises TopicMoved, CalledOff."""
    must_take_in(proposal.paper.duty.conference)
    row = kept(proposal.paper)
    state = TopicState.GRANTED if granted else TopicState.REFUSED
    said = {"state": state, "answer": nfc(answer).strip(), "decided_by": by, "decided_at": now}
    if TopicProposal.objects.filter(pk=proposal.pk, state=TopicState.ASKED).update(**said) != 1:
        raise TopicMoved(proposal.state)
    for name, value in said.items():
        setattr(proposal, name, value)
    if granted:
        row.granted_topic = proposal.topic
        row.save(update_fields=["granted_topic"])
        proposal.paper.granted_topic = proposal.topic
    _record(f"topic_{state}", proposal, proposal.paper, by=by, now=now)
    return proposal


@transaction.atomic
def withdraw_topic(*, proposal: TopicProposal, by: User, now: datetime) -> Event:
    """Takes a proposal back that nobody answered; raises TopicMoved, CalledOff."""
    must_take_in(proposal.paper.duty.conference)
    event = _record("withdraw_topic", proposal, proposal.paper, by=by, now=now)
    if TopicProposal.objects.filter(pk=proposal.pk, state=TopicState.ASKED).delete()[0] != 1:
        raise TopicMoved(proposal.state)
    return event


@transaction.atomic
def restore_topic(*, paper: Paper, by: User, now: datetime) -> Paper:
    """Lets the plan's words be the topic again; raises CalledOff."""
    must_take_in(paper.duty.conference)
    row = kept(paper)
    row.granted_topic = ""
    row.save(update_fields=["granted_topic"])
    paper.granted_topic = ""
    audit.record(verb="restore_topic", subject=row, scope=paper.duty.conference, by=by, now=now)
    return row


def _record(verb: str, proposal: TopicProposal, paper: Paper, *, by: User, now: datetime) -> Event:
    changes = {"paper": paper.pk}
    return audit.record(verb=verb, subject=proposal, scope=paper.duty.conference, by=by, now=now, changes=changes)
