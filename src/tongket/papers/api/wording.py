"""A paper and a remark as JSON says them."""

from typing import Any

from tongket.conferences.access import Rights
from tongket.core import clock
from tongket.core.findings import as_json
from tongket.papers.models import Comment, Paper, PaperVersion, Remark
from tongket.papers.queries.findings import findings_shown
from tongket.papers.queries.paper_page import PaperPage, paper_page

Answer = dict[str, Any]
FIGURES = ("pages_submitted", "pages_standard", "pages_single", "syllables", "speaking_minutes")


def paper_as_json(paper: Paper, rights: Rights) -> Answer:
    """One paper with its versions, latest first, as this reader may see it; `accepted_because` is the office's own."""
    page = paper_page(paper, rights, wanted=None, today=clock.today())
    return {
        "id": paper.pk,
        "unit": paper.duty.unit.name if paper.duty.unit else paper.duty.unit_name,
        "clause": paper.duty.clause,
        "topic": paper.topic,
        "title": paper.title,
        "speaker": paper.speaker_name,
        "speaker_post": paper.speaker_post,
        "co_authors": paper.co_authors,
        "state": paper.duty.state,
        "round": page.round,
        "late": page.days_late,
        **_limits(page),
        "versions": [version_as_json(row.version, rights) for row in page.versions],
        "comments": [_comment(comment) for comment in page.comments],
        "proposals": [{"topic": each.topic, "state": each.state, "answer": each.answer} for each in page.proposals],
    }


def _limits(page: PaperPage) -> Answer:
    limits = page.ruled.limits
    return {"pages_most": limits.pages, "minutes_most": limits.minutes, "rate": limits.rate}


def version_as_json(version: PaperVersion, rights: Rights) -> Answer:
    """One version with its figures and findings."""
    evidence = version.evidence
    return {
        "id": version.pk,
        "ordinal": version.ordinal,
        "round": version.round,
        "receipt": evidence.receipt,
        "channel": evidence.channel,
        "received_at": evidence.received_at,
        "file": version.file.name if version.file else None,
        "sha256": version.file.sha256 if version.file else None,
        "measured": version.state,
        **{name: version.measured.get(name) for name in FIGURES},
        "findings": [as_json(each) for each in findings_shown(version, is_host=rights.is_host)],
        **({"accepted_because": version.accepted_because} if rights.is_host else {}),
    }


def _comment(comment: Comment) -> Answer:
    return {
        "id": comment.pk,
        "text": comment.text,
        "quote": comment.quote,
        "version": comment.version.ordinal if comment.version else None,
        "sent_at": comment.sent_at,
        "settled_at": comment.settled_at,
    }


def remark_as_json(remark: Remark) -> Answer:
    """What a unit will say; `duty` is None where it only asks to speak."""
    return {
        "id": remark.pk,
        "unit": remark.unit.name,
        "unit_id": remark.unit_id,
        "duty": remark.duty_id,
        "speaker": remark.speaker_name,
        "speaker_post": remark.speaker_post,
        "subject": remark.subject,
        "minutes": float(remark.minutes) if remark.minutes is not None else None,
        "text": remark.text,
        "file": remark.file.name if remark.file else None,
        "state": remark.stands,
        "answer": remark.answer,
        "revision": remark.revision,
    }
