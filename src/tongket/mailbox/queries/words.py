"""The words of letters as an office has them, and the values that fill them for one conference or document."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.conferences.queries.unit_page import office_contact
from tongket.core import dates
from tongket.core.text import clean
from tongket.documents.models import Document
from tongket.mailbox.models import MailTemplate
from tongket.mailbox.wording import Letter, Say, letters
from tongket.units.models import Membership, Unit


def letter_for(unit: Unit, key: str) -> Letter:
    """The words that the office uses for this kind of letter: its own latest ones, else the shipped ones."""
    return with_own_words(letters()[key], own_words(unit, key))


def own_words(unit: Unit, key: str) -> MailTemplate | None:
    """The office's own latest version, None where it uses the shipped words; one without text went back to them."""
    own = MailTemplate.objects.filter(unit=unit, key=key).order_by("-ordinal").first()
    return own if own is not None and own.body else None


def with_own_words(shipped: Letter, own: MailTemplate | None) -> Letter:
    """`shipped` with the office's own subject and body where there are some."""
    return Letter(shipped.key, own.subject, own.body, shipped.gaps) if own else shipped


def last_ordinal(unit: Unit, key: str) -> int:
    """The number of the office's last version of these words, 0 before the first."""
    return MailTemplate.objects.filter(unit=unit, key=key).aggregate(last=Max("ordinal"))["last"] or 0


def common_values(conference: Conference) -> dict[str, str]:
    """What every letter of a conference may say: office, conference, day, place, whom to ask. One query."""
    contact = office_contact(conference)
    values = {
        Say.OFFICE: conference.host.name,
        Say.CONFERENCE: conference.short_title,
        Say.HELD_ON: dates.long_day(conference.held_on, "vi") if conference.held_on else "",
        Say.VENUE: conference.venue,
        Say.CONTACT: contact.person.name if contact else "",
        Say.PHONE: contact.person.phone if contact else "",
    }
    return {name: value for name, value in values.items() if value}


def document_values(document: Document) -> dict[str, str]:
    """What a letter says of the document that it brings."""
    entry = getattr(document, "entry", None)
    with translation.override("vi"):
        kind = clean(entry.type_name) if entry else ""
        values = {
            Say.KIND: kind.capitalize() or _("Công văn"),
            Say.NUMBER: str(entry) if entry else "",
            Say.DATED_ON: dates.plain_day(document.dated_on) if document.dated_on else "",
            Say.SUBJECT: clean(document.subject),
        }
    return {name: value for name, value in values.items() if value}


def addresses_of(units: Collection[Unit]) -> dict[int, list[str]]:
    """Where mail reaches each unit: its own address, else those of its people. One query."""
    silent = [unit.pk for unit in units if not unit.email]
    rows = Membership.objects.filter(unit__in=silent, ended_on__isnull=True).exclude(person__email="")
    people: dict[int, list[str]] = defaultdict(list)
    for unit_id, address in rows.order_by("pk").values_list("unit_id", "person__email"):
        people[unit_id].append(address)
    return {unit.pk: [unit.email] if unit.email else people[unit.pk] for unit in units}
