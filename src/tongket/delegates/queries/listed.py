"""The list of delegates as it is printed, and which issued lists no longer say who comes."""

from tongket.conferences.models import Conference
from tongket.delegates.queries.groups import Attendance, Group, Row, Sender
from tongket.delegates.queries.places import places_of
from tongket.delegates.rules import Answer
from tongket.delegates.wording import GUESTS, NOBODY_NAMED, OTHERS, remark_in_words
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document
from tongket.documents.queries.making import typed_values
from tongket.documents.rules import DocumentState

KIND, ROWS = "delegate_list", "dai_bieu"


def printed_rows(attendance: Attendance) -> list[dict[str, str]]:
    """A row for everybody who was asked, by group and in the order of introduction, as templates take them.

    Whoever is absent stays, with a remark, and each place for which a unit has named nobody is a row of its own: so the
    numbers of the list are those of the people who were asked.
    """
    groups = [group for group in attendance.groups if group.size]
    return [row for group in groups for row in _headed(group, is_only=len(groups) == 1)]


def _headed(group: Group, *, is_only: bool) -> list[dict[str, str]]:
    first, *others = [_printed(each) for each in places_of(group)]
    heading = "" if is_only else group.text or (OTHERS if group.clause else GUESTS)
    return [first | {"nhom": heading}, *(row | {"nhom": ""} for row in others)]


def _printed(place: Row | Sender) -> dict[str, str]:
    if isinstance(place, Sender):
        return {"ho_ten": NOBODY_NAMED, "chuc_vu": "", "don_vi": place.name, "ghi_chu": "Chưa trả lời"}
    each = place.delegate
    remark = remark_in_words(Answer(each.answer), part=each.part, speaks=place.speaks)
    return {"ho_ten": each.name, "chuc_vu": each.post, "don_vi": place.body, "ghi_chu": remark}


def stale_lists(conference: Conference, attendance: Attendance) -> frozenset[int]:
    """The lists that were issued and stand, but whose people are others by now; one query."""
    issued = Document.objects.filter(conference=conference, kind=KIND, state=DocumentState.ISSUED)
    rows = printed_rows(attendance)
    return frozenset(
        document.pk
        for document in issued.only("values", "made_from")
        if ROWS not in typed_values(KINDS[KIND], document.values) and document.made_from.get(ROWS) != rows
    )
