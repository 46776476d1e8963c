"""The page of the list: who opens it, what it says, turns, sizes, and taking note of all that waits."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import ClientOf
from tests.delegates.actions.test_answering import HOA, NHUNG, keyed, say
from tests.delegates.actions.test_listing import invited
from tests.delegates.queries.test_groups import planned as planned
from tests.factories.conferences import NOW, make_duty, make_unit
from tests.office import Office
from tongket.conferences.actions.cancelling import cancel_conference
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core.text import clean
from tongket.delegates.actions.listing import remove_delegate
from tongket.delegates.models import GroupSize
from tongket.delegates.queries.groups import in_turn, standing
from tongket.delegates.rules import Said
from tongket.papers.models import Paper

pytestmark = pytest.mark.usefixtures("monday")
PEOPLE = ("clerk", "leader", "host_member", "member_a", "member_b", "guest")


def address(office: Office, page: str = "") -> str:
    """A page of the list."""
    return f"/conferences/{office.conference.pk}/delegates/{page}"


def seen_on(browser: Client, office: Office) -> str:
    """What the page says of the lists that wait."""
    return shown(browser, address(office)).partition('name="seen" value="')[2].partition('"')[0]


def shown(browser: Client, place: str) -> str:
    """The page as text, its white space as one reads it."""
    answer = browser.get(place)
    assert answer.status_code == 200
    return clean(answer.content.decode())


def test_the_list_is_the_offices(office: Office, as_user: ClientOf) -> None:
    found = [as_user(getattr(office, name)).get(address(office)).status_code for name in PEOPLE]

    assert found == [200, 200, 200, 404, 404, 404]


@pytest.mark.parametrize("page", ["order", "sizes", "accept"])
def test_clerks_and_leaders_write_readers_may_not_and_others_find_nothing(
    office: Office, planned: Duty, as_user: ClientOf, page: str
) -> None:
    row = invited(office, HOA.name)
    found = [as_user(getattr(office, name)).post(address(office, page), {"up": row.pk}).status_code for name in PEOPLE]

    assert found == [302, 302, 403, 404, 404, 404]


def test_a_speaker_who_does_not_come_is_pointed_out(office: Office, planned: Duty, as_user: ClientOf) -> None:
    Paper.objects.create(duty=office.duty_a, speaker_name=NHUNG.name)
    say(office, planned, HOA)

    assert f'/delegates/for/{planned.pk}">{NHUNG.name}, ' in shown(as_user(office.clerk), address(office))
    assert f"{NHUNG.name} có phần trình bày mà" in shown(as_user(office.member_a), f"/delegates/for/{planned.pk}")


def test_the_page_counts_who_comes_and_names_everybody(office: Office, planned: Duty, as_user: ClientOf) -> None:
    invited(office, "Nguyễn Thị Thu Hiền")
    say(office, planned, HOA, NHUNG)
    page = shown(as_user(office.clerk), address(office))

    assert "<p>5 người, 3 nhóm theo thứ tự giới thiệu. <b>2 dự, 0 vắng, 3 chưa trả lời.</b></p>" in page
    assert "Nhắc 1 đơn vị</a>" in page
    assert '<td class="num">2/4 dự</td>' in page
    assert f"{office.unit_b.name}, 2 người</span>" in page
    assert f'/conferences/{office.conference.pk}/documents/new?kind=delegate_list"' in page


def test_who_comes_instead_of_whom_is_told_and_why_nobody_comes(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    say(office, planned, HOA, NHUNG)
    say(office, planned, keyed(HOA.name, Said("Trần Quốc Bảo")), keyed(NHUNG.name, NHUNG))
    say(office, Duty.objects.get(unit=office.unit_b, kind=DutyKind.DELEGATES), because="bận họp")
    page = shown(as_user(office.clerk), address(office))

    assert 'Đi thay</span><span class="small soft">thay Nguyễn Văn Hòa</span>' in page
    assert 'Vắng</span><span class="small soft" lang="vi">bận họp</span>' in page
    assert "1 đơn vị không cử người.</p>" in page


def test_a_reader_of_the_host_is_offered_nothing_to_change(office: Office, planned: Duty, as_user: ClientOf) -> None:
    row = invited(office, HOA.name)
    say(office, planned, NHUNG)
    page = shown(as_user(office.host_member), address(office))

    assert HOA.name in page
    assert [part in page for part in (f"/delegates/{row.pk}/", "Thêm người", "Ghi nhận cả", "Ghi số người")] == [
        False
    ] * 4


def test_a_conference_that_was_called_off_offers_nothing_to_change(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    row = invited(office, HOA.name)
    conference = Conference.objects.get(pk=office.conference.pk)
    cancel_conference(conference=conference, reason="Bão số 6", by=office.clerk, now=row.made_at)
    browser = as_user(office.clerk)

    assert f"/delegates/{row.pk}/" not in shown(browser, address(office))
    assert browser.post(address(office, "accept")).status_code == 409


def test_a_press_moves_a_turn_and_stays_where_one_was(office: Office, as_user: ClientOf) -> None:
    first, second = invited(office, "Nguyễn Thị Thu Hiền"), invited(office, "Lê Văn Dũng")
    here = address(office, "?group=II.1/1")
    answer = as_user(office.clerk).post(address(office, "order"), {"down": first.pk, "next": here})

    assert answer.headers["Location"] == f"{here}#d{first.pk}"
    assert in_turn(standing(office.conference)) == [second, first]
    assert as_user(office.clerk).post(address(office, "order"), {"up": "x"}).status_code == 404


def test_who_was_just_taken_off_keeps_no_turn_and_that_is_said(office: Office, as_user: ClientOf) -> None:
    row = invited(office, "Nguyễn Thị Thu Hiền")
    remove_delegate(delegate=row, by=office.clerk, now=NOW)
    answer = as_user(office.clerk).post(address(office, "order"), {"down": row.pk}, follow=True)

    said = "Nguyễn Thị Thu Hiền vừa được bỏ khỏi danh sách, nên không đổi thứ tự."
    assert (answer.status_code, said in answer.content.decode()) == (200, True)


def test_all_that_waits_is_taken_note_of_once(office: Office, planned: Duty, as_user: ClientOf) -> None:
    say(office, planned, HOA, NHUNG)
    browser = as_user(office.clerk)
    seen = {"seen": seen_on(browser, office)}
    pages = [clean(browser.post(address(office, "accept"), seen, follow=True).content.decode()) for _ in range(2)]

    assert Duty.objects.get(pk=planned.pk).state == DutyState.ACCEPTED
    assert "Đã ghi nhận danh sách của 1 đơn vị." in pages[0]
    assert "Không còn danh sách nào chờ xem." in pages[1]


def test_a_list_sent_again_since_the_page_was_opened_is_named_and_waits(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    say(office, planned, HOA)
    browser = as_user(office.clerk)
    seen = {"seen": seen_on(browser, office)}
    say(office, planned, NHUNG)
    page = clean(browser.post(address(office, "accept"), seen, follow=True).content.decode())

    said = f"Chưa ghi nhận 1 đơn vị vì danh sách vừa đổi: {office.unit_a.name}. Xem lại rồi bấm lần nữa."
    assert (said in page, Duty.objects.get(pk=planned.pk).state) == (True, DutyState.HANDED_IN)


def test_what_was_taken_note_of_waits_again_once_it_is_taken_back(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    say(office, planned, HOA, NHUNG)
    browser = as_user(office.clerk)
    page = browser.post(address(office, "accept"), {"seen": seen_on(browser, office)}, follow=True).content.decode()
    browser.post(page.partition('role="status"')[2].partition('action="')[2].partition('"')[0])

    assert Duty.objects.get(pk=planned.pk).state == DutyState.HANDED_IN


def test_sizes_are_kept_together_and_the_plans_own_is_left_to_the_plan(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.DELEGATES, clause="II.1/5")
    browser, here = as_user(office.clerk), address(office, "sizes")
    browser.post(here, {"each-II.1/4": "3", "each-II.1/5": "2"})
    kept = dict(GroupSize.objects.values_list("clause", "each"))
    seen = {"initial-each-II.1/4": "3", "initial-each-II.1/5": "2"}
    browser.post(here, seen | {"each-II.1/4": "2", "each-II.1/5": ""})

    assert (kept, GroupSize.objects.count()) == ({"II.1/4": 3, "II.1/5": 2}, 0)


def test_a_size_that_nobody_touched_leaves_what_another_window_wrote(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    browser, here = as_user(office.clerk), address(office, "sizes")
    hidden = '<input type="hidden" name="initial-each-II.1/4" value="2"'
    seen = hidden in shown(browser, address(office))
    browser.post(here, {"initial-each-II.1/4": "2", "each-II.1/4": "3"})
    browser.post(here, {"initial-each-II.1/4": "2", "each-II.1/4": "2"})

    assert (seen, dict(GroupSize.objects.values_list("clause", "each"))) == (True, {"II.1/4": 3})


def test_a_size_that_is_none_is_told_beside_what_was_typed(office: Office, planned: Duty, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(address(office, "sizes"), {"each-II.1/4": "hai"})
    page = clean(answer.content.decode())

    assert (answer.status_code, GroupSize.objects.count()) == (422, 0)
    assert "“hai” không phải số. Cần một số nguyên, ví dụ 200." in page
    assert 'value="hai"' in page


def test_the_page_asks_as_often_for_many_as_for_one(office: Office, planned: Duty, as_user: ClientOf) -> None:
    browser, asked = as_user(office.clerk), []
    for round_ in range(3):
        duty = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.DELEGATES, clause="II.1/4")
        say(office, duty, HOA)
        say(office, duty, keyed(HOA.name, Said(f"Người Thứ {round_}")))
        with CaptureQueriesContext(connection) as queries:
            browser.get(address(office))
        asked.append(len(queries))

    assert len(set(asked[1:])) == 1
