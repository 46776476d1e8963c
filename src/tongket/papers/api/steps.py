"""What the office does with a paper, and a unit with its topic and draft, as JSON."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.conferences.actions.duties import end_of_day
from tongket.core import clock
from tongket.core.typed_json import cleaned, typed_day
from tongket.papers import forms
from tongket.papers.access import (
    paper_for,
    run_comment_for,
    run_paper_for,
    run_proposal_for,
    version_for,
    write_paper_for,
)
from tongket.papers.actions import arranging, comments, deciding, drafting, topics
from tongket.papers.api.wording import paper_as_json

router = Router(tags=["papers"])
Answer = dict[str, Any]


class ReturnIn(Schema):
    """What must be mended beside the comments that wait, and by when."""

    remark: str = ""
    due_on: date


class AcceptIn(Schema):
    """Why it is taken where something stands against it."""

    because: str = ""


class DraftIn(Schema):
    """What is being written, over the draft of this revision."""

    text: str
    revision: int


class CommentIn(Schema):
    """A comment, with the version and the words it concerns."""

    text: str
    quote: str = ""
    version: int | None = None
    block: int | None = None
    page: int | None = None


class CommentTextIn(Schema):
    """What a comment says now, and the words it had when it was read, where they matter."""

    text: str
    seen: str | None = None


class TopicIn(Schema):
    """Another topic, and why."""

    topic: str
    reason: str = ""


class TopicAnswerIn(Schema):
    """The office's word on a proposal."""

    granted: bool
    answer: str = ""


class LimitsIn(Schema):
    """What holds for this paper alone; None for what holds for all."""

    pages: float | None = None
    minutes: float | None = None
    rate: int | None = None


class PlaceIn(Schema):
    """A turn among the speakers, counted from 1."""

    place: int


@router.post("/papers/{int:paper_id}/return")
def give_back(request: HttpRequest, paper_id: int, said: ReturnIn) -> Answer:
    """Gives the paper back with what must be mended; comments that waited are sent with it."""
    paper, rights = run_paper_for(request, paper_id)
    values = cleaned(forms.ReturnForm({"remark": said.remark, "due_on": typed_day(said.due_on)}))
    due_at, by, now = end_of_day(values["due_on"]), signed_in(request), clock.now()
    event = deciding.return_paper(paper=paper, remark=values["remark"], due_at=due_at, by=by, now=now)
    return {"event": event.pk, **paper_as_json(paper, rights)}


@router.post("/papers/{int:paper_id}/accept")
def accept(request: HttpRequest, paper_id: int, said: AcceptIn) -> Answer:
    """Takes the latest version; 422 with the findings where something stands against it and no reason is given."""
    paper, rights = run_paper_for(request, paper_id)
    because = cleaned(forms.BecauseForm(said.dict()))["because"]
    event = deciding.accept_paper(paper=paper, because=because, by=signed_in(request), now=clock.now())
    return {"event": event.pk, **paper_as_json(paper, rights)}


@router.get("/papers/{int:paper_id}/draft")
def get_draft(request: HttpRequest, paper_id: int) -> Answer:
    """What is being written in the page, with its revision."""
    paper, _rights = write_paper_for(request, paper_id)
    return {"text": paper.draft, "revision": paper.draft_revision, "at": paper.draft_at}


@router.put("/papers/{int:paper_id}/draft", response={200: dict, 409: dict})
def save_draft(request: HttpRequest, paper_id: int, wanted: DraftIn) -> HttpResponse | Answer:
    """Keeps what is being written; 409 with both texts where another window saved since `revision`."""
    paper, _rights = write_paper_for(request, paper_id)
    if len(wanted.text) > drafting.LONGEST:
        raise HttpError(422, f"text: {len(wanted.text)} > {drafting.LONGEST}")
    by, now = signed_in(request), clock.now()
    try:
        kept = drafting.save_draft(paper=paper, text=wanted.text, revision=wanted.revision, by=by, now=now)
    except drafting.DraftMoved as moved:
        there = {"text": moved.paper.draft, "revision": moved.paper.draft_revision, "aside": moved.aside.text}
        return JsonResponse({"detail": "DraftMoved", **there}, status=409)
    return {"revision": kept.draft_revision, "at": kept.draft_at}


