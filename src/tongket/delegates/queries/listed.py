"""The list of delegates as it is printed, and which issued lists no longer say who comes."""

from collections.abc import Mapping, Sequence

from tongket.conferences.models import Conference
from tongket.delegates.queries.groups import Attendance, Group, Row, Sender
from tongket.delegates.queries.places import Gap, places_of
from tongket.delegates.rules import Answer
from tongket.delegates.wording import GUESTS, NOBODY_NAMED, NOBODY_SENT, OTHERS, remark_in_words
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document
from tongket.documents.queries.making import typed_values
from tongket.documents.rules import DocumentState

KIND, ROWS = "delegate_list", "dai_bieu"


def printed_rows(attendance: Attendance) -> list[dict[str, str]]:
    """A row for everybody who was summoned, by group and in the order of introduction, as templates take them.

    Whoever is absent stays, with a remark, and each place for which a unit named nobody, or sends nobody, is a row of
    its own: so there are as many rows as `Attendance.counts` tells together.
    """
    groups = [group for group in attendance.groups if group.size]
    return [row for group in groups for row in _headed(group, is_only=len(groups) == 1)]


def _headed(group: Group, *, is_only: bool) -> list[dict[str, str]]:
    first, *others = [_printed(each) for each in places_of(group)]
    heading = "" if is_only else group.text or (OTHERS if group.clause else GUESTS)
    return [first | {"nhom": heading}, *(row | {"nhom": ""} for row in others)]


def _printed(place: Row | Gap) -> dict[str, str]:
    if isinstance(place, Gap):
        return _empty(place)
    each = place.delegate
    remark = remark_in_words(Answer(each.answer), part=each.part, speaks=place.speaks)
    return {"ho_ten": each.name, "chuc_vu": each.post, "don_vi": place.body, "ghi_chu": remark}


def _empty(gap: Gap) -> dict[str, str]:
    """A place that nobody was named for."""
    name, remark = NOBODY_NAMED, "Chưa trả lời"
    if gap.is_unsent:
        name = empty_place(gap.sender)
        remark = "Vắng có lý do" if gap.sender.sends_nobody else "Vắng"
    return {"ho_ten": name, "chuc_vu": "", "don_vi": gap.sender.name, "ghi_chu": remark}


def empty_place(sender: Sender) -> str:
    """What stands where a name would, of a place for which nobody comes; whom the office took off is not told."""
    return NOBODY_SENT if sender.sends_nobody or sender.rows else NOBODY_NAMED


def stale_lists(conference: Conference, attendance: Attendance) -> frozenset[int]:
    """The lists that were issued and stand, but whose people are others by now; one query.

    Only what the rows of a list say is compared: those of before groups had headings say nothing of groups.
    """
    issued = Document.objects.filter(conference=conference, kind=KIND, state=DocumentState.ISSUED)
    rows = printed_rows(attendance)
    return frozenset(
        document.pk
        for document in issued.only("values", "made_from")
        if ROWS not in typed_values(KINDS[KIND], document.values) and _differ(document.made_from.get(ROWS) or [], rows)
    )


def _differ(issued: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, str]]) -> bool:
    """Whether the people of an issued list are others."""
    said = issued[0].keys() if issued else frozenset[str]()
    return list(issued) != [{name: row[name] for name in said if name in row} for row in rows]
