"""Units are told of a corrected plan: whom, what, and what their own page then says."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.conferences.city import FRONT, City
from tests.factories.conferences import NOW, make_user
from tongket.accounts.models import AccessLink, User
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.telling import tell_units
from tongket.conferences.models import Contact
from tongket.conferences.queries.dashboard import dashboard_of
from tongket.conferences.queries.plan_page import version_of
from tongket.conferences.queries.telling import plan_notice, units_to_tell, untold_units
from tongket.conferences.rules import Channel, DutyKind
from tongket.units.models import Unit

Browser = Callable[[User], Client]
DAYS = ("trước ngày 20/10/2024", "trước ngày 24/10/2024")
THANG = f"{FRONT} xã Tam Thăng"


@pytest.mark.slow
def test_unit_is_told_only_after_a_person_says_so(city: City, as_user: Browser) -> None:
    city.apply(city.difference())
    clerk, unit = as_user(city.clerk), as_user(city.secretary)
    thang = Unit.objects.get(name=THANG)
    own, tell = f"/conferences/{city.conference.pk}/units/{thang.pk}/", f"/conferences/{city.conference.pk}/plan/2/tell"

    untold = unit.get(own).content.decode()
    drafted = clerk.post(tell, {"do": "draft", "unit": [thang.pk]})
    still_untold, contacts = unit.get(own).content.decode(), Contact.objects.count()
    clerk.post(tell, {"do": "told", "unit": [thang.pk], "channel": "phone"})
    told = unit.get(own).content.decode()

    notice = "Kế hoạch đã sửa, bản 2"
    assert (notice in untold, notice in still_untold, contacts, notice in told) == (False, False, 0, True)
    assert "hết thứ Tư, 23/10" in untold
    assert AccessLink.objects.count() == 1
    text: str = drafted.context["texts"][0]["text"]
    assert text.split("\n")[2:5] == [
        "Hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”: kế hoạch đã sửa (bản 2). "
        "Với đơn vị, những điều sau đổi:",
        "- Tham luận. Mục III.3/5.",
        "  + Hạn: hết thứ Bảy, 19/10 → hết thứ Tư, 23/10",
    ]
    assert "Xem và nộp ở đây, không cần mật khẩu: http://testserver/enter/" in text
    assert Contact.objects.get().channel == Channel.PHONE


@pytest.mark.slow
def test_telling_is_taken_back_and_the_notice_goes(city: City, as_user: Browser) -> None:
    version, _event = city.apply(city.difference())
    thang = Unit.objects.get(name=THANG)
    _told, event = tell_units(version=version, units=[thang], channel=Channel.ZALO, by=city.clerk, now=NOW)
    before = plan_notice(city.conference, thang)

    answer = as_user(city.clerk).post(f"/duties/undo/{event.pk}")

    assert answer["Location"] == f"/conferences/{city.conference.pk}/plan/2/tell"
    assert (before is not None, plan_notice(city.conference, thang), Contact.objects.count()) == (True, None, 0)


@pytest.mark.slow
def test_notice_says_the_day_as_it_is_now_and_nothing_once_the_next_correction_is_applied(city: City) -> None:
    version, _event = city.apply(city.difference(DAYS))
    thang = Unit.objects.get(name=THANG)
    tell_units(version=version, units=[thang], channel=Channel.ZALO, by=city.clerk, now=NOW)
    act.set_due(duty=city.duty(DutyKind.PAPER, "xã Tam Thăng"), due_on=date(2024, 10, 28), by=city.clerk, now=NOW)

    notice = plan_notice(city.conference, thang)
    city.apply(city.difference())

    assert notice is not None
    assert [str(line) for item in notice.items for line in item.lines] == [
        "Hạn: hết thứ Bảy, 19/10 → hết thứ Hai, 28/10"
    ]
    assert plan_notice(city.conference, thang) is None


@pytest.mark.slow
def test_other_place_of_the_conference_concerns_every_unit(city: City, as_user: Browser) -> None:
    city.apply(city.difference(("Số 99 Hùng Vương", "Số 12 Trần Phú")))

    units = as_user(city.clerk).get(f"/conferences/{city.conference.pk}/plan/2/tell").context["units"]

    assert (len(units), {each.what for each in units}) == (20, {"nơi họp"})
    assert untold_units(city.conference) == (2, 20)


@pytest.mark.slow
def test_dashboard_says_whom_to_tell_until_all_are_told(city: City) -> None:
    version, _event = city.apply(city.difference())
    number, untold = untold_units(city.conference)

    todo = next(
        each for each in dashboard_of(city.conference, today=NOW.date(), query={}).todos if each.button == "Báo"
    )
    units = Unit.objects.filter(duties__conference=city.conference).exclude(pk=city.conference.host_id).distinct()
    tell_units(version=version, units=list(units), channel=Channel.ZALO, by=city.clerk, now=NOW)

    assert (number, todo.reason) == (2, f"{untold} đơn vị chưa được báo.")
    assert untold_units(city.conference) == (2, 0)


@pytest.mark.slow
def test_nobody_chosen_writes_nothing_down(city: City, as_user: Browser) -> None:
    city.apply(city.difference(DAYS))

    as_user(city.clerk).post(f"/conferences/{city.conference.pk}/plan/2/tell", {"do": "told"})

    assert Contact.objects.count() == 0


@pytest.mark.slow
def test_telling_is_for_people_who_decide(city: City, as_user: Browser) -> None:
    city.apply(city.difference(DAYS))
    address = f"/conferences/{city.conference.pk}/plan/2/tell"

    answers = [as_user(user).get(address).status_code for user in (city.secretary, make_user())]

    assert answers == [403, 404]


@pytest.mark.slow
def test_unit_that_has_handed_in_is_not_told_of_another_day_and_the_dashboard_does_not_wait_for_it(city: City) -> None:
    city.hand_in(DutyKind.PAPER, "xã Tam Thăng")
    returned = city.hand_in(DutyKind.PAPER, "phường Tân Thạnh")
    day = act.end_of_day(date(2024, 10, 22))
    act.return_for_mending(duty=returned, remark="Dài quá", due_at=day, by=city.clerk, now=NOW)
    city.apply(city.difference(DAYS))
    version = version_of(city.conference, 2)
    assert version is not None

    told = {each.unit.place for each in units_to_tell(version) if "đổi tham luận" in each.what}

    assert {"Tam Thăng", "Tân Thạnh"} & told == set()
    assert untold_units(city.conference) == (2, len(units_to_tell(version)))
