"""The page that tells units of a corrected plan by mail: who may, whom it lists, that each is told once."""

import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.models import PlanVersion
from tongket.conferences.rules import Channel
from tongket.mailbox.actions.messages import send_by_hand
from tongket.mailbox.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved(office: Office) -> str:
    """The page of a second version of the plan, which names another place for the conference."""
    office.conference.venue = "Hội trường mới"
    office.conference.save(update_fields=["venue"])
    settled = {"before": {"venue": "Phòng họp cũ"}, "after": {"venue": "Hội trường mới"}}
    PlanVersion.objects.create(
        conference=office.conference,
        ordinal=2,
        number="",
        facts={},
        lines=[],
        changes={"settled": settled},
        made_at=NOW,
    )
    return reverse("mailbox:tell", args=[office.conference.pk, 2])


def test_telling_is_for_who_decides(office: Office, moved: str, as_user: ClientOf) -> None:
    people = (office.clerk, office.leader, office.host_member, office.member_a, office.guest)
    typed = {"unit": [office.unit_a.pk]}

    seen = [as_user(person).get(moved).status_code for person in people]
    pressed = [as_user(person).post(moved, typed).status_code for person in people[2:]]

    assert (seen, pressed) == ([200, 200, 403, 404, 404], [403, 404, 404])
    assert Message.objects.count() == 0


def test_every_owing_unit_is_listed_with_what_changed(office: Office, moved: str, as_user: ClientOf) -> None:
    page = as_user(office.clerk).get(moved)

    assert [each.unit for each in page.context["units"]] == sorted(
        [office.unit_a, office.unit_b], key=lambda unit: unit.sort_key
    )
    assert page.content.decode().count("Chưa báo") == 2


def test_chosen_units_are_written_to_and_stand_as_waiting(office: Office, moved: str, as_user: ClientOf) -> None:
    client = as_user(office.clerk)

    said = client.post(moved, {"unit": [office.unit_a.pk, "x"]}, follow=True).content.decode()
    page = client.get(moved)

    message = Message.objects.get()
    assert (message.unit, message.kind, "Hội trường mới" in message.body) == (office.unit_a, "correction", True)
    assert "1 thư ở đây, chờ xem rồi gửi." in said
    assert page.context["there"] == {office.unit_a.pk}
    assert ("Ở Thư đi" in page.content.decode(), page.content.decode().count("Chưa báo")) == (True, 1)


def test_nobody_is_told_twice(office: Office, moved: str, as_user: ClientOf) -> None:
    client, typed = as_user(office.clerk), {"unit": [office.unit_a.pk]}
    client.post(moved, typed)
    send_by_hand(messages=list(Message.objects.all()), channel=Channel.ZALO, by=office.clerk, now=NOW)

    client.post(moved, typed)
    page = client.get(moved).content.decode()

    assert Message.objects.count() == 1
    assert "Đã báo" in page


@pytest.mark.parametrize("typed", [{}, {"unit": "x"}, {"unit": "999999"}])
def test_nobody_chosen_is_said(office: Office, moved: str, as_user: ClientOf, typed: dict[str, str]) -> None:
    answer = as_user(office.clerk).post(moved, typed)

    assert "Chưa chọn đơn vị nào." in answer.content.decode()
    assert Message.objects.count() == 0


def test_first_version_and_unknown_ones_tell_nothing(office: Office, as_user: ClientOf) -> None:
    client = as_user(office.clerk)

    answers = [client.get(reverse("mailbox:tell", args=[office.conference.pk, ordinal])) for ordinal in (1, 2, 9)]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_version_that_changes_nothing_has_nobody_to_tell(office: Office, as_user: ClientOf) -> None:
    PlanVersion.objects.create(conference=office.conference, ordinal=2, number="", facts={}, lines=[], made_at=NOW)

    page = as_user(office.clerk).get(reverse("mailbox:tell", args=[office.conference.pk, 2]))

    assert "Không đơn vị nào cần báo" in page.content.decode()
