"""The pages of a corrected plan: brought in, shown as a difference, applied, its versions, units told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client

from tests.conferences.city import FRONT, City
from tests.conferences.corrected import corrected
from tests.factories.conferences import NOW, make_duty, make_unit, make_user
from tests.office import Office
from tongket.accounts.models import AccessLink, User
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.correcting import start_correction
from tongket.conferences.actions.extensions import ask_extension
from tongket.conferences.actions.telling import tell_units
from tongket.conferences.correction import Choice
from tongket.conferences.correction_form import choices_from
from tongket.conferences.models import Contact, Duty, PlanVersion, Reading, ReadingState
from tongket.conferences.queries.dashboard import dashboard_of
from tongket.conferences.queries.plan_page import version_of
from tongket.conferences.queries.reminders import reminder_text, units_to_remind
from tongket.conferences.queries.telling import plan_notice, units_to_tell, untold_units
from tongket.conferences.rules import Channel, DutyKind, DutyState
from tongket.units.models import Unit

Browser = Callable[[User], Client]
DAYS = ("trước ngày 20/10/2024", "trước ngày 24/10/2024")
THANG = f"{FRONT} xã Tam Thăng"


def upload(client: Client, city: City, *changes: tuple[str, str]) -> Reading:
    """The reading of a corrected plan that was uploaded as a file."""
    file = SimpleUploadedFile("sua.txt", corrected(*changes))
    client.post(f"/conferences/{city.conference.pk}/correct", {"by": "file", "file": file})
    return Reading.objects.get(corrects=city.conference, state=ReadingState.OPEN)


def apply_by_page(client: Client, reading: Reading, **choices: str) -> Any:
    """Presses the button of the page of the difference."""
    page = client.get(f"/readings/{reading.pk}/difference")
    return client.post(f"/readings/{reading.pk}/difference", {"stamp": page.context["stamp"]} | choices)


@pytest.fixture
def open_reading(office: Office) -> Reading:
    """A correction of the small conference that waits to be applied; it gives nobody anything to do."""
    text = "KẾ HOẠCH\n\nTổng kết phong trào\n\nI. MỤC ĐÍCH\n\nĐánh giá kết quả.\n".encode()
    return start_correction(conference=office.conference, data=text, name="sua.txt", by=office.clerk, now=NOW)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("person", "status"),
    [("clerk", 200), ("leader", 200), ("host_member", 403), ("member_a", 403), ("member_b", 403), ("guest", 404)],
)
def test_correction_is_for_people_who_decide(
    office: Office, open_reading: Reading, as_user: Browser, person: str, status: int
) -> None:
    client = as_user(getattr(office, person))
    upload_page = client.get(f"/conferences/{office.conference.pk}/correct").status_code

    difference = client.get(f"/readings/{open_reading.pk}/difference").status_code

    assert (upload_page, difference) == (status, 200 if status == 200 else 404)


@pytest.mark.slow
def test_stranger_and_unit_b_apply_nothing(office: Office, open_reading: Reading, as_user: Browser) -> None:
    address = f"/readings/{open_reading.pk}/difference"
    stamp = as_user(office.clerk).get(address).context["stamp"]

    answers = [as_user(user).post(address, {"stamp": stamp}).status_code for user in (office.member_b, office.guest)]

    assert (answers, office.conference.plan_versions.count()) == ([404, 404], 1)


def test_difference_of_an_ordinary_reading_is_not_there(office: Office, as_user: Browser) -> None:
    reading = Reading.objects.create(
        name="a", lines=[], clauses=[], made_by=office.clerk, made_at=NOW, state=ReadingState.OPEN
    )

    assert as_user(office.clerk).get(f"/readings/{reading.pk}/difference").status_code == 404


@pytest.mark.slow
def test_pasted_text_is_read_and_nothing_at_all_says_what_to_do(office: Office, as_user: Browser) -> None:
    client, address = as_user(office.clerk), f"/conferences/{office.conference.pk}/correct"

    empty = client.post(address, {"by": "file"})
    read = client.post(address, {"by": "text", "text": "KẾ HOẠCH\n\nTổng kết\n\nI. NỘI DUNG\n\nĐánh giá."})

    reading = Reading.objects.get(corrects=office.conference)
    assert (empty.status_code, str(empty.context["refusal"].todo)) == (422, "Chọn tệp rồi bấm “Đọc tệp này”.")
    assert read["Location"] == f"/readings/{reading.pk}/"
    assert "bản sửa của kế hoạch" in client.get("/conferences/").content.decode()


@pytest.mark.slow
def test_clerk_goes_from_file_over_the_difference_to_the_list_of_units(city: City, as_user: Browser) -> None:
    city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    client = as_user(city.clerk)
    reading = upload(client, city)

    to_difference = client.post(f"/readings/{reading.pk}/", {"do": "make"})
    page = client.get(to_difference["Location"])
    applied = apply_by_page(client, reading, **{f"keep-{page.context['page'].open[0].duty_id}": "withdraw"})
    again = client.get(to_difference["Location"])

    assert to_difference["Location"] == f"/readings/{reading.pk}/difference"
    assert page.context["page"].numbers == {"added": 3, "changed": 18, "withdrawn": 3}
    assert applied["Location"] == f"/conferences/{city.conference.pk}/plan/2/tell"
    assert again["Location"] == f"/conferences/{city.conference.pk}/plan/"
    assert Duty.objects.get(kind="nomination", unit__name="Phòng Kinh tế").state == DutyState.WITHDRAWN


@pytest.mark.slow
def test_page_shows_before_and_after_in_words(city: City, as_user: Browser) -> None:
    city.hand_in(DutyKind.PAPER, "xã Tam Thăng")
    client = as_user(city.clerk)
    reading = upload(client, city, DAYS, ("không quá 7 phút", "không quá 5 phút"))

    page = client.get(f"/readings/{reading.pk}/difference")

    (part,) = page.context["page"].parts
    papers = part.groups[0] if part.groups[0].first.kind == "paper" else part.groups[1]
    assert (papers.first.label, len(papers.items), papers.waiting) == ("Tham luận", 6, "Tam Thăng")
    assert [str(line) for line in papers.first.lines] == [
        "Hạn: hết thứ Bảy, 19/10 → hết thứ Tư, 23/10",
        "Giới hạn: 3 trang, 7 phút → 3 trang, 5 phút",
    ]
    assert [str(line) for line in page.context["page"].lines] == ["Phát biểu không quá (phút): 7 → 5"]


@pytest.mark.slow
def test_duty_that_moved_meanwhile_is_shown_again_with_what_was_chosen(city: City, as_user: Browser) -> None:
    duty = city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    client = as_user(city.clerk)
    reading = upload(client, city)
    stamp = client.get(f"/readings/{reading.pk}/difference").context["stamp"]
    act.accept(duty=duty, by=city.clerk, now=NOW)

    answer = client.post(f"/readings/{reading.pk}/difference", {"stamp": stamp, f"keep-{duty.pk}": "withdraw"})

    assert (answer.status_code, answer.context["withdrawn"], city.conference.plan_versions.count()) == (
        409,
        {duty.pk},
        1,
    )
    assert "vừa đổi trong lúc anh chị xem" in answer.content.decode()


@pytest.mark.slow
def test_open_choice_is_asked_for_and_a_second_press_changes_nothing(city: City, as_user: Browser) -> None:
    duty = city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    client = as_user(city.clerk)
    reading = upload(client, city)
    stamp = client.get(f"/readings/{reading.pk}/difference").context["stamp"]

    unanswered = client.post(f"/readings/{reading.pk}/difference", {"stamp": stamp})
    answers = [
        client.post(f"/readings/{reading.pk}/difference", {"stamp": stamp, f"keep-{duty.pk}": "keep"})["Location"]
        for _ in range(2)
    ]

    assert unanswered.status_code == 422
    assert answers == [f"/conferences/{city.conference.pk}/plan/2/tell", f"/conferences/{city.conference.pk}/plan/"]
    assert city.conference.plan_versions.count() == 2


@pytest.mark.slow
def test_same_plan_again_has_nothing_to_apply(city: City, as_user: Browser) -> None:
    client = as_user(city.clerk)
    reading = upload(client, city, ("trước ngày 20/10/2024", "trước ngày 20/10/2024"))

    page = client.get(f"/readings/{reading.pk}/difference")

    assert page.context["page"].is_empty
    assert "Bản sửa không nói gì khác" in page.content.decode()


@pytest.mark.slow
def test_correction_is_taken_back_from_the_plan_and_its_difference_waits_again(city: City, as_user: Browser) -> None:
    version, event = city.apply(city.difference(DAYS))
    client, plan = as_user(city.clerk), f"/conferences/{city.conference.pk}/plan/"
    line = client.get(plan).context["versions"][0]

    answer = client.post(f"/duties/undo/{line.event_id}", {"next": plan})

    reading = Reading.objects.get(corrects=city.conference)
    assert (line.event_id, answer["Location"]) == (event.pk, f"/readings/{reading.pk}/difference")
    assert not PlanVersion.objects.filter(pk=version.pk).exists()


@pytest.mark.slow
def test_taking_back_too_late_says_why(city: City, as_user: Browser) -> None:
    version, event = city.apply(city.difference(DAYS))
    tell_units(version=version, units=[Unit.objects.get(name=THANG)], channel=Channel.ZALO, by=city.clerk, now=NOW)
    client = as_user(city.clerk)

    client.post(f"/duties/undo/{event.pk}")

    page = client.get(f"/conferences/{city.conference.pk}/plan/").content.decode()
    assert "Không lấy lại được nữa: đã báo cho đơn vị." in page


@pytest.mark.slow
def test_every_version_opens_with_its_own_clauses_and_differences_are_for_the_office(
    city: City, as_user: Browser
) -> None:
    city.apply(city.difference(("không quá 7 phút", "không quá 5 phút")))
    city.apply(city.difference())
    clerk, unit = as_user(city.clerk), as_user(city.secretary)
    plan = f"/conferences/{city.conference.pk}/plan"

    first, second = clerk.get(f"{plan}/1/").content.decode(), clerk.get(f"{plan}/3/").content.decode()
    between = clerk.get(f"{plan}/1/to/3/")
    statuses = [
        client.get(f"{plan}/{rest}").status_code
        for client, rest in (
            (unit, "1/"),
            (unit, "1/to/3/"),
            (clerk, "9/"),
            (clerk, "3/to/1/"),
            (clerk, "1/tell"),
            (as_user(make_user()), "1/"),
        )
    ]

    assert ('id="III.3/7"' in first, 'id="III.3/7"' in second, "không còn dùng" in first) == (False, True, True)
    assert between.context["page"].numbers == {"added": 3, "changed": 18, "withdrawn": 4}
    assert [str(line) for line in between.context["page"].lines] == []
    assert statuses == [200, 403, 404, 404, 404, 404]
    assert b"".join(clerk.get(f"{plan}/1/file")).decode() == corrected(("7 phút", "7 phút")).decode()


@pytest.mark.slow
def test_kept_duty_opens_its_clause_in_the_version_that_gave_it(city: City, as_user: Browser) -> None:
    duty = city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    city.apply(city.difference())

    page = as_user(city.clerk).get(f"/duties/{duty.pk}/").content.decode()

    assert f'href="/conferences/{city.conference.pk}/plan/1/#III.3/1"' in page
    assert "Kế hoạch bản 2 không còn nêu khen thưởng; Văn phòng giữ" in page


@pytest.mark.slow
def test_evidence_shows_the_clause_that_asked_for_it(city: City, as_user: Browser) -> None:
    duty = city.hand_in(DutyKind.PAPER, "xã Tam Thăng")
    city.apply(city.difference())

    page = as_user(city.clerk).get(f"/duties/{duty.pk}/").content.decode()

    assert f'href="/conferences/{city.conference.pk}/plan/#III.3/5"' in page
    assert f'href="/conferences/{city.conference.pk}/plan/1/#III.2/4"' in page


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


@pytest.mark.parametrize(
    ("sent", "choices"),
    [
        ("", {}),
        ("keep-12=keep&keep-13=withdraw", {12: Choice.KEEP, 13: Choice.WITHDRAW}),
        ("plan-day=4-5&plan-day=9", {4: Choice.PLAN_DAY, 5: Choice.PLAN_DAY, 9: Choice.PLAN_DAY}),
        ("keep-x=keep&keep-1=plan-day&plan-day=a-b", {}),
    ],
)
def test_choices_are_taken_from_the_form(sent: str, choices: dict[int, Choice]) -> None:
    assert choices_from(QueryDict(sent)) == choices


def test_kept_duty_stands_on_the_dashboard_without_a_clause_of_the_plan_in_force(office: Office) -> None:
    Duty.objects.filter(conference=office.conference).update(plan_ordinal=2)
    kept = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.TASK)

    lines = dashboard_of(office.conference, today=NOW.date(), query={}).lines

    assert [(line.kind, line.clause) for line in lines] == [("paper", "I/1"), ("task", "")]
    assert kept.plan_ordinal == 1


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


def test_reminder_of_a_kept_duty_names_no_clause_of_the_plan_in_force(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_b.pk).update(plan_ordinal=2)
    waiting = {each.unit.pk: each for each in units_to_remind(office.conference, kind="", today=NOW.date())}

    text = reminder_text(office.conference, waiting[office.unit_a.pk], link="…", today=NOW.date())

    assert "- Tham luận, hết thứ Sáu, 25/10 (còn 4 ngày). “Chuẩn bị tham luận”" in text


def test_wish_for_more_time_of_a_withdrawn_duty_waits_for_nobody(office: Office) -> None:
    ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 29), reason="Họp", by=office.member_a, now=NOW)
    asked = [todo.button for todo in dashboard_of(office.conference, today=NOW.date(), query={}).todos]
    Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.WITHDRAWN)

    left = [todo.button for todo in dashboard_of(office.conference, today=NOW.date(), query={}).todos]

    assert ("Trả lời" in asked, "Trả lời" in left) == (True, False)
