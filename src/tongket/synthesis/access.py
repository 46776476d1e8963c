"""Who may do what with the summary report: the host's people see it, its clerks and leaders work on it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from tongket.conferences.access import Rights, office_for
from tongket.synthesis.models import Passage, Recommendation


def passage_for(request: HttpRequest, passage_id: int) -> tuple[Passage, Rights]:
    """A sentence of a report, for people of the host; others get 404."""
    wanted = Passage.objects.select_related("section__report__conference__host", "vouched_by")
    passage = wanted.filter(pk=passage_id).first()
    if passage is None:
        raise Http404
    _conference, rights = office_for(request, passage.section.report.conference_id)
    return passage, rights


def run_passage_for(request: HttpRequest, passage_id: int) -> tuple[Passage, Rights]:
    """As `passage_for`, for who decides; readers get 403."""
    passage, rights = passage_for(request, passage_id)
    if not rights.may_run:
        raise PermissionDenied
    return passage, rights


def recommendation_for(request: HttpRequest, recommendation_id: int) -> tuple[Recommendation, Rights]:
    """A recommendation, for people of the host; others get 404."""
    wanted = Recommendation.objects.select_related("conference__host", "addressed_to", "letter", "earlier__conference")
    found = wanted.filter(pk=recommendation_id).first()
    if found is None:
        raise Http404
    _conference, rights = office_for(request, found.conference_id)
    return found, rights


def run_recommendation_for(request: HttpRequest, recommendation_id: int) -> tuple[Recommendation, Rights]:
    """As `recommendation_for`, for who decides; readers get 403."""
    found, rights = recommendation_for(request, recommendation_id)
    if not rights.may_run:
        raise PermissionDenied
    return found, rights