@router.post("/papers/{int:paper_id}/comments")
def add_comment(request: HttpRequest, paper_id: int, said: CommentIn) -> Answer:
    """Adds a comment that is sent with the office's decision."""
    paper, rights = run_paper_for(request, paper_id)
    version = version_for(request, said.version)[0] if said.version is not None else None
    if version is not None and version.paper_id != paper.pk:
        raise HttpError(422, f"version: {version.pk}")
    typed = {name: value for name, value in said.dict(exclude={"version"}).items() if value is not None}
    values = cleaned(forms.CommentForm(typed))
    by, now = signed_in(request), clock.now()
    comment = comments.add_comment(paper=paper, version=version, **values, by=by, now=now)
    return {"comment": comment.pk, **paper_as_json(paper, rights)}


@router.put("/papers/comments/{int:comment_id}")
def edit_comment(request: HttpRequest, comment_id: int, said: CommentTextIn) -> Answer:
    """Says a comment otherwise that was not sent, its place stays; 409 once it was, or where `seen` is not its text."""
    comment, rights = run_comment_for(request, comment_id)
    values = cleaned(forms.EditCommentForm({"text": said.text, "seen": said.seen or ""}))
    seen = None if said.seen is None else values["seen"]
    comments.edit_comment(comment=comment, text=values["text"], seen=seen, by=signed_in(request), now=clock.now())
    return paper_as_json(comment.paper, rights)


@router.delete("/papers/comments/{int:comment_id}")
def drop_comment(request: HttpRequest, comment_id: int) -> Answer:
    """Drops a comment that was not sent; 409 once it was."""
    comment, rights = run_comment_for(request, comment_id)
    comments.drop_comment(comment=comment, by=signed_in(request), now=clock.now())
    return paper_as_json(comment.paper, rights)


@router.post("/papers/{int:paper_id}/topic")
def propose_topic(request: HttpRequest, paper_id: int, wanted: TopicIn) -> Answer:
    """Proposes another topic, as the unit; 409 while an earlier proposal waits."""
    paper, rights = write_paper_for(request, paper_id)
    values = cleaned(forms.TopicForm(wanted.dict()))
    proposal = topics.propose_topic(paper=paper, **values, by=signed_in(request), now=clock.now())
    return {"proposal": proposal.pk, **paper_as_json(paper, rights)}


@router.post("/papers/proposals/{int:proposal_id}/answer")
def answer_topic(request: HttpRequest, proposal_id: int, said: TopicAnswerIn) -> Answer:
    """Grants a proposal or refuses it, for the office."""
    proposal, rights = run_proposal_for(request, proposal_id)
    answer = cleaned(forms.AnswerForm({"answer": said.answer}))["answer"]
    by, now = signed_in(request), clock.now()
    topics.answer_topic(proposal=proposal, granted=said.granted, answer=answer, by=by, now=now)
    return paper_as_json(paper_for(request, proposal.paper_id)[0], rights)


@router.put("/papers/{int:paper_id}/limits")
def set_limits(request: HttpRequest, paper_id: int, wanted: LimitsIn) -> Answer:
    """Sets what holds for this paper alone, for the office; its latest version is measured again."""
    paper, rights = run_paper_for(request, paper_id)
    typed = {name: "" if value is None else f"{value:f}" for name, value in wanted.dict().items()}
    values = cleaned(forms.LimitsForm(typed))
    rate = int(values["rate"]) if values["rate"] is not None else None
    arranging.set_limits(
        paper=paper, pages=values["pages"], minutes=values["minutes"], rate=rate, by=signed_in(request), now=clock.now()
    )
    return paper_as_json(paper_for(request, paper_id)[0], rights)


@router.put("/papers/{int:paper_id}/place")
def set_place(request: HttpRequest, paper_id: int, wanted: PlaceIn) -> Answer:
    """Gives the paper its turn among the speakers, for the office; those behind it move on."""
    paper, rights = run_paper_for(request, paper_id)
    place = cleaned(forms.PlaceForm(wanted.dict()))["place"]
    arranging.set_place(duty=paper.duty, place=place, by=signed_in(request), now=clock.now())
    return paper_as_json(paper_for(request, paper_id)[0], rights)
