"""Who may do what with papers: a unit writes its own, the host's people read all, its clerks and leaders decide."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, conference_for, duty_for, rights_of
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind
from tongket.core import clock
from tongket.papers.models import Comment, Paper, PaperVersion, Remark, TopicProposal
from tongket.papers.queries.papers import paper_of
from tongket.units.models import Unit


def paper_for(request: HttpRequest, duty_id: int) -> tuple[Paper, Rights]:
    """The paper of this duty, for its unit and the host's people; everybody else gets 404.

    Its row may not be there yet; actions make it.
    """
    duty, rights = duty_for(request, duty_id)
    if duty.kind != DutyKind.PAPER:
        raise Http404
    return paper_of(duty), rights


def run_paper_for(request: HttpRequest, duty_id: int) -> tuple[Paper, Rights]:
    """As `paper_for`, for who decides; readers get 403."""
    paper, rights = paper_for(request, duty_id)
    return paper, _deciding(rights)


def write_paper_for(request: HttpRequest, duty_id: int) -> tuple[Paper, Rights]:
    """As `paper_for`, for who hands in: the unit's people, or the office for them; readers get 403."""
    paper, rights = paper_for(request, duty_id)
    if not rights.may_hand_in(paper.duty.unit_id):
        raise PermissionDenied
    return paper, rights


def version_for(request: HttpRequest, version_id: int) -> tuple[PaperVersion, Rights]:
    """A version that stands, for whoever sees its paper; others get 404."""
    found = PaperVersion.objects.filter(pk=version_id, evidence__taken_back_at=None)
    version = found.select_related("file", "evidence").first()
    if version is None:
        raise Http404
    version.paper, rights = paper_for(request, version.paper_id)
    return version, rights


def run_comment_for(request: HttpRequest, comment_id: int) -> tuple[Comment, Rights]:
    """A comment of the office, for who decides; units see it on the paper but do not write it (403)."""
    comment = Comment.objects.filter(pk=comment_id).first()
    if comment is None:
        raise Http404
    comment.paper, rights = run_paper_for(request, comment.paper_id)
    return comment, rights


def proposal_for(request: HttpRequest, proposal_id: int) -> tuple[TopicProposal, Rights]:
    """A proposal of another topic, for whoever sees its paper; others get 404."""
    proposal = TopicProposal.objects.filter(pk=proposal_id).first()
    if proposal is None:
        raise Http404
    proposal.paper, rights = paper_for(request, proposal.paper_id)
    return proposal, rights


def run_proposal_for(request: HttpRequest, proposal_id: int) -> tuple[TopicProposal, Rights]:
    """As `proposal_for`, for who answers; others who see it get 403."""
    proposal, rights = proposal_for(request, proposal_id)
    return proposal, _deciding(rights)


def remark_for(request: HttpRequest, remark_id: int) -> tuple[Remark, Rights]:
    """A remark, for its unit and the host's people; others get 404."""
    found = Remark.objects.select_related("conference__host", "unit", "duty", "file")
    remark = found.filter(pk=remark_id).first()
    if remark is None:
        raise Http404
    if remark.duty is not None:
        remark.duty.conference = remark.conference
    rights = rights_of(signed_in(request), remark.conference, on=clock.today())
    if not rights.may_see_unit(remark.unit_id):
        raise Http404
    return remark, rights


def run_remark_for(request: HttpRequest, remark_id: int) -> tuple[Remark, Rights]:
    """As `remark_for`, for who decides; others who see it get 403."""
    remark, rights = remark_for(request, remark_id)
    return remark, _deciding(rights)


def remark_duty_for(request: HttpRequest, duty_id: int) -> tuple[Duty, Rights]:
    """A duty to prepare remarks, for its unit and the host's people; others get 404."""
    duty, rights = duty_for(request, duty_id)
    if duty.kind != DutyKind.REMARKS:
        raise Http404
    return duty, rights


def wish_for(request: HttpRequest, conference_id: int, unit_id: int) -> tuple[Conference, Unit, Rights]:
    """The conference and the unit that asks to speak there: an owing one; its people or the office, others get 404."""
    conference, rights = conference_for(request, conference_id)
    if not rights.may_see_unit(unit_id):
        raise Http404
    unit = Unit.objects.filter(pk=unit_id, duties__conference=conference).first()
    if unit is None:
        raise Http404
    if not rights.may_hand_in(unit_id):
        raise PermissionDenied
    return conference, unit, rights


def _deciding(rights: Rights) -> Rights:
    if not rights.may_run:
        raise PermissionDenied
    return rights
