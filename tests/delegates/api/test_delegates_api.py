"""Delegates as JSON, with the rights of the pages."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.conftest import ClientOf
from tests.office import Office
from tongket.conferences.models import Duty, PlanVersion
from tongket.conferences.rules import Channel, DutyState
from tongket.delegates.limits import MOST_PEOPLE
from tongket.delegates.models import Delegate, GroupSize

pytestmark = pytest.mark.usefixtures("monday")
HERE = "/api/conferences"
Answer = tuple[int, Any]


def sent(client: Client, method: str, to: str, **body: Any) -> Answer:
    """Status and JSON of a request with a JSON body."""
    answer = getattr(client, method)(f"{HERE}{to}", json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


def test_a_unit_hands_its_list_in_and_the_office_takes_note(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, clerk, place = as_user(office.member_a), as_user(office.clerk), f"/delegates/for/{asked.pk}"
    people = [{"name": "Bà Võ Thị Sáu", "post": "Chủ tịch"}, {"name": "Lê An", "answer": "absent", "reason": "ốm"}]
    status, told = sent(member, "put", place, people=people, revision=0)

    assert (status, told["state"]) == (200, "handed_in")
    assert [(each["title"], each["name"], each["answer"], each["reason"]) for each in told["people"]] == [
        ("Bà", "Võ Thị Sáu", "coming", ""),
        ("", "Lê An", "absent", "ốm"),
    ]
    assert sent(member, "put", place, people=people, revision=0)[0] == 409
    assert sent(member, "post", f"{place}/accept", revision=told["revision"])[0] == 403
    assert sent(clerk, "post", f"{place}/accept", revision=told["revision"])[1]["state"] == "accepted"


def test_a_name_in_the_place_of_another_comes_instead(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, place = as_user(office.member_a), f"/delegates/for/{asked.pk}"
    _status, told = sent(member, "put", place, people=[{"name": "Võ Thị Sáu"}])
    line = {"name": "Trần Quốc Bảo", "key": told["people"][0]["id"]}
    _status, again = sent(member, "put", place, people=[line], revision=told["revision"])

    assert [(each["name"], each["instead_of"]) for each in again["people"]] == [("Trần Quốc Bảo", line["key"])]


def test_faults_say_which_line(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, place = as_user(office.member_a), f"/delegates/for/{asked.pk}"

    nobody = sent(member, "put", place, people=[])
    nameless = sent(member, "put", place, people=[{"name": "Lê An"}, {"name": "", "post": "Chủ tịch"}])
    because = sent(member, "put", place, people=[], nobody_because="trùng họp")

    assert nobody == (422, {"detail": "NobodyNamed"})
    assert (nameless[0], nameless[1]["detail"][:9]) == (422, "people 2:")
    assert (because[0], Duty.objects.get(pk=asked.pk).evidence.get().note) == (200, "Không cử người dự: trùng họp.")


def test_a_list_that_is_too_long_is_told_in_words(office: Office, asked: Duty, as_user: ClientOf) -> None:
    people = [{"name": f"Lê Văn Số {number}"} for number in range(MOST_PEOPLE + 1)]
    status, told = sent(as_user(office.member_a), "put", f"/delegates/for/{asked.pk}", people=people)

    assert (status, told["detail"]) == (
        422,
        f"people: Danh sách có {MOST_PEOPLE + 1} người; một đơn vị ghi nhiều nhất {MOST_PEOPLE} người."
        " Bỏ bớt rồi gửi lại.",
    )


def test_the_office_enters_for_a_unit_and_gives_back(office: Office, asked: Duty, as_user: ClientOf) -> None:
    clerk, place = as_user(office.clerk), f"/delegates/for/{asked.pk}"
    typed = {"people": [{"name": "Lê An"}], "channel": "zalo", "received_on": "2024-10-18"}
    _status, told = sent(clerk, "put", place, **typed)
    back = {"revision": told["revision"], "remark": "Thiếu một người", "due_on": "2024-10-25"}

    assert Delegate.objects.get().channel == Channel.ZALO
    assert sent(clerk, "post", f"{place}/return", **back)[1]["state"] == DutyState.RETURNED


def test_a_size_that_is_the_plans_is_left_to_the_plan(office: Office, asked: Duty, as_user: ClientOf) -> None:
    said = [{"clause": asked.clause, "text": "Mỗi xã, phường 02 đại biểu", "count": 2}]
    PlanVersion.objects.filter(conference=office.conference).update(facts={"participants": said})
    clerk, place = as_user(office.clerk), f"/{office.conference.pk}/delegates/size"
    told = [sent(clerk, "put", place, clause=asked.clause, each=each)[1]["each"] for each in (3, 2)]

    assert (told, GroupSize.objects.count()) == ([3, None], 0)


def test_the_office_keeps_the_list(office: Office, asked: Duty, as_user: ClientOf) -> None:
    clerk, here = as_user(office.clerk), f"/{office.conference.pk}/delegates"
    guest = {"name": "Phan Thị Mười", "body": "Chi hội 3", "answer": "coming", "channel": "phone"}
    _status, added = sent(clerk, "post", here, **guest)
    one = f"/delegates/{added['id']}"
    _status, changed = sent(clerk, "put", one, **(guest | {"post": "Chi hội trưởng"}))
    stale = sent(clerk, "put", one, **guest)
    size = sent(clerk, "put", f"{here}/size", clause=asked.clause, each=2)
    _status, listed = 200, clerk.get(f"{HERE}{here}").json()
    _status, gone = sent(clerk, "delete", f"{one}?revision={changed['revision']}")
    _status, back = sent(clerk, "post", f"{one}/bring-back")

    assert (changed["post"], stale[0], size[0]) == ("Chi hội trưởng", 409, 200)
    assert [(each["clause"], each["each"], each["coming"], each["unanswered"]) for each in listed["groups"]] == [
        (None, None, 1, 0),
        (asked.clause, 2, 0, 2),
    ]
    assert (listed["coming"], gone["removed"], back["removed"]) == (1, True, False)
    assert sent(clerk, "post", here, **guest | {"post": "Chi hội trưởng"})[0] == 422


def test_turns_move_and_all_lists_are_taken_note_of(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, clerk, here = as_user(office.member_a), as_user(office.clerk), f"/{office.conference.pk}/delegates"
    _status, told = sent(
        member, "put", f"/delegates/for/{asked.pk}", people=[{"name": "Lê An"}, {"name": "Võ Thị Sáu"}]
    )
    _status, moved = sent(clerk, "post", f"/delegates/{told['people'][0]['id']}/turn", steps=1)
    waiting = clerk.get(f"{HERE}{here}").json()["waiting"]
    _status, none = sent(clerk, "post", f"{here}/accept", waiting=[{"duty": asked.pk, "revision": 0}])
    _status, accepted = sent(clerk, "post", f"{here}/accept", waiting=waiting)

    assert (moved["before"], moved["after"], accepted["accepted"]) == (1, 2, 1)
    assert (none, accepted["moved"]) == ({"event": None, "accepted": 0, "moved": [asked.pk]}, [])


def test_others_see_and_write_nothing(office: Office, asked: Duty, as_user: ClientOf) -> None:
    here, place = f"{HERE}/{office.conference.pk}/delegates", f"{HERE}/delegates/for/{asked.pk}"
    lists = [as_user(who).get(here).status_code for who in (office.host_member, office.member_a, office.guest)]
    own = [as_user(who).get(place).status_code for who in (office.host_member, office.member_a, office.member_b)]
    written = [
        sent(as_user(who), "put", f"/delegates/for/{asked.pk}", people=[{"name": "Lê An"}])[0]
        for who in (office.host_member, office.member_b)
    ]

    assert (lists, own, written) == ([200, 404, 404], [200, 200, 404], [403, 404])
