"""The kinds of duty that this room fulfils: papers and remarks; registered when Django is ready."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.conferences.kinds import KINDS, register_kind
from tongket.conferences.rules import STATE_WORDS, DutyKind, DutyState
from tongket.core.said import decimal
from tongket.papers.actions.deciding import decision_undone
from tongket.papers.actions.measuring import ruled_anew
from tongket.papers.models import PaperVersion
from tongket.papers.queries.counting import pages_words
from tongket.papers.rules import MEASURED_WORDS, Measured


def paper_page(duty_id: int) -> str:
    """The page of one paper; its number is that of the duty."""
    return reverse("papers:paper", args=[duty_id])


def remark_page(duty_id: int) -> str:
    """The page where an asked unit says what it will speak on."""
    return reverse("papers:prepare", args=[duty_id])


def judged_papers(duty_ids: Collection[int]) -> Mapping[int, str]:
    """`Chờ xem · 3,4 trang` for what waits to be examined; one query."""
    waiting = PaperVersion.objects.filter(paper__in=duty_ids, paper__duty__state=DutyState.HANDED_IN)
    rows = waiting.filter(evidence__taken_back_at=None).order_by("ordinal").values_list("paper_id", "state", "measured")
    return {paper_id: _waiting(Measured(state), measured) for paper_id, state, measured in rows}


def _waiting(state: Measured, measured: Mapping[str, float | None]) -> str:
    pages = measured.get("pages_standard")
    if state is Measured.DONE and pages is not None:
        said = pages_words(decimal(pages))
    else:
        said = _(MEASURED_WORDS[state]).lower()
    return f"{_(STATE_WORDS[DutyState.HANDED_IN])} · {said}"


def register() -> None:
    """Takes over where papers and remarks are fulfilled, keeping their names and pictures."""
    paper, remarks = KINDS[DutyKind.PAPER], KINDS[DutyKind.REMARKS]
    register_kind(replace(paper, page=paper_page, judge=judged_papers, undone=decision_undone, ruled_anew=ruled_anew))
    register_kind(replace(remarks, page=remark_page))
