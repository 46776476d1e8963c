"""The report as JSON: its sections and sentences with sources, runs, findings, sentences written."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema, Status

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.core import clock
from tongket.core.findings import as_json
from tongket.synthesis.access import run_passage_for
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.actions.sourcing import vouch
from tongket.synthesis.actions.writing import add_passage, edit_passage, leave_out
from tongket.synthesis.models import Passage, Report, Section
from tongket.synthesis.queries.draft import examined, passages_of

router = Router()
Answer = dict[str, Any]


class Words(Schema):
    """What a person writes; `revision` is the one that was read."""

    text: str
    revision: int


class New(Schema):
    """A sentence of the person's own in a section, by its code."""

    section: str
    text: str


class Left(Schema):
    """Whether a sentence is left out."""

    left_out: bool
    revision: int


class Answerer(Schema):
    """Why somebody answers for a sentence."""

    because: str
    revision: int


def passage_as_json(row: Passage) -> Answer:
    """A sentence with what it stands on."""
    return {
        "id": row.pk,
        "section": row.section.code,
        "slot": row.slot or None,
        "text": row.text,
        "composed": row.composed or None,
        "origin": row.origin,
        "has_news": row.has_news,
        "left_out": row.is_left_out,
        "vouched_by": row.vouched_by.name if row.vouched_by else None,
        "revision": row.revision,
        "figures": {gap: kept["printed"] for gap, kept in row.figures.items()},
        "sources": [
            {"sort": each.sort, "id": each.key, "where": each.where, "quote": each.quote} for each in row.sources.all()
        ],
    }


@router.get("{int:conference_id}/report")
def read(request: HttpRequest, conference_id: int) -> Answer:
    """The report as it stands, section by section."""
    conference, _rights = office_for(request, conference_id)
    report = get_object_or_404(Report, conference=conference)
    sections = report.sections.order_by("ordinal")
    return {
        "composed_at": report.composed_at,
        "moved": len(report.moved),
        "sections": [{"code": row.code, "heading": row.heading, "clause": row.clause or None} for row in sections],
        "passages": [passage_as_json(row) for row in passages_of(report)],
    }


@router.get("{int:conference_id}/report/findings")
def findings(request: HttpRequest, conference_id: int) -> Answer:
    """What the checks say of the report against the data of now."""
    conference, _rights = office_for(request, conference_id)
    found = examined(conference)
    coverage = found.material.coverage
    return {
        "counted": coverage.counted,
        "expected": coverage.expected,
        "findings": [as_json(each) | {"passage": each.values.get("passage")} for each in found.findings],
    }


@router.post("{int:conference_id}/report/compose")
def compose(request: HttpRequest, conference_id: int) -> Answer:
    """Composes the report anew; what people wrote stays."""
    conference, _rights = run_office_for(request, conference_id)
    run = compose_report(conference=conference, by=signed_in(request), now=clock.now())
    return {"added": run.added, "changed": run.changed, "removed": run.removed, "news": run.news}


@router.post("{int:conference_id}/report/passages", response={201: Answer})
def add(request: HttpRequest, conference_id: int, sent: New) -> Status[Answer]:
    """Adds a sentence at the end of a section."""
    conference, _rights = run_office_for(request, conference_id)
    section = get_object_or_404(Section, report__conference=conference, code=sent.section)
    row = add_passage(section=section, text=sent.text, after=None, by=signed_in(request), now=clock.now())
    return Status(201, passage_as_json(row))


@router.put("report-passages/{int:passage_id}")
def write(request: HttpRequest, passage_id: int, sent: Words) -> Answer:
    """Changes the words of a sentence; 409 where somebody was faster."""
    row, _rights = run_passage_for(request, passage_id)
    edit_passage(passage=row, text=sent.text, revision=sent.revision, by=signed_in(request), now=clock.now())
    return passage_as_json(row)


@router.post("report-passages/{int:passage_id}/leave-out")
def leave(request: HttpRequest, passage_id: int, sent: Left) -> Answer:
    """Leaves a sentence out, or takes it in again."""
    row, _rights = run_passage_for(request, passage_id)
    now, by = clock.now(), signed_in(request)
    leave_out(passage=row, left_out=sent.left_out, revision=sent.revision, by=by, now=now)
    return passage_as_json(row)


@router.post("report-passages/{int:passage_id}/vouch")
def answer_for(request: HttpRequest, passage_id: int, sent: Answerer) -> Answer:
    """The signed-in person answers for a sentence."""
    row, _rights = run_passage_for(request, passage_id)
    vouch(passage=row, because=sent.because, revision=sent.revision, by=signed_in(request), now=clock.now())
    return passage_as_json(row)
