"""Who may do what with mail: the host reads the outbox, its clerks and leaders send; few set up the mailbox."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, rights_of
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.mailbox.models import Message
from tongket.units.access import line_of, may_edit, memberships_on
from tongket.units.models import Role, Unit

DECIDING = (Role.CLERK, Role.LEADER)


def message_for(request: HttpRequest, message_id: int) -> tuple[Message, Rights]:
    """The message for people of the host, with what they may do; everybody else gets 404."""
    found = Message.objects.select_related("conference__host", "unit", "document", "copy", "recipient", "made_by")
    message = found.select_related("queued_by").filter(pk=message_id).first()
    if message is None:
        raise Http404
    rights = rights_of(signed_in(request), message.conference, on=clock.today())
    if not rights.is_host:
        raise Http404
    return message, rights


def run_message_for(request: HttpRequest, message_id: int) -> tuple[Message, Rights]:
    """As `message_for`, for clerks and leaders; readers get 403."""
    message, rights = message_for(request, message_id)
    if not rights.may_run:
        raise PermissionDenied
    return message, rights


def may_set_up_mail(user: User) -> bool:
    """Whether `user` sets up the mailbox of the whole installation.

    The administrator, and clerks and leaders of a unit that hosts and stands below no other unit that does.
    """
    if user.is_admin:
        return True
    mine = memberships_on(user, clock.today()).filter(role__in=DECIDING).values("unit_id")
    units = list(Unit.objects.filter(pk__in=mine, hosted__isnull=False).select_related("parent").distinct())
    hosts = set(Conference.objects.values_list("host_id", flat=True)) if units else set()
    return any(all(above.pk not in hosts for above in line_of(unit)[1:]) for unit in units)


def mail_settings_for(request: HttpRequest) -> None:
    """Lets those pass who set up mail; others who decide somewhere get 403, everybody else 404."""
    user = signed_in(request)
    if may_set_up_mail(user):
        return
    if memberships_on(user, clock.today()).filter(role__in=DECIDING).exists():
        raise PermissionDenied
    raise Http404


def words_for(request: HttpRequest, unit_id: int) -> Unit:
    """The office whose letters are worded: its people read, others get 404."""
    user, today = signed_in(request), clock.today()
    unit = Unit.objects.select_related("parent").filter(pk=unit_id).first()
    if unit is None or not memberships_on(user, today).filter(unit=unit).exists():
        raise Http404
    return unit


def change_words_for(request: HttpRequest, unit_id: int) -> Unit:
    """As `words_for`, for the unit's clerks and leaders; readers get 403."""
    unit = words_for(request, unit_id)
    if not may_edit(signed_in(request), unit, on=clock.today()):
        raise PermissionDenied
    return unit
