"""The office's part of a unit's page: entering a list, taking note of it, giving it back, letters without names."""

import pytest
from django.test import Client

from tests.conftest import ClientOf
from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.delegates.views.page_of_list import mailed, page, shown, typed
from tests.factories.conferences import NOW
from tests.factories.mailbox import make_draft, make_message
from tests.office import Office
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.queries.unit_page import unit_page
from tongket.conferences.rules import Channel, DutyState
from tongket.core import clock
from tongket.delegates.actions.listing import Accepted, accept_all
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.queries.waiting import revision_of, seen_waiting
from tongket.mailbox.actions.links import open_letter
from tongket.mailbox.rules import MessageKind

pytestmark = pytest.mark.usefixtures("monday")


def test_the_office_enters_what_came_by_zalo(office: Office, asked: Duty, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    form = typed(asked, {"name": HOA.name}, channel="zalo", received_on="18/10/2024")

    words = clerk.post(page(asked), form, follow=True).content.decode()

    version = Evidence.objects.get(duty=asked)
    assert (version.channel, version.received_at.date().isoformat(), version.entered_by) == (
        Channel.ZALO,
        "2024-10-18",
        office.clerk,
    )
    assert "Đã ghi thay đơn vị, 1 người." in words
    assert "Ghi thay đơn vị</button>" in words


def test_the_office_is_told_of_a_wrong_day(office: Office, asked: Duty, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(
        page(asked), typed(asked, {"name": HOA.name}, channel="zalo", received_on="22/10/2024")
    )

    assert (answer.status_code, "Ngày nhận ở sau hôm nay" in answer.content.decode()) == (422, True)


def test_the_office_takes_note(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA)

    as_user(office.clerk).post(page(asked), {"do": "accept", "revision": revision_of(asked)})

    assert Duty.objects.get(pk=asked.pk).state == DutyState.ACCEPTED
    jobs = unit_page(office.conference, office.unit_a, today=clock.today()).jobs
    assert [job.shown.words for job in jobs if job.duty == asked] == ["1 người dự"]


def test_the_office_gives_the_list_back_with_a_remark(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA)
    clerk, form = as_user(office.clerk), {"do": "return", "revision": revision_of(asked), "remark": "Cử thêm 1 người"}

    refused = clerk.post(page(asked), form)
    clerk.post(page(asked), form | {"due_on": "24/10/2024"})

    assert (refused.status_code, "Cử thêm 1 người" in refused.content.decode()) == (422, True)
    assert Duty.objects.get(pk=asked.pk).state == DutyState.RETURNED
    assert "Cử thêm 1 người" in shown(as_user(office.member_a), asked)


def test_the_office_decides_on_the_list_that_it_read(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA)
    seen = revision_of(asked)
    say(office, asked, NHUNG)
    clerk = as_user(office.clerk)

    accepted = clerk.post(page(asked), {"do": "accept", "revision": seen}, follow=True)
    wish = {"do": "return", "revision": seen, "remark": "Cử người khác", "due_on": "24/10/2024"}
    returned = clerk.post(page(asked), wish)

    assert "Danh sách này vừa có người đổi" in accepted.content.decode()
    assert (returned.status_code, "Cử người khác" in returned.content.decode()) == (422, True)
    assert Duty.objects.get(pk=asked.pk).state == DutyState.HANDED_IN


def test_a_letter_waits_for_its_names(office: Office, asked: Duty, as_user: ClientOf) -> None:
    version, clerk = mailed(asked), as_user(office.clerk)

    words = shown(clerk, asked)
    file = b"".join(clerk.get(f"/evidence/{version.pk}/file"))

    assert ("Có thư, chưa ghi tên" in words, "danh-sach.docx" in words, "Ghi nhận danh sách" in words) == (
        True,
        True,
        False,
    )
    assert file == b"Ong A, ba B"
    jobs = unit_page(office.conference, office.unit_a, today=clock.today()).jobs
    assert [job.shown.words for job in jobs if job.duty == asked] == ["Chờ xem · chưa ghi tên"]


def test_a_letter_without_names_is_not_taken_note_of(office: Office, asked: Duty, as_user: ClientOf) -> None:
    mailed(asked)

    form = {"do": "accept", "revision": revision_of(asked)}
    words = as_user(office.clerk).post(page(asked), form, follow=True).content.decode()

    assert ("Chưa ghi nhận: bản gửi sau cùng chưa ghi tên ai." in words, Duty.objects.get(pk=asked.pk).state) == (
        True,
        DutyState.HANDED_IN,
    )


def test_names_from_a_letter_are_written_as_it_came(office: Office, asked: Duty, as_user: ClientOf) -> None:
    mailed(asked)
    clerk = as_user(office.clerk)
    before = shown(clerk, asked)
    form = typed(asked, {"name": HOA.name}, channel="email", received_on="21/10/2024")

    clerk.post(page(asked), form)

    after = shown(clerk, asked)
    assert ('<option value="email" selected>' in before, 'value="21/10/2024"' in before) == (True, True)
    assert ("Có thư, chưa ghi tên" in after, "danh-sach.docx" in after, "Ghi nhận danh sách" in after) == (
        False,
        True,
        True,
    )


def test_a_letter_without_names_is_neither_nobody_nor_taken_note_of(office: Office, asked: Duty) -> None:
    mailed(asked)

    seen = seen_waiting(office.conference)
    accepted = accept_all(conference=office.conference, seen=seen, by=office.clerk, now=NOW)

    (sender,) = [each for group in attendance_of(office.conference).groups for each in group.senders]
    assert (accepted, sender.is_unread, sender.sends_nobody, sender.missing) == (Accepted(None, ()), True, False, 1)


def test_a_note_by_the_link_of_a_letter_waits_for_its_names(office: Office, asked: Duty, as_user: ClientOf) -> None:
    draft = make_draft(unit=office.unit_a, kind=MessageKind.REMINDER, duties=[asked], body="Nộp: {đường dẫn}")
    message = make_message(conference=office.conference, draft=draft)
    token = open_letter(message=message, unit=office.unit_a, by=office.clerk, now=NOW)
    note = {"do": "hand_in", "duty": asked.pk, f"d{asked.pk}-note": "Cử ông Hòa, bà Nhung"}

    Client().post(f"/letter/{token}/", note)

    words = shown(as_user(office.clerk), asked)
    assert ("Có bản gửi, chưa ghi tên" in words, "Cử ông Hòa, bà Nhung" in words) == (True, True)
