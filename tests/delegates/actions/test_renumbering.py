"""A corrected plan numbers its groups anew, and is taken back."""

from typing import Any

import pytest

from tests.delegates.actions.test_listing import invited
from tests.delegates.queries.test_groups import PARTICIPANTS
from tests.delegates.queries.test_groups import planned as planned
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.kinds import tell_ruled_anew
from tongket.conferences.models import Duty, PlanVersion
from tongket.core import audit
from tongket.core.models import Event
from tongket.delegates.actions.listing import set_group_size
from tongket.delegates.models import Delegate, GroupSize

pytestmark = pytest.mark.usefixtures("monday", "planned")


def corrected(office: Office, participants: list[dict[str, Any]]) -> PlanVersion:
    """The plan is corrected so, as the room of conferences does it."""
    before = office.conference.plan_versions.get()
    version = PlanVersion.objects.create(
        conference=office.conference,
        ordinal=before.ordinal + 1,
        facts={"participants": participants},
        lines=before.lines,
        made_at=NOW,
    )
    tell_ruled_anew(office.conference.pk)
    audit.record(verb="correct_plan", subject=version, scope=office.conference, by=office.clerk, now=NOW)
    return version


def stands(office: Office) -> tuple[dict[str, str], dict[str, int]]:
    """People by clause, sizes by clause."""
    people = Delegate.objects.filter(conference=office.conference, duty=None)
    return dict(people.values_list("name", "clause")), dict(GroupSize.objects.values_list("clause", "each"))


def kept(office: Office) -> None:
    """Two people and two sizes."""
    invited(office, "Lê An", clause="II.1/1")
    invited(office, "Lê Ba", clause="II.1/5")
    for clause, each in (("II.1/4", 3), ("II.1/1", 7)):
        set_group_size(conference=office.conference, clause=clause, each=each, by=office.clerk, now=NOW)


SHIFTED = [
    PARTICIPANTS[0],
    {"clause": "II.1/4", "text": "Phóng viên báo, đài", "count": None},
    PARTICIPANTS[1] | {"clause": "II.1/5"},
    PARTICIPANTS[2] | {"clause": "II.1/6"},
]


def test_people_and_sizes_go_with_their_group_and_back(office: Office) -> None:
    kept(office)
    before = stands(office)
    version = corrected(office, SHIFTED)
    after = stands(office)
    tell_ruled_anew(office.conference.pk)
    again = stands(office)
    version.delete()
    tell_ruled_anew(office.conference.pk)
    tell_ruled_anew(office.conference.pk)

    assert after == ({"Lê An": "II.1/1", "Lê Ba": "II.1/6"}, {"II.1/1": 7, "II.1/5": 3})
    assert (again, stands(office)) == (after, before)
    assert list(Event.objects.filter(verb__contains="group").order_by("pk").values_list("verb", flat=True))[-2:] == [
        "renumber_groups",
        "put_groups_back",
    ]


def test_who_was_in_a_group_that_is_gone_is_mixed_with_no_other(office: Office) -> None:
    kept(office)
    before = stands(office)
    version = corrected(office, [PARTICIPANTS[1] | {"clause": "II.1/1"}, PARTICIPANTS[2] | {"clause": "II.1/4"}])
    after = stands(office)
    version.delete()
    tell_ruled_anew(office.conference.pk)

    assert after == ({"Lê An": "", "Lê Ba": "II.1/4"}, {"II.1/1": 3})
    assert stands(office) == before


def test_nothing_is_told_where_nobody_moves(office: Office, planned: Duty) -> None:
    corrected(office, SHIFTED)

    assert not Event.objects.filter(verb="renumber_groups").exists()
    assert planned.clause == "II.1/4"
