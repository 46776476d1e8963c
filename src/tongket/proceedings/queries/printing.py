"""How many copies of the volume are printed, and where the number comes from."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.models import Conference
from tongket.delegates.queries.groups import Attendance
from tongket.delegates.rules import Answer
from tongket.documents.kinds.known import facts_of, version_of
from tongket.documents.models import Copy


@dataclass(frozen=True, slots=True)
class Expected:
    """Who will want a copy: how many come, are absent, have not answered, and how many people the plan speaks of.

    A few early answers are no number to print by: until as many places answered as did not, everybody counts who may
    still come.
    """

    coming: int
    absent: int
    unanswered: int
    planned: int

    @property
    def is_told(self) -> bool:
        """Whether enough answered for those who come to be counted alone."""
        return self.coming > 0 and self.coming + self.absent >= self.unanswered

    @property
    def copies(self) -> int:
        """One for each who confirmed; before enough did, for each who may come, at least as planned; 0 for nobody."""
        return self.coming if self.is_told else max(self.planned, self._at_most)

    @property
    def why(self) -> str:
        """`55 người đã xác nhận dự; 11 chỗ chưa trả lời, đều dự thì cần 66 bản.`, `Chưa ai xác nhận dự; …`."""
        if not self.copies:
            return _("Chưa ai xác nhận dự, kế hoạch cũng chưa nói mời bao nhiêu người.")
        if not self.coming:
            told = ngettext(
                "Chưa ai xác nhận dự; dự kiến %(n)d người.",
                "Chưa ai xác nhận dự; dự kiến %(n)d người.",
                self.copies,
            )
            return told % {"n": self.copies}
        told = ngettext("%(n)d người đã xác nhận dự", "%(n)d người đã xác nhận dự", self.coming) % {"n": self.coming}
        return f"{told}; {self._waiting}" if self.unanswered else f"{told}."

    @property
    def left_empty(self) -> str:
        """What a number of copies that nobody set comes to, and why."""
        said = _("Để trống là %(n)d.") % {"n": self.copies} if self.copies else ""
        return f"{said} {self.why}".strip()

    @property
    def _at_most(self) -> int:
        return self.coming + self.unanswered

    @property
    def _waiting(self) -> str:
        told = ngettext("%(n)d chỗ chưa trả lời", "%(n)d chỗ chưa trả lời", self.unanswered) % {"n": self.unanswered}
        if not self.is_told:
            return _("%(waiting)s, quá nửa, nên tính cả những chỗ ấy.") % {"waiting": told}
        return _("%(waiting)s, đều dự thì cần %(n)d bản.") % {"waiting": told, "n": self._at_most}


def expected_at(conference: Conference, attendance: Attendance) -> Expected:
    """Who comes; while too few answered, how many people the plan counts, else how many are invited: two queries."""
    counts = attendance.counts
    found = Expected(counts[Answer.COMING], counts[Answer.ABSENT], counts[Answer.ASKED], 0)
    return found if found.is_told else replace(found, planned=_planned(conference))


def _planned(conference: Conference) -> int:
    counted = sum(each.count or 0 for each in facts_of(version_of(conference)).participants)
    return counted or Copy.objects.filter(document__conference=conference, document__kind="invitation").count()
