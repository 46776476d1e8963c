"""Handing a paper in from a form: of its unit, or of the office for it."""

from django.http import HttpRequest

from tongket.accounts.requests import signed_in
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.models import Event
from tongket.papers.actions.submitting import Byline, Came, submit_version
from tongket.papers.forms import EnterForm, PaperForm
from tongket.papers.measuring import Given
from tongket.papers.models import Paper, PaperVersion
from tongket.reading.refusals import Unreadable

Sent = tuple[PaperVersion, Event]


def given_in(form: PaperForm) -> Given:
    """What a clean form hands over: its file, else its text."""
    file, text = form.cleaned_data.get("file"), form.cleaned_data.get("text") or ""
    return Given(file.read(), file.name or "") if file else Given(text=text.replace("\r\n", "\n"))


def byline_in(form: PaperForm) -> Byline:
    """Who speaks and what stands over the paper, as a clean form says."""
    values = form.cleaned_data
    names = ("title", "speaker_name", "speaker_post", "co_authors")
    return Byline(**{name: values[name] for name in names})


def handed_in(request: HttpRequest, paper: Paper, form: PaperForm) -> Sent | Unreadable:
    """The version that was kept, or why its file is not taken; raises DutyMoved."""
    values = form.cleaned_data
    came = Came()
    if isinstance(form, EnterForm):
        came = Came(Channel(values["channel"]), values["received_on"], values["note"])
    try:
        return submit_version(
            paper=paper, given=given_in(form), byline=byline_in(form), came=came, by=signed_in(request), now=clock.now()
        )
    except Unreadable as refusal:
        return refusal
