"""How many copies of the volume are printed, and where the number comes from."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.models import Conference
from tongket.delegates.queries.groups import Attendance
from tongket.delegates.rules import Answer
from tongket.documents.kinds.known import facts_of, version_of
from tongket.documents.models import Copy


@dataclass(frozen=True, slots=True)
class Expected:
    """Who will want a copy: how many come, how many places are unanswered, how many were planned while nobody comes."""

    coming: int
    unanswered: int
    planned: int

    @property
    def copies(self) -> int:
        """One for each who comes; while nobody said so, one for each whom the plan expects; 0 where nothing tells."""
        return self.coming or self.planned

    @property
    def why(self) -> str:
        """`55 người đã xác nhận dự; 11 chỗ chưa trả lời.`, `Chưa ai xác nhận dự; dự kiến 30 người.`"""
        if not self.coming and not self.planned:
            return _("Chưa ai xác nhận dự, kế hoạch cũng chưa nói mời bao nhiêu người.")
        if not self.coming:
            told = ngettext(
                "Chưa ai xác nhận dự; dự kiến %(n)d người.",
                "Chưa ai xác nhận dự; dự kiến %(n)d người.",
                self.planned,
            )
            return told % {"n": self.planned}
        told = ngettext("%(n)d người đã xác nhận dự", "%(n)d người đã xác nhận dự", self.coming) % {"n": self.coming}
        return f"{told}; {self._waiting}." if self.unanswered else f"{told}."

    @property
    def left_empty(self) -> str:
        """What a number of copies that nobody set comes to, and why."""
        said = _("Để trống là %(n)d.") % {"n": self.copies} if self.copies else ""
        return f"{said} {self.why}".strip()

    @property
    def _waiting(self) -> str:
        told = ngettext("%(n)d chỗ chưa trả lời", "%(n)d chỗ chưa trả lời", self.unanswered)
        return told % {"n": self.unanswered}


def expected_at(conference: Conference, attendance: Attendance) -> Expected:
    """Who comes; while nobody said so, how many people the plan counts, else how many are invited: two queries then."""
    coming, unanswered = attendance.counts[Answer.COMING], attendance.counts[Answer.ASKED]
    return Expected(coming, unanswered, 0 if coming else _planned(conference))


def _planned(conference: Conference) -> int:
    counted = sum(each.count or 0 for each in facts_of(version_of(conference)).participants)
    return counted or Copy.objects.filter(document__conference=conference, document__kind="invitation").count()
