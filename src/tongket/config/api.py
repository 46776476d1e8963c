"""Mounts every room's JSON interface under /api/, closed by default like every page."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.parser import Parser
from ninja.security import django_auth
from ninja.types import DictStrAny

from tongket import __version__
from tongket.conferences.actions.cancelling import ConferenceOver
from tongket.conferences.actions.correcting import DifferenceMoved
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.readings import FactMoved, ReadingClosed
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.api import router as conferences
from tongket.conferences.queries.readings import HostUnknown
from tongket.core.api import router as core_clock
from tongket.core.findings import as_json
from tongket.delegates.actions.answering import DelegatesMoved, NobodyNamed
from tongket.delegates.api import router as delegates
from tongket.documents.actions.batches import BatchMoved, CopiesUnfinished, NothingToMake
from tongket.documents.actions.copies import CopyIssued, ListClosed
from tongket.documents.actions.life import DocumentMoved, NotReady
from tongket.documents.actions.register import NumberRefused
from tongket.documents.api import router as documents
from tongket.documents.templating import TemplateFault
from tongket.exemplars.api import router as exemplars
from tongket.mailbox.actions.delivery import DeliveryMoved
from tongket.mailbox.actions.filing import IncomingMoved, NothingToFile
from tongket.mailbox.actions.letters import NotIssued
from tongket.mailbox.actions.messages import MailNotSetUp, MessageMoved
from tongket.mailbox.actions.words import WordsMoved, WordsRefused
from tongket.mailbox.api import router as mailbox
from tongket.papers.actions.comments import CommentSent
from tongket.papers.actions.deciding import NothingToMend, StandsAgainst
from tongket.papers.actions.remarks import RemarkMoved
from tongket.papers.actions.topics import TopicMoved
from tongket.papers.api import router as papers
from tongket.reading.refusals import Unreadable
from tongket.reviews.actions.deciding import NotConfirmed
from tongket.reviews.actions.deciding import NothingToMend as NothingToMendInReview
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.api import router as reviews
from tongket.synthesis.actions.recommending import RecommendationMoved
from tongket.synthesis.actions.reports import ReportMoved
from tongket.synthesis.api import router as synthesis
from tongket.units.api import router as units


class PlainText(Parser):
    """Reads JSON; one with the zero character in a text is refused (400), since PostgreSQL keeps none."""

    def parse_body(self, request: HttpRequest) -> DictStrAny:
        """The values of the body; Ninja makes 400 of any fault here."""
        if b"\\u0000" in request.body:
            raise ValueError("zero character")
        return super().parse_body(request)


api = NinjaAPI(
    title="Tổng Kết",
    version=__version__,
    auth=django_auth,
    urls_namespace="api",
    docs_decorator=login_required,
    parser=PlainText(),
)
api.add_router("/clock", core_clock)
api.add_router("/units/", units)
api.add_router("/conferences/", conferences)
api.add_router("/conferences/", documents)
api.add_router("/mailbox/", mailbox)
api.add_router("/conferences/", exemplars)
api.add_router("/conferences/", reviews)
api.add_router("/conferences/", papers)
api.add_router("/conferences/", delegates)
api.add_router("/conferences/", synthesis)


@api.exception_handler(PermissionDenied)
def forbidden(request: HttpRequest, _fault: PermissionDenied) -> HttpResponse:
    """Readers who may not do this get 403 as JSON, like every other answer here."""
    return api.create_response(request, {"detail": "Forbidden"}, status=403)


def moved(request: HttpRequest, fault: RuntimeError | type[RuntimeError]) -> HttpResponse:
    """Somebody else was faster, or the thing no longer stands where this could be done."""
    return api.create_response(request, {"detail": f"{type(fault).__name__}: {fault}".rstrip(": ")}, status=409)


MOVED = (CalledOff, ConferenceOver, DifferenceMoved, DocumentMoved, DutyMoved, FactMoved, ReadingClosed, TooLate)
for moving in (*MOVED, BatchMoved, CopyIssued, ListClosed, NothingToMake):
    api.add_exception_handler(moving, moved)
for mail_moving in (DeliveryMoved, IncomingMoved, MailNotSetUp, MessageMoved, NotIssued, WordsMoved):
    api.add_exception_handler(mail_moving, moved)
for paper_moving in (CommentSent, RemarkMoved, TopicMoved):
    api.add_exception_handler(paper_moving, moved)
api.add_exception_handler(DelegatesMoved, moved)
for review_moving in (NotConfirmed, ReviewMoved):
    api.add_exception_handler(review_moving, moved)


for report_moving in (RecommendationMoved, ReportMoved):
    api.add_exception_handler(report_moving, moved)


@api.exception_handler(StandsAgainst)
def stands_against(request: HttpRequest, fault: StandsAgainst) -> HttpResponse:
    """Something blocks the paper; the findings say what, and taking it all the same needs a reason."""
    findings = [as_json(finding) for finding in fault.findings]
    return api.create_response(request, {"detail": findings, "codes": list(fault.codes)}, status=422)


@api.exception_handler(NobodyNamed)
def nobody_named(request: HttpRequest, _fault: NobodyNamed) -> HttpResponse:
    """A list without anybody needs a word on why the unit sends nobody."""
    return api.create_response(request, {"detail": "NobodyNamed"}, status=422)


@api.exception_handler(NothingToMend)
@api.exception_handler(NothingToMendInReview)
def nothing_to_mend(request: HttpRequest, _fault: ValueError) -> HttpResponse:
    """A paper or a review is given back with a word on what to mend, a paper also with comments alone."""
    return api.create_response(request, {"detail": "NothingToMend"}, status=422)


@api.exception_handler(WordsRefused)
def words_refused(request: HttpRequest, refused: WordsRefused) -> HttpResponse:
    """The words of a letter have unknown gaps or empty parts; the findings say which."""
    return api.create_response(request, {"detail": [as_json(finding) for finding in refused.findings]}, status=422)


@api.exception_handler(NothingToFile)
def nothing_to_file(request: HttpRequest, fault: NothingToFile) -> HttpResponse:
    """No file of the message was chosen, or it has none that could be handed in."""
    return api.create_response(request, {"detail": f"NothingToFile: {fault}"}, status=422)


@api.exception_handler(HostUnknown)
def host_unknown(request: HttpRequest, fault: HostUnknown) -> HttpResponse:
    """Neither the plan nor a person says which unit holds the conference."""
    return api.create_response(request, {"detail": str(fault)}, status=422)


@api.exception_handler(Unreadable)
def unreadable(request: HttpRequest, refused: Unreadable) -> HttpResponse:
    """The file cannot be read; the finding says why and what to do."""
    return api.create_response(request, {"detail": as_json(refused.finding)}, status=422)


@api.exception_handler(NotReady)
def not_ready(request: HttpRequest, fault: NotReady) -> HttpResponse:
    """Something is missing before a leader may see the document; the findings say what."""
    return api.create_response(request, {"detail": [as_json(finding) for finding in fault.findings]}, status=422)


@api.exception_handler(CopiesUnfinished)
def copies_unfinished(request: HttpRequest, fault: CopiesUnfinished) -> HttpResponse:
    """Copies lack a value; the sentence names the first of them."""
    return api.create_response(request, {"detail": str(fault)}, status=422)


@api.exception_handler(TemplateFault)
def template_wrong(request: HttpRequest, fault: TemplateFault) -> HttpResponse:
    """The office's own template of the kind is wrong; the code and line say where."""
    return api.create_response(request, {"detail": f"TemplateFault: {fault}"}, status=422)


@api.exception_handler(NumberRefused)
def number_refused(request: HttpRequest, fault: NumberRefused) -> HttpResponse:
    """The number cannot be given; the finding says why and what to do."""
    return api.create_response(request, {"detail": as_json(fault.finding)}, status=422)
