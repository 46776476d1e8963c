"""Recommendations as JSON: who makes them, to whom, where each stands, and its next step."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for
from tongket.core import clock
from tongket.synthesis.access import run_recommendation_for
from tongket.synthesis.actions.recommending import move_recommendation
from tongket.synthesis.queries.recommendations import Card, cards_of, living
from tongket.synthesis.rules import RecommendationState

router = Router()
Answer = dict[str, Any]


class Step(Schema):
    """Where a recommendation goes; `answer` and `on` with an answer."""

    to: RecommendationState
    revision: int
    answer: str = ""
    on: date | None = None


def _as_json(card: Card) -> Answer:
    row = card.row
    return {
        "id": row.pk,
        "title": row.title,
        "text": row.text,
        "to": card.to or None,
        "units": card.units,
        "state": row.state,
        "earlier": row.earlier_id,
        "answer": row.answer or None,
        "answered_on": row.answered_on,
        "left_out": row.is_left_out,
        "revision": row.revision,
        "statements": [each.pk for each in card.statements],
    }


@router.get("{int:conference_id}/recommendations")
def recommendations(request: HttpRequest, conference_id: int) -> list[Answer]:
    """The recommendations of a conference, open ones of the one before among them."""
    conference, _rights = office_for(request, conference_id)
    return [_as_json(card) for card in cards_of(conference, living(conference))]


@router.post("recommendations/{int:recommendation_id}/move")
def move(request: HttpRequest, recommendation_id: int, sent: Step) -> Answer:
    """Takes a recommendation a step on; 409 where it does not stand where that can be done."""
    row, _rights = run_recommendation_for(request, recommendation_id)
    move_recommendation(
        recommendation=row,
        to=sent.to,
        revision=sent.revision,
        answer=sent.answer,
        on=sent.on,
        by=signed_in(request),
        now=clock.now(),
    )
    return _as_json(cards_of(row.conference, [row])[0])
