"""A unit's page: whom it sends, every fault beside what was typed, who may see it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import ClientOf
from tests.delegates.actions.test_answering import HOA, NHUNG, names, say
from tests.delegates.views.page_of_list import EMPTY, Line, key, page, shown, typed
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.accounts.actions import open_link
from tongket.accounts.rules import Purpose
from tongket.conferences.actions.duties import excuse
from tongket.conferences.models import Conference, ConferenceState, Duty, Evidence
from tongket.conferences.rules import DutyState
from tongket.core.models import Event
from tongket.delegates.limits import MOST_LINES_BACK, MOST_PEOPLE
from tongket.delegates.models import Delegate
from tongket.delegates.queries.answered import Answered, answered
from tongket.delegates.queries.waiting import revision_of
from tongket.delegates.rules import Answer, Said
from tongket.papers.models import Paper

pytestmark = pytest.mark.usefixtures("monday")


def test_a_unit_names_people_and_reads_its_receipt(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    absent = {"name": NHUNG.name, "answer": "absent", "reason": "đi học"}

    lines = {"name": HOA.name, "post": "Chủ tịch"}, absent, EMPTY
    answer = member.post(page(asked), typed(asked, *lines), follow=True)

    assert names(office.conference) == [(HOA.name, Answer.COMING), (NHUNG.name, Answer.ABSENT)]
    assert Duty.objects.get(pk=asked.pk).state == DutyState.HANDED_IN
    words = answer.content.decode()
    assert f"Đã gửi danh sách 2 người. Giấy biên nhận TK-{asked.pk:05d}-1." in words
    assert "Lấy lại" in words


def test_what_was_sent_is_taken_back_at_once(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    member.post(page(asked), typed(asked, {"name": HOA.name}))
    event = Event.objects.get(verb="hand_in")

    member.post(f"/duties/undo/{event.pk}")

    assert (names(office.conference), Duty.objects.get(pk=asked.pk).state) == ([], DutyState.OPEN)


def test_another_name_in_a_line_is_told_as_a_substitute(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA, NHUNG)
    member = as_user(office.member_a)
    lines = {"name": "Trần Quốc Bảo", "key": key(HOA.name)}, {"name": NHUNG.name, "key": key(NHUNG.name)}

    member.post(page(asked), typed(asked, *lines))

    assert f"đi thay {HOA.name}" in shown(member, asked)


def test_who_is_ticked_goes_whatever_else_the_line_says(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA, NHUNG)
    gone = {"name": "", "post": "x" * 300, "key": key(NHUNG.name), "gone": "on"}

    as_user(office.member_a).post(page(asked), typed(asked, {"name": HOA.name, "key": key(HOA.name)}, gone))

    assert names(office.conference) == [(HOA.name, Answer.COMING)]


def test_nobody_comes_with_a_reason(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member = as_user(office.member_a)

    member.post(page(asked), typed(asked, {"name": HOA.name}, do="nobody", nobody_because="trùng Đại hội"))

    assert names(office.conference) == []
    assert "Không cử người dự: trùng Đại hội." in shown(member, asked)


@pytest.mark.parametrize(
    ("lines", "more", "found"),
    [
        ([{"post": "Chủ tịch"}], {}, "Có chức vụ hoặc điện thoại mà chưa có họ tên."),
        ([{"name": "Võ Thị Sáu"}, {}, {"name": "vo thi sau"}], {}, "Người này đã ghi ở dòng 1."),
        ([{"name": "x" * 121}], {}, "121"),
        ([{"name": "Võ Thị Sáu", "answer": "absent", "reason": "x" * 301}], {}, "301"),
        ([{"name": ""}, {}], {}, "Chưa ghi tên ai."),
        ([{"name": "Võ Thị Sáu"}], {"do": "nobody"}, "Chưa ghi lý do."),
        ([{"name": "Võ Thị Sáu"}], {"nobody_because": "bận"}, "Danh sách có người, nên lý do này chưa gửi."),
        ([], {}, "Chưa ghi lý do."),
    ],
)
def test_each_fault_is_told_and_nothing_is_lost(
    office: Office, asked: Duty, as_user: ClientOf, lines: list[Line], more: dict[str, str], found: str
) -> None:
    answer = as_user(office.member_a).post(page(asked), typed(asked, *lines, **more))

    words = answer.content.decode()
    assert (answer.status_code, found in words, Delegate.objects.count()) == (422, True, 0)
    assert "Chưa gửi: còn 1 chỗ phải sửa" in words
    assert [cell for line in lines for cell in line.values() if f'value="{cell}"' not in words] == [
        cell for line in lines for cell in line.values() if cell == ""
    ]


def test_a_reason_counts_for_the_absent_alone(office: Office, asked: Duty, as_user: ClientOf) -> None:
    as_user(office.member_a).post(page(asked), typed(asked, {"name": HOA.name, "reason": "x" * 301}))

    assert Delegate.objects.get().reason == ""


def test_a_line_more_without_script_keeps_what_was_typed(office: Office, asked: Duty, as_user: ClientOf) -> None:
    lines = {"post": "Chủ tịch"}, {"name": NHUNG.name, "answer": "absent"}

    answer = as_user(office.member_a).post(page(asked), typed(asked, *lines, do="add", nobody_because="bận"))

    words = answer.content.decode()
    assert (answer.status_code, Delegate.objects.count()) == (200, 0)
    assert 'name="p-TOTAL_FORMS" value="3"' in words
    assert (f'value="{NHUNG.name}"' in words, 'value="Chủ tịch"' in words, ">\nbận</textarea>" in words) == (
        True,
        True,
        True,
    )
    assert "chưa có họ tên" not in words


def test_the_speaker_of_the_paper_is_proposed_until_somebody_answers(
    office: Office, asked: Duty, as_user: ClientOf
) -> None:
    Paper.objects.create(duty=office.duty_a, speaker_name="Phan Thị Mười", speaker_post="Chi hội trưởng")
    member = as_user(office.member_a)
    before = shown(member, asked)
    say(office, asked, because="bận")
    after = shown(member, asked)

    assert ("Ghi sẵn người trình bày" in before, 'value="Phan Thị Mười"' in before) == (True, True)
    assert ("Ghi sẵn người trình bày" in after, 'value="Phan Thị Mười"' in after) == (False, False)


def test_as_many_lines_as_are_asked_for_and_people_the_directory_knows(
    office: Office, asked: Duty, as_user: ClientOf
) -> None:
    member = as_user(office.member_a)
    before = shown(member, asked)
    say(office, asked, HOA, NHUNG, Said("Lê Văn Chín"))

    assert 'name="p-TOTAL_FORMS" value="2"' in before
    assert '<option value="Nguyễn Văn Hòa" data-post="Chuyên viên">' in before
    assert 'name="p-TOTAL_FORMS" value="3"' in shown(member, asked)


def test_a_list_that_moved_meanwhile_loses_nobody(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    stale = typed(asked, {"name": "Trần Quốc Bảo"}, {"name": "nguyen van hoa"})
    say(office, asked, HOA, NHUNG)

    answer = member.post(page(asked), stale)

    words = answer.content.decode()
    assert (answer.status_code, "Danh sách vừa có người đổi" in words) == (422, True)
    assert 'name="p-TOTAL_FORMS" value="3"' in words
    assert f'name="p-1-key" value="{key(HOA.name)}"' in words
    assert (f'value="{NHUNG.name}"' in words, f'value="{revision_of(asked)}"' in words) == (True, True)
    assert names(office.conference) == [(HOA.name, Answer.COMING), (NHUNG.name, Answer.COMING)]


@pytest.mark.parametrize(
    ("name", "replaced"), [("Lê Văn Hưng", "Lê Văn Hưng"), ("Lê Văn Hằng", None), ("le van hung", "Lê Văn Hùng")]
)
def test_people_alike_without_accents_stay_two_in_a_list_that_moved(
    office: Office, asked: Duty, as_user: ClientOf, name: str, replaced: str | None
) -> None:
    stale = typed(asked, {"name": name})
    say(office, asked, Said("Lê Văn Hùng"), Said("Lê Văn Hưng"))

    words = as_user(office.member_a).post(page(asked), stale).content.decode()

    keys = [words.partition(f'name="p-{number}-key"')[2].partition(">")[0] for number in range(3)]
    assert keys[0] == (f' value="{key(replaced)}" id="id_p-0-key"' if replaced else ' id="id_p-0-key"')
    assert words.count('name="p-TOTAL_FORMS" value="2"' if replaced else 'name="p-TOTAL_FORMS" value="3"') == 1


def test_a_page_never_gives_an_old_list_the_revision_of_a_new_one(
    office: Office, asked: Duty, as_user: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(office, asked, HOA)
    before = revision_of(asked)

    def sent_meanwhile(duty: Duty, *, today: date) -> Answered:
        found = answered(duty, today=today)
        say(office, asked, NHUNG)
        return found

    monkeypatch.setattr("tongket.delegates.views.answer.answered", sent_meanwhile)
    words = shown(as_user(office.member_a), asked)

    assert (f'name="revision" value="{before}"' in words, revision_of(asked) > before) == (True, True)


def test_a_second_press_is_not_a_second_list(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, form = as_user(office.member_a), typed(asked, {"name": HOA.name, "post": "Chủ tịch"})
    member.post(page(asked), form)

    answer = member.post(page(asked), form, follow=True)

    assert "Danh sách này đã gửi rồi." in answer.content.decode()


def test_a_list_of_another_person_alike_but_for_accents_is_no_second_press(
    office: Office, asked: Duty, as_user: ClientOf
) -> None:
    member, stale = as_user(office.member_a), typed(asked, {"name": "Phan Văn Hùng"})
    member.post(page(asked), typed(asked, {"name": "Phan Văn Hưng"}))

    answer = member.post(page(asked), stale)

    words = answer.content.decode()
    assert (answer.status_code, "đã gửi rồi" in words) == (422, False)
    assert ('value="Phan Văn Hùng"' in words, 'value="Phan Văn Hưng"' in words) == (True, True)
    assert Evidence.objects.filter(duty=asked).count() == 1


def test_a_freed_unit_keeps_what_it_typed(office: Office, asked: Duty, as_user: ClientOf) -> None:
    form = typed(asked, {"name": HOA.name})
    excuse(duty=asked, reason="Không phải cử", by=office.clerk, now=NOW)

    answer = as_user(office.member_a).post(page(asked), form)

    words = answer.content.decode()
    assert (answer.status_code, f'value="{HOA.name}"' in words, "vừa có người khác đổi" in words) == (422, True, True)
    assert "Gửi danh sách</button>" not in words.split('id="add-line"')[1]


def test_a_conference_that_was_called_off_takes_nobody(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, form = as_user(office.member_a), typed(asked, {"name": "Võ Thị Sáu", "post": "Hội viên"})
    called_off = {"cancelled_at": NOW, "cancelled_by": office.leader, "cancel_reason": "Bão"}
    Conference.objects.filter(pk=office.conference.pk).update(state=ConferenceState.CANCELLED, **called_off)

    answer = member.post(page(asked), form)

    assert (answer.status_code, "Võ Thị Sáu" in answer.content.decode()) == (409, True)
    assert "Thêm người" not in shown(member, asked)


@pytest.mark.parametrize("person", ["member_b", "guest"])
def test_another_unit_sees_nothing(office: Office, asked: Duty, as_user: ClientOf, person: str) -> None:
    say(office, asked, HOA)
    other = as_user(getattr(office, person))

    assert [other.get(page(asked)).status_code, other.post(page(asked), typed(asked)).status_code] == [404, 404]


def test_a_page_of_another_kind_of_duty_is_not_here(office: Office, as_user: ClientOf) -> None:
    assert as_user(office.clerk).get(page(office.duty_a)).status_code == 404


def test_a_reader_of_the_host_changes_nothing(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA)
    reader = as_user(office.host_member)
    posts = [typed(asked, {"name": HOA.name}), {"do": "accept"}, {"do": "return"}, {"do": "add"}]

    words = shown(reader, asked)
    assert (HOA.name in words, "Thêm người" in words, "Ghi nhận" in words) == (True, False, False)
    assert [reader.post(page(asked), each).status_code for each in posts] == [403, 403, 403, 403]


def test_a_unit_does_not_decide(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA)
    member = as_user(office.member_a)

    assert [member.post(page(asked), {"do": do}).status_code for do in ("accept", "return")] == [403, 403]


def test_the_link_to_a_units_page_leads_here_without_a_password(office: Office, asked: Duty) -> None:
    address = f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/"
    lives = timedelta(days=9)
    _link, secret = open_link(
        user=office.member_a, purpose=Purpose.UNIT_PAGE, target=address, lives=lives, by=office.clerk, now=NOW
    )
    client = Client()

    landed = client.post(reverse("accounts:enter", args=[secret.token]), follow=True)

    assert f'href="{page(asked)}"' in landed.content.decode()
    client.post(page(asked), typed(asked, {"name": HOA.name}))
    assert names(office.conference) == [(HOA.name, Answer.COMING)]


def test_a_unit_comes_here_from_its_own_page(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    unit = member.get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/").content.decode()

    assert f'href="{page(asked)}"' in unit
    assert f'href="/duties/{asked.pk}/"' in shown(member, asked)
    assert "Xin thêm thời gian" in member.get(f"/duties/{asked.pk}/").content.decode()


def test_a_list_as_long_as_a_group_may_ask_for_is_taken(office: Office, asked: Duty, as_user: ClientOf) -> None:
    people = [{"name": f"Lê Văn Số {number}"} for number in range(MOST_PEOPLE)]

    as_user(office.member_a).post(page(asked), typed(asked, *people))

    assert Delegate.objects.count() == MOST_PEOPLE


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (MOST_PEOPLE + 1, f"Danh sách có {MOST_PEOPLE + 1} người; một đơn vị ghi nhiều nhất {MOST_PEOPLE} người."),
        (MOST_LINES_BACK + 1, f"Danh sách dài quá: một đơn vị ghi nhiều nhất {MOST_PEOPLE} người."),
    ],
)
def test_a_list_that_is_too_long_says_so_and_keeps_its_lines(
    office: Office, asked: Duty, as_user: ClientOf, number: int, found: str
) -> None:
    people = [{"name": f"Lê Văn Số {place}"} for place in range(number)]

    answer = as_user(office.member_a).post(page(asked), typed(asked, *people))

    words = answer.content.decode()
    assert (answer.status_code, found in words, "Please" in words, Delegate.objects.count()) == (422, True, False, 0)
    assert words.count('value="Lê Văn Số ') == min(number, MOST_LINES_BACK)
