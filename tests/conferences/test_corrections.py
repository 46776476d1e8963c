"""The pages of a corrected plan: brought in, shown as a difference, applied, taken back."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.conferences.by_page import apply_by_page, upload
from tests.conferences.city import FRONT, City
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.correcting import start_correction
from tongket.conferences.actions.telling import tell_units
from tongket.conferences.models import Duty, PlanVersion, Reading, ReadingState
from tongket.conferences.rules import Channel, DutyKind, DutyState
from tongket.units.models import Unit

Browser = Callable[[User], Client]
DAYS = ("trước ngày 20/10/2024", "trước ngày 24/10/2024")
THANG = f"{FRONT} xã Tam Thăng"


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
