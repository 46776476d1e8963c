"""The page of a paper put together for whoever reads it: the office with its frame, a unit with its own."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import clock
from tongket.core.said import decimal
from tongket.core.text import row_key
from tongket.papers.comparing import compared
from tongket.papers.forms import BecauseForm, CommentForm, EditCommentForm, ReturnForm
from tongket.papers.marks import number_x_mm
from tongket.papers.models import Comment, Paper
from tongket.papers.queries.changed import has_changes, lines_of
from tongket.papers.queries.counting import counting_of, limits_words, names_of_checks
from tongket.papers.queries.manuscripts import manuscript_of
from tongket.papers.queries.paper_page import PaperPage, paper_page
from tongket.papers.queries.papers import standing_versions
from tongket.papers.queries.sheets_shown import FLAG_MM, sheet_of
from tongket.papers.rules import MEASURED_WORDS, Measured
from tongket.papers.views.frame import frame_for

# How far right of the text the numbers of comments stand, and how wide the flag of the limit is.
_OUT_MM, _FLAG_WIDE_MM = 5, 7
SECONDS_BETWEEN_LOOKS = 4


def shown_paper(
    request: HttpRequest, paper: Paper, rights: Rights, forms: dict[str, object], status: int = 200
) -> HttpResponse:
    """The page of a paper, with what was typed into `forms` where something was wrong with it."""
    conference = paper.duty.conference
    enter(request, conference, rights)
    page = paper_page(paper, rights, wanted=row_key(request.GET.get("ban", "")), today=clock.today())
    shown = {"comment": CommentForm(), "return": ReturnForm(), "accept": BecauseForm()}
    context = {
        "frame": frame_for(rights),
        "page": page,
        "conference": conference,
        "rights": rights,
        **_head(paper, rights),
        "latest": latest_ordinal(conference),
        "plan_url": reverse("conferences:plan", args=[conference.pk]),
        "forms": shown | forms,
        "comments": _comments(page, rights, forms.get("edit_comment")),
        **_figures(page),
        **_view(request, page),
    }
    answer = render(request, "papers/paper.html", context, status=status)
    return (
        _looking_again(answer) if page.is_being_read and "still" not in request.GET and not rights.may_run else answer
    )


def _head(paper: Paper, rights: Rights) -> dict[str, Any]:
    """Whose paper it is, what it is called, and whether the reader hands it in."""
    return {
        "may_write": rights.may_hand_in(paper.duty.unit_id),
        "may_enter": rights.may_enter_for(paper.duty.unit_id),
        "unit_name": paper.duty.unit.name if paper.duty.unit else paper.duty.unit_name,
        "heading": paper.title or _("Tham luận"),
    }


def _looking_again(answer: HttpResponse) -> HttpResponse:
    """The page as a browser loads it again by itself.

    Not for whoever decides, who may be typing: their page has a script that looks whether they are.
    """
    answer.headers["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
    return answer


def _comments(page: PaperPage, rights: Rights, faulty: object) -> list[tuple[Comment, EditCommentForm | None]]:
    """Each comment with the form to say it otherwise, None where it was sent or the reader writes none."""
    return [(each, _edit_form(each, faulty) if rights.may_run and not each.sent_at else None) for each in page.comments]


def edit_form(comment: Comment, data: Mapping[str, str] | None = None) -> EditCommentForm:
    """The form of one comment: a page has several, so each has names of its own."""
    return EditCommentForm(data, prefix=f"c{comment.pk}", initial={"text": comment.text, "seen": comment.text})


def _edit_form(comment: Comment, faulty: object) -> EditCommentForm:
    """A fresh form, or the one that has a fault where it is of this comment."""
    fresh = edit_form(comment)
    return faulty if isinstance(faulty, EditCommentForm) and faulty.prefix == fresh.prefix else fresh


def _view(request: HttpRequest, page: PaperPage) -> dict[str, Any]:
    """Which way the text is looked at, and what that needs."""
    version = page.version
    if version is None or not version.manuscript:
        return {"view": "form", "places_at": ""}
    other = row_key(request.GET.get("so", ""))
    if other is not None:
        return _compared(page, other)
    return {"view": "text" if request.GET.get("cach") == "chu" else "form", "places_at": ""}


def _compared(page: PaperPage, ordinal: int) -> dict[str, Any]:
    """The version shown beside another one of the same paper, the older one first."""
    other = standing_versions(page.paper).filter(ordinal=ordinal).exclude(manuscript=None).first()
    assert page.version is not None, "only a version that was read is compared"
    if other is None:
        raise Http404
    older, newer = sorted((other, page.version), key=lambda version: version.ordinal)
    before, after = manuscript_of(older), manuscript_of(newer)
    assert before is not None
    assert after is not None
    lines = lines_of(compared(before, after))
    said = {"older": older, "newer": newer, "changed": lines, "has_changes": has_changes(lines)}
    # Numbers of findings lead to the sheets, which this way of looking does not show.
    return {"view": "compare", "against": other, "places_at": f"?ban={page.version.ordinal}", **said}


def _figures(page: PaperPage) -> dict[str, Any]:
    """What the drawings and the ways of counting say in words."""
    limits, sheet = page.ruled.limits, sheet_of(page.version, page.ruled)
    minutes = page.version.measured.get("speaking_minutes") if page.version else None
    state = Measured(page.version.state) if page.version else Measured.DONE
    return {
        "paper_sheet": sheet,
        "text_width": sheet.width_mm - sheet.left_mm - sheet.right_mm,
        "number_x": number_x_mm(sheet),
        "talk_x": sheet.width_mm - sheet.right_mm + _OUT_MM,
        "flag_x": sheet.width_mm - _FLAG_WIDE_MM,
        "flag_wide": _FLAG_WIDE_MM,
        "flag_long": FLAG_MM,
        "limit_words": decimal(limits.pages) if limits.pages else "",
        "limits_words": limits_words(page.ruled),
        "counting": counting_of(page.ruled, minutes),
        "has_minutes_finding": any(said.how == "minutes" for said in page.findings),
        "passed_words": names_of_checks(page.passed),
        "measured_words": _(MEASURED_WORDS[state]),
    }
