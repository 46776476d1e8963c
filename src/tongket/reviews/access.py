"""Who may do what with reviews: a unit writes its own, its leader confirms it, who it is owed to reads and decides."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, rights_of
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.reviews.models import Attached, Review, ReviewVersion
from tongket.reviews.queries.reviews import find_review
from tongket.units.access import memberships_on
from tongket.units.models import Role


@dataclass(frozen=True, slots=True)
class Reader:
    """What one person may do with one review."""

    rights: Rights
    is_own: bool
    leads: bool
    is_upper: bool
    has_upper: bool

    @property
    def may_see(self) -> bool:
        """The unit's people, those of the unit that asked for it, and the host's."""
        return self.is_own or self.is_upper or self.rights.is_host

    @property
    def may_write(self) -> bool:
        """The unit's people; the office, or the unit above, enters for it what came another way."""
        return self.is_own or self.may_decide

    @property
    def may_decide(self) -> bool:
        """Who gives back and accepts: the office, for a unit below one of the plan that unit."""
        return self.is_upper if self.has_upper else self.rights.may_run

    @property
    def may_enter(self) -> bool:
        """Whether the person enters it for another unit, and says how it came."""
        return self.may_decide and not self.is_own

    @property
    def may_confirm(self) -> bool:
        """A leader of the unit on the page, or who decides that has seen a signed paper."""
        return self.leads or self.may_enter


def reader_of(user: User, review: Review) -> Reader:
    """What `user` may do with `review`; three queries."""
    on = clock.today()
    upper = review.upper
    places = Q(unit=review.unit_id) | (Q(unit=upper.unit_id) if upper else Q(pk=None))
    roles = list(memberships_on(user, on).filter(places).values_list("unit_id", "role"))
    return Reader(
        rights=rights_of(user, review.conference, on=on),
        is_own=any(unit == review.unit_id for unit, _role in roles),
        leads=(review.unit_id, Role.LEADER) in roles,
        is_upper=upper is not None and any(unit == upper.unit_id for unit, _role in roles),
        has_upper=upper is not None,
    )


def review_for(request: HttpRequest, conference_id: int, unit_id: int) -> tuple[Review, Reader]:
    """The review that a unit owes, for whoever sees it; its row may not be there yet. Others get 404."""
    conference = Conference.objects.select_related("host", "parent").filter(pk=conference_id).first()
    review = find_review(conference, unit_id) if conference else None
    if review is None:
        raise Http404
    reader = reader_of(signed_in(request), review)
    if not reader.may_see:
        raise Http404
    return review, reader


def write_review_for(request: HttpRequest, conference_id: int, unit_id: int) -> tuple[Review, Reader]:
    """As `review_for`, for who writes or enters; readers get 403."""
    review, reader = review_for(request, conference_id, unit_id)
    if not reader.may_write:
        raise PermissionDenied
    return review, reader


def version_for(request: HttpRequest, version_id: int) -> tuple[ReviewVersion, Reader]:
    """A version that stands, for whoever sees its review; others get 404."""
    found = ReviewVersion.objects.filter(pk=version_id, taken_back_at=None).select_related("file", "review").first()
    if found is None:
        raise Http404
    found.review, reader = review_for(request, found.review.conference_id, found.review.unit_id)
    return found, reader


def attached_for(request: HttpRequest, attached_id: int) -> tuple[Attached, Reader]:
    """A file beside a review, for whoever sees the review; others get 404."""
    found = Attached.objects.filter(pk=attached_id).select_related("file", "review").first()
    if found is None:
        raise Http404
    found.review, reader = review_for(request, found.review.conference_id, found.review.unit_id)
    return found, reader


def below_of(user: User) -> QuerySet[Review]:
    """The reviews that units of `user` owe to a unit above them, not to the host of a plan."""
    mine = memberships_on(user, clock.today()).values("unit_id")
    return Review.objects.filter(unit__in=mine, upper__isnull=False).select_related("conference", "unit", "upper__unit")
