"""The letter by which an office reminds, filled with what one unit owes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.conferences.queries.reminders import Quoted, Waiting, owed_lines, quoted
from tongket.mailbox.queries.words import common_values, letter_for
from tongket.mailbox.wording import MOST_SUBJECT, Letter, filled

REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Words:
    """What all reminders of one conference share: the office's letter, its values, and the plan's own words."""

    letter: Letter
    values: Mapping[str, str]
    shared: Quoted

    def of(self, waiting: Waiting, *, to_leader: bool, today: date) -> tuple[str, str]:
        """Subject and body for one unit; the leader also reads why it comes to them.

        Vietnamese whoever pressed the button; the link stays a gap until the message leaves.
        """
        owed = "\n".join(owed_lines(waiting, today=today, shared=self.shared))
        subject, body = filled(self.letter, {**self.values, "đơn vị": waiting.unit.name, "phần việc": owed})
        if not to_leader:
            return subject, body
        with translation.override("vi"):
            note = _("Văn phòng đã nhắc đơn vị mà chưa nhận được; kính báo lãnh đạo đơn vị để chỉ đạo.")
            about = _("Kính báo lãnh đạo: %(subject)s") % {"subject": subject}
        greeting, gap, rest = body.partition("\n\n")
        return about[:MOST_SUBJECT], f"{greeting}\n\n{note}{gap}{rest}"


def words_for(conference: Conference, waiting: Iterable[Waiting]) -> Words:
    """Reads what the reminders of these units share; a constant number of queries."""
    return Words(letter_for(conference.host, REMINDER), common_values(conference), quoted(conference, waiting))
