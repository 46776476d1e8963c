"""The page where a paper is written: what is asked for, what was typed, and what the checks say of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.here import enter
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.core import clock
from tongket.papers.forms import SubmitForm
from tongket.papers.models import DraftAside, Paper
from tongket.papers.queries.checked import Checked
from tongket.papers.queries.counting import limits_words
from tongket.papers.queries.form import ruled_by, ruled_for
from tongket.papers.views.frame import frame_for


def writing_page(
    request: HttpRequest,
    found: Paper,
    rights: Rights,
    *,
    form: SubmitForm | None = None,
    text: str | None = None,
    looked: Checked | None = None,
    kept: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page with `form` and `text` as they were typed, `looked` what the checks say, `kept` the token of a file."""
    enter(request, found.duty.conference, rights)
    context = _around(found, rights) | {
        "form": form or _empty_form(found),
        "text": found.draft if text is None else text,
        "aside": DraftAside.objects.filter(paper=found.pk, made_by=signed_in(request)).first(),
        "looked": looked,
        "kept": kept,
    }
    return render(request, "papers/write.html", context, status=status)


def _around(found: Paper, rights: Rights) -> dict[str, object]:
    """What the page says of the paper, whatever was typed."""
    conference = found.duty.conference
    return {
        "frame": frame_for(rights),
        "paper": found,
        "limits_words": limits_words(ruled_for(found, ruled_by(conference, on=clock.today()))),
        "duty": found.duty,
        "conference": conference,
        "rights": rights,
        "latest": latest_ordinal(conference),
        "plan_url": reverse("conferences:plan", args=[conference.pk]),
    }


def _empty_form(found: Paper) -> SubmitForm:
    names = ("title", "speaker_name", "speaker_post")
    said = {name: getattr(found, name) for name in names}
    return SubmitForm(initial=said | {"co_authors": "\n".join(found.co_authors)})
