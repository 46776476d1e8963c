"""Who may do what with documents: clerks of the host write and issue, its leaders approve, units read their letters."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, office_for, rights_of
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document, Recipient
from tongket.documents.rules import LEFT
from tongket.units.access import memberships_on


def may_write(rights: Rights) -> bool:
    """Whether the person writes, checks, numbers and issues: the host's clerks."""
    return rights.is_clerk


def may_approve(rights: Rights) -> bool:
    """Whether the person signs or gives back: the host's leaders."""
    return rights.is_leader


def run_desk_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """As `office_for`, for who writes; readers get 403."""
    conference, rights = office_for(request, conference_id)
    if not may_write(rights):
        raise PermissionDenied
    return conference, rights


def document_for(request: HttpRequest, document_id: int) -> tuple[Document, Rights]:
    """The document for people of the host, with the reader's rights; everybody else gets 404."""
    found = Document.objects.select_related("conference__host", "entry", "replaces", "made_by", "docx", "pdf", "signed")
    document = found.filter(pk=document_id).first()
    if document is None:
        raise Http404
    rights = rights_of(signed_in(request), document.conference, on=clock.today())
    if not rights.is_host:
        raise Http404
    return document, rights


def run_document_for(request: HttpRequest, document_id: int) -> tuple[Document, Rights]:
    """As `document_for`, for who writes; readers get 403."""
    document, rights = document_for(request, document_id)
    if not may_write(rights):
        raise PermissionDenied
    return document, rights


def approve_document_for(request: HttpRequest, document_id: int) -> tuple[Document, Rights]:
    """As `document_for`, for who signs; readers get 403."""
    document, rights = document_for(request, document_id)
    if not may_approve(rights):
        raise PermissionDenied
    return document, rights


def readable() -> Q:
    """The recipients who have a whole letter: of a personal document those alone who got a copy, which has no gaps."""
    personal = [code for code, kind in KINDS.items() if kind.is_personal]
    return Q(copy__isnull=False) | ~Q(document__kind__in=personal)


def letters_of(request: HttpRequest) -> Q:
    """The recipients whose letters the reader may open: those of the units the reader belongs to, once they left."""
    mine = memberships_on(signed_in(request), clock.today()).values("unit_id")
    return Q(unit_id__in=mine, document__state__in=LEFT) & readable()


def letter_for(request: HttpRequest, recipient_id: int) -> tuple[Recipient, Rights]:
    """A letter as one of its recipients sees it; others get 404, people of the host too unless they got it."""
    found = Recipient.objects.filter(letters_of(request), pk=recipient_id)
    needed = ("unit", "copy", "document__conference__host", "document__entry", "document__pdf", "document__signed")
    recipient = found.select_related(*needed).first()
    if recipient is None:
        raise Http404
    return recipient, rights_of(signed_in(request), recipient.document.conference, on=clock.today())
