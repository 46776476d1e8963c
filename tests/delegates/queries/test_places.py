"""Units that still have to name somebody stand among the people of their group, in print as on the page."""

import pytest

from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.delegates.queries.test_groups import planned as planned
from tests.factories.conferences import make_duty, make_unit
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.queries.listed import printed_rows
from tongket.delegates.queries.places import Gap, places_of
from tongket.delegates.rules import Said

pytestmark = pytest.mark.usefixtures("monday")


def test_a_place_that_is_missing_stands_where_its_unit_does(office: Office, planned: Duty) -> None:
    last = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.DELEGATES, clause="II.1/4")
    say(office, planned, HOA, NHUNG)
    say(office, last, Said("Trần Quốc Bảo"), Said("Lê Thị Hạnh"))
    attendance = attendance_of(office.conference)

    places = [place for group in attendance.groups for place in places_of(group)]

    names = [place.sender.name if isinstance(place, Gap) else place.delegate.name for place in places]
    assert names == [HOA.name, NHUNG.name, office.unit_b.name, office.unit_b.name, "Trần Quốc Bảo", "Lê Thị Hạnh"]
    assert [row["ho_ten"] for row in printed_rows(attendance)][2:] == ["Chưa cử người"] * 2 + [
        "Trần Quốc Bảo",
        "Lê Thị Hạnh",
    ]
