"""Papers as JSON: listed, one of them whole, checked beforehand, handed in, their files."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, office_for
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.findings import as_json
from tongket.core.typed_json import cleaned, files_of, typed_day
from tongket.papers.access import paper_for, write_paper_for
from tongket.papers.actions.submitting import Byline, Came, submit_version
from tongket.papers.api.wording import paper_as_json
from tongket.papers.forms import EnterForm, PaperForm
from tongket.papers.measuring import Given, Measurement
from tongket.papers.models import Paper
from tongket.papers.queries.checking import check_before
from tongket.papers.queries.findings import shown_to
from tongket.papers.queries.listing import papers_of, row_as_json
from tongket.papers.views import taking

router = Router(tags=["papers"])
Answer = dict[str, Any]
FIGURES = ("pages_submitted", "pages_standard", "pages_single", "syllables", "speaking_minutes")


class HandIn(Schema):
    """A paper without its file: its text, who speaks, what stands over it.

    `channel`, `received_on` and `note` are for the office that enters what came another way.
    """

    text: str = ""
    title: str = ""
    speaker_name: str = ""
    speaker_post: str = ""
    co_authors: list[str] = []
    channel: Channel = Channel.PAPER
    received_on: date | None = None
    note: str = ""


@router.get("/{int:conference_id}/papers")
def list_papers(request: HttpRequest, conference_id: int, show: str = "") -> Answer:
    """The papers of a conference in the order of speaking, for people of its host, with the time all of them need.

    `show` is `waiting`, `missing`, `returned`, `accepted`, `gone` or empty.
    """
    conference, _rights = office_for(request, conference_id)
    page = papers_of(conference, shown=show, today=clock.today())
    return {
        "papers": [row_as_json(row) for row in page.rows],
        "minutes": round(page.minutes, 2),
        "minutes_there": page.minutes_there,
    }


@router.get("/papers/{int:paper_id}")
def get_paper(request: HttpRequest, paper_id: int) -> Answer:
    """One paper whole, by the number of its duty: its versions, findings, comments, limits."""
    paper, rights = paper_for(request, paper_id)
    return paper_as_json(paper, rights)


@router.post("/papers/{int:paper_id}/check")
def check(request: HttpRequest, paper_id: int, handed: Form[HandIn], file: File[UploadedFile | None] = None) -> Answer:
    """What a file or text would measure as; nothing is kept."""
    paper, rights = write_paper_for(request, paper_id)
    given, byline = _given(_form(handed, file, paper, None))
    found = check_before(paper, given, title=byline.title, speaker=byline.speaker_name, on=clock.today())
    return _measured(found, rights)


def _measured(found: Measurement, rights: Rights) -> Answer:
    findings = shown_to(found.findings, is_host=rights.is_host)
    figures = {name: found.figures.get(name) for name in FIGURES}
    return {"measured": found.state, **figures, "findings": [as_json(each) for each in findings]}


@router.post("/papers/{int:paper_id}/submit")
def submit(request: HttpRequest, paper_id: int, handed: Form[HandIn], file: File[UploadedFile | None] = None) -> Answer:
    """Hands a version in, as the unit or for it; `event` is what `take-back` of duties wants to hear."""
    paper, rights = write_paper_for(request, paper_id)
    form = _form(handed, file, paper, rights)
    given, byline = _given(form)
    values, came = form.cleaned_data, Came()
    if isinstance(form, EnterForm):
        came = Came(Channel(values["channel"]), values["received_on"], values["note"])
    by, now = signed_in(request), clock.now()
    version, event = submit_version(paper=paper, given=given, byline=byline, came=came, by=by, now=now)
    fresh, _rights = paper_for(request, paper_id)
    return {"event": event.pk, "receipt": version.evidence.receipt, **paper_as_json(fresh, rights)}


def _form(handed: HandIn, file: UploadedFile | None, paper: Paper, rights: Rights | None) -> PaperForm:
    """The form of the page with what came, clean; that of the office where it enters for another unit."""
    data = handed.dict() | {"co_authors": "\n".join(handed.co_authors)}
    form = PaperForm(data, files_of(file))
    if rights is not None and rights.may_enter_for(paper.duty.unit_id):
        data["received_on"] = typed_day(handed.received_on)
        form = EnterForm(data, files_of(file), now=clock.now())
    cleaned(form)
    return form


def _given(form: PaperForm) -> tuple[Given, Byline]:
    values = form.cleaned_data
    file, names = values.get("file"), ("title", "speaker_name", "speaker_post", "co_authors")
    given = Given(file.read(), file.name or "") if file else Given(text=values.get("text") or "")
    return given, Byline(**{name: values[name] for name in names})


@router.get("/papers/versions/{int:version_id}/file")
def get_file(request: HttpRequest, version_id: int) -> HttpResponse:
    """The file of a version, as it came."""
    return taking.version_file(request, version_id)
