"""Where a conference is called off; the room that stops its mail stands above, so only its address is known."""

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.conferences.queries.unit_page import office_contact
from tongket.core import said


def call_off_address(conference: Conference) -> str:
    """The page that calls the conference off; empty where no room of mail is there."""
    try:
        return reverse("mailbox:call_off", args=[conference.pk])
    except NoReverseMatch:
        return ""


def called_off_note(conference: Conference) -> str:
    """What every page of a conference that was called off says: who did it, when and why; empty for the others."""
    if not conference.is_cancelled or conference.cancelled_at is None or conference.cancelled_by is None:
        return ""
    said_so = {
        "who": conference.cancelled_by.name,
        "when": said.long_day(timezone.localtime(conference.cancelled_at).date()),
        "reason": conference.cancel_reason.rstrip("."),
    }
    return _("Hội nghị đã hủy (%(who)s, %(when)s): %(reason)s. Các trang giữ nguyên để xem.") % said_so


def told_units(conference: Conference) -> str:
    """What people of a unit are told beside that note: they need send nothing, and whom to ask; one query."""
    office = office_contact(conference)
    said = [office.person.name, office.post, office.person.phone] if office else []
    whom = ", ".join(filter(None, (*said, conference.host.name)))
    return _("Đơn vị không phải gửi gì nữa; những gì đã gửi còn nguyên. Cần hỏi: %(whom)s.") % {"whom": whom}


def called_off_words(conference: Conference, *, is_host: bool) -> str:
    """The band over each page of a conference that was called off, as its reader needs it; empty for the others."""
    note = called_off_note(conference)
    return note if is_host or not note else f"{note} {told_units(conference)}"
