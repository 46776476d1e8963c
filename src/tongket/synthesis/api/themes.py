"""Themes as JSON: how many units speak of each, and statements moved."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.core import clock
from tongket.synthesis.actions.placing import move_statements
from tongket.synthesis.models import Theme
from tongket.synthesis.queries.theme_board import board_of, chosen_statements

router = Router()
Answer = dict[str, Any]


class Move(Schema):
    """Statements by number, and the theme they go under; no theme takes them out of all."""

    statements: list[int]
    theme: int | None = None


@router.get("{int:conference_id}/themes")
def themes(request: HttpRequest, conference_id: int) -> Answer:
    """The themes that units speak of, those of most units first."""
    conference, _rights = office_for(request, conference_id)
    board = board_of(conference)
    return {
        "unplaced": board.unplaced_number,
        "themes": [
            {"id": each.theme.pk, "name": each.theme.name, "units": each.units, "statements": each.statements}
            for each in board.columns
        ],
    }


@router.post("{int:conference_id}/themes/move")
def move(request: HttpRequest, conference_id: int, sent: Move) -> Answer:
    """Puts statements under a theme; proposals for the rest change at once."""
    conference, _rights = run_office_for(request, conference_id)
    theme = None
    if sent.theme is not None:
        theme = get_object_or_404(Theme, pk=sent.theme, host=conference.host_id, merged_into=None)
    chosen = chosen_statements(conference, sent.statements)
    now, by = clock.now(), signed_in(request)
    move_statements(conference=conference, statements=chosen, theme=theme, by=by, now=now)
    return {"moved": len(chosen)}
