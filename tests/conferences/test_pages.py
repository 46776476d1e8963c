"""What people do on the pages of duties, through the forms they see."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from tests.factories.conferences import NOW, make_duty, make_unit, make_user
from tests.office import Office
from tongket.accounts.models import AccessLink, User
from tongket.conferences.actions import duties as act
from tongket.conferences.models import Contact, Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.units.models import Role

pytestmark = pytest.mark.usefixtures("by_hand")

Browser = Callable[[User], Client]


def test_unit_hands_in_a_file_and_gets_a_receipt(office: Office, as_user: Browser) -> None:
    client = as_user(office.member_a)
    file = SimpleUploadedFile("tham-luan.docx", b"PK\x03\x04 docx")

    answer = client.post(
        f"/duties/{office.duty_a.pk}/", {"do": "hand_in", "note": "Bản 1", "file": file, "from": "unit"}
    )

    evidence = Evidence.objects.get(duty=office.duty_a)
    assert answer["Location"] == f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/#d{office.duty_a.pk}"
    receipt = client.get(f"/evidence/{evidence.pk}/receipt").content.decode()
    assert evidence.file is not None
    assert (evidence.receipt in receipt, evidence.file.sha256 in receipt) == (True, True)
    assert b"".join(client.get(f"/evidence/{evidence.pk}/file")) == b"PK\x03\x04 docx"


def test_unit_b_never_gets_the_file_of_unit_a(office: Office, as_user: Browser) -> None:
    evidence, _ = act.hand_in(duty=office.duty_a, note="x", data=b"x", file_name="x.txt", by=office.member_a, now=NOW)

    answers = [
        as_user(office.member_b).get(f"/evidence/{evidence.pk}/{what}").status_code for what in ("file", "receipt")
    ]

    assert answers == [404, 404]


def test_nothing_handed_in_says_what_is_missing_and_keeps_the_page(office: Office, as_user: Browser) -> None:
    answer = as_user(office.member_a).post(f"/duties/{office.duty_a.pk}/", {"do": "hand_in", "note": ""})

    assert answer.status_code == 422
    assert "Chưa có gì để gửi. Ghi vài chữ ở đây hoặc chọn một tệp." in answer.content.decode()


def test_office_enters_what_came_by_zalo_with_its_day(office: Office, as_user: Browser) -> None:
    typed = {"do": "hand_in", "note": "Ảnh chụp", "channel": "zalo", "received_on": "19/10/2024"}

    as_user(office.clerk).post(f"/duties/{office.duty_a.pk}/", typed)

    evidence = Evidence.objects.get(duty=office.duty_a)
    assert (evidence.channel, evidence.received_at.date().isoformat(), evidence.entered_by) == (
        "zalo",
        "2024-10-19",
        office.clerk,
    )


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("31/9/2024", "31/9/2024 không có trong lịch. Ghi ngày/tháng/năm, ví dụ 30/10/2024."),
        ("mai", "“mai” không phải ngày. Ghi ngày/tháng/năm, ví dụ 30/10/2024."),
        ("25/12/2024", "Ngày nhận ở sau hôm nay. Ghi ngày đã nhận thật."),
    ],
)
def test_error_day_received(office: Office, as_user: Browser, typed: str, message: str) -> None:
    form = {"do": "hand_in", "note": "Ảnh", "channel": "zalo", "received_on": typed}

    answer = as_user(office.clerk).post(f"/duties/{office.duty_a.pk}/", form)

    assert answer.context["forms"]["hand_in"].errors == {"received_on": [message]}
    assert Evidence.objects.count() == 0


def test_office_returns_then_unit_takes_back_nothing(office: Office, as_user: Browser) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)

    as_user(office.clerk).post(
        f"/duties/{office.duty_a.pk}/", {"do": "return", "remark": "Dài 3,4 trang", "due_on": "22/10/2024"}
    )
    refused = as_user(office.member_a).post(f"/duties/{office.duty_a.pk}/", {"do": "accept"})

    assert (Duty.objects.get(pk=office.duty_a.pk).state, refused.status_code) == (DutyState.RETURNED, 403)


def test_what_the_office_said_of_a_version_is_not_taken_for_the_next_one(office: Office, as_user: Browser) -> None:
    client, address = as_user(office.member_a), f"/duties/{office.duty_a.pk}/"
    own = f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/"
    client.post(address, {"do": "hand_in", "note": "Bản 1"})
    as_user(office.clerk).post(address, {"do": "return", "remark": "Dài 3,4 trang", "due_on": "22/10/2024"})
    returned = client.get(own).content.decode()
    client.post(address, {"do": "hand_in", "note": "Bản 2"})
    pages = [client.get(place).content.decode() for place in (own, address)]

    said = "<p><b>Văn phòng, về bản trước:</b> Dài 3,4 trang</p>"
    assert ["<p>Dài 3,4 trang</p>" in returned, *(said in page for page in pages)] == [True, True, True]


def test_take_back_button_undoes_the_last_change(office: Office, as_user: Browser) -> None:
    client = as_user(office.clerk)
    client.post(f"/duties/{office.duty_a.pk}/", {"do": "due", "due_on": "29/10/2024"})
    toast = client.get(f"/duties/{office.duty_a.pk}/")
    event = toast.context["page"].history[0]

    client.post(f"/duties/undo/{event.event_id}")

    assert (event.may_take_back, Duty.objects.get(pk=office.duty_a.pk).due_on) == (True, office.duty_a.due_on)


def test_unit_asks_for_time_and_sees_the_answer(office: Office, as_user: Browser) -> None:
    unit, clerk = as_user(office.member_a), as_user(office.clerk)
    unit.post(f"/duties/{office.duty_a.pk}/", {"do": "extension", "e-wanted_on": "28/10/2024", "e-reason": "Họp xã"})
    clerk.post(f"/duties/{office.duty_a.pk}/", {"do": "answer", "grant": "1", "a-answer": "Đồng ý, lần cuối"})

    page = unit.get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/").content.decode()

    assert ("Đồng ý, lần cuối" in page, "Gửi trước hết thứ Hai, 28/10" in page) == (True, True)


def test_reminder_is_drafted_only_on_the_button_with_a_link_that_opens_the_units_page(
    office: Office, as_user: Browser
) -> None:
    client = as_user(office.clerk)
    address = f"/conferences/{office.conference.pk}/reminders"
    client.get(address)
    before = AccessLink.objects.count()

    page = client.post(address, {"unit": [office.unit_a.pk]})
    text: str = page.context["texts"][0].text
    link = text.split("Nộp ở đây, không cần mật khẩu: http://testserver")[1].split("\n")[0]
    visitor = Client()
    opened = visitor.post(link)

    assert (before, AccessLink.objects.count(), Contact.objects.count()) == (0, 1, 1)
    assert opened["Location"] == f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/"
    assert visitor.get(opened["Location"]).status_code == 200
    assert "- Tham luận, hết thứ Sáu, 25/10 (còn 4 ngày). Mục I/1: “Các xã chuẩn bị tham luận”" in text


def test_workbook_holds_duties_with_real_dates(office: Office, as_user: Browser) -> None:
    make_duty(conference=office.conference, unit=None, due_on=None)

    data = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/duties.xlsx").content
    rows = list(load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True))

    assert rows[0][:3] == ("Mục", "Phần việc", "Đơn vị")
    assert {(row[2], row[4] and row[4].date().isoformat()) for row in rows[1:]} == {  # type: ignore[union-attr]
        (office.unit_a.name, "2024-10-25"),
        (office.unit_b.name, "2024-10-25"),
        ("Đơn vị chưa rõ", None),
    }


def test_calendar_feed_opens_without_signing_in_and_holds_only_the_units_days(office: Office, as_user: Browser) -> None:
    page = as_user(office.member_a).get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/")
    feed = Client().get(page.context["calendar"])

    text = feed.content.decode()
    assert feed["Content-Type"] == "text/calendar; charset=utf-8"
    assert (f"UID:duty-{office.duty_a.pk}@" in text, f"UID:duty-{office.duty_b.pk}@" in text) == (True, False)
    assert Client().get("/calendar/khong-phai.ics").status_code == 404


def test_duty_without_a_unit_is_settled_by_the_office(office: Office, as_user: Browser) -> None:
    duty = make_duty(conference=office.conference, unit=None)

    as_user(office.clerk).post(f"/duties/{duty.pk}/", {"do": "unit", "unit": office.unit_a.pk})

    assert Duty.objects.get(pk=duty.pk).unit == office.unit_a


def test_settings_fix_the_day(office: Office, as_user: Browser) -> None:
    typed = {
        "short_title": "Hội nghị",
        "held_on": "31/10/2024",
        "starts_at": "7:30",
        "venue": "Hội trường",
        "paper_pages": 3,
    }

    as_user(office.clerk).post(f"/conferences/{office.conference.pk}/settings", typed)

    office.conference.refresh_from_db()
    assert (str(office.conference.held_on), str(office.conference.starts_at)) == ("2024-10-31", "07:30:00")


@pytest.mark.parametrize("limit", ["paper_pages", "paper_minutes"])
def test_error_limit_of_papers_that_no_table_can_hold(office: Office, as_user: Browser, limit: str) -> None:
    typed = {"short_title": "Hội nghị", limit: "9" * 40}

    answer = as_user(office.clerk).post(f"/conferences/{office.conference.pk}/settings", typed)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [limit])


def test_numbers_of_absurd_length_change_nothing(office: Office, as_user: Browser) -> None:
    client, long = as_user(office.clerk), "9" * 5000
    duty = make_duty(conference=office.conference, unit=office.unit_a)
    Duty.objects.filter(pk=duty.pk).update(checklist=[{"text": "Hội trường", "done": False}])

    answers = [
        client.post(f"/conferences/{office.conference.pk}/reminders", {"unit": [long]}).status_code,
        client.post(f"/duties/{duty.pk}/", {"do": "tick", "item": long}).status_code,
        client.get(f"/readings/new?below={long}&unit=1").status_code,
    ]

    assert (answers, Duty.objects.get(pk=duty.pk).checklist[0]["done"]) == ([200, 302, 200], False)


@pytest.mark.parametrize(
    ("do", "field", "typed"),
    [
        ("extension", "wanted_on", {"e-wanted_on": "20/10/2024", "e-reason": "Họp xã"}),
        ("return", "due_on", {"due_on": "20/10/2024", "remark": "Thiếu trang 2"}),
    ],
)
def test_error_day_to_do_something_by_is_past(
    office: Office, as_user: Browser, do: str, field: str, typed: dict[str, str]
) -> None:
    act.hand_in(duty=office.duty_b, note="Bản 1", by=office.member_b, now=NOW)
    person, duty = (office.member_a, office.duty_a) if do == "extension" else (office.clerk, office.duty_b)

    answer = as_user(person).post(f"/duties/{duty.pk}/", {"do": do} | typed)

    assert answer.status_code == 422
    assert answer.context["forms"][do].errors == {field: ["20/10/2024 đã qua. Ghi hôm nay hoặc một ngày sau đó."]}


@pytest.mark.parametrize(("typed", "kept"), [("7 giờ", "07:00:00"), ("7g30", "07:30:00"), ("", "None")])
def test_hour_of_the_conference_is_taken_as_people_write_it(
    office: Office, as_user: Browser, typed: str, kept: str
) -> None:
    as_user(office.clerk).post(
        f"/conferences/{office.conference.pk}/settings", {"short_title": "Hội nghị", "starts_at": typed}
    )

    office.conference.refresh_from_db()
    assert str(office.conference.starts_at) == kept


def test_error_hour_that_no_clock_shows_keeps_what_was_typed(office: Office, as_user: Browser) -> None:
    typed = {"short_title": "Hội nghị", "starts_at": "25:99", "venue": "Nhà văn hóa"}

    answer = as_user(office.clerk).post(f"/conferences/{office.conference.pk}/settings", typed)

    assert answer.context["form"].errors == {"starts_at": ["“25:99” không phải giờ. Ghi giờ và phút, ví dụ 7:30."]}
    assert ('value="25:99"' in answer.content.decode(), 'value="Nhà văn hóa"' in answer.content.decode()) == (
        True,
        True,
    )


def test_error_number_of_a_plan_too_long_is_kept_to_be_shortened(office: Office, as_user: Browser) -> None:
    long = "305/KH-" + "A" * 60

    answer = as_user(office.clerk).post(f"/conferences/{office.conference.pk}/plan/", {"number": long})

    assert answer.context["form"].errors == {"number": ["Dài 67 ký tự, cần không quá 60. Viết gọn lại."]}
    assert (answer.status_code, f'value="{long}"' in answer.content.decode()) == (422, True)


def test_own_task_with_a_part_done_is_at_work_and_its_history_names_the_part(office: Office, as_user: Browser) -> None:
    client = as_user(office.clerk)
    duty = make_duty(conference=office.conference, unit=office.conference.host, kind=DutyKind.TASK)
    Duty.objects.filter(pk=duty.pk).update(checklist=[{"text": "hội trường", "done": False}])
    for _press in range(2):
        client.post(f"/duties/{duty.pk}/", {"do": "tick", "item": "0"})
    client.post(f"/duties/{duty.pk}/", {"do": "tick", "item": "0"})

    page = client.get(f"/duties/{duty.pk}/").context["page"]

    assert page.shown.words == "Đang làm"
    assert [line.words for line in page.history] == [
        "Đánh dấu xong: hội trường",
        "Bỏ đánh dấu: hội trường",
        "Đánh dấu xong: hội trường",
    ]


def test_newcomer_with_an_empty_directory_is_led_to_bring_it_in(as_user: Browser, db: None) -> None:
    alone = make_user(unit=make_unit(place="Tam Kỳ"), role=Role.CLERK)

    page = as_user(alone).get("/conferences/").content.decode()

    assert ('href="/units/import"' in page, page.count('href="/readings/new"')) == (True, 1)


def test_second_press_of_the_button_is_no_second_version(office: Office, as_user: Browser) -> None:
    client, address = as_user(office.member_a), f"/duties/{office.duty_a.pk}/"
    for note in ("Bản 1", "Bản 1", "Bản 2"):
        file = SimpleUploadedFile("tham-luan.docx", b"PK\x03\x04 docx")
        page = client.post(address, {"do": "hand_in", "note": note, "file": file}, follow=True)

    kept = Evidence.objects.filter(duty=office.duty_a).order_by("ordinal").values_list("ordinal", "note")

    assert list(kept) == [(1, "Bản 1"), (2, "Bản 2")]
    assert "Đã gửi. Giấy biên nhận" in page.content.decode()


def test_same_version_after_it_was_returned_is_a_new_one(office: Office, as_user: Browser) -> None:
    client, address = as_user(office.member_a), f"/duties/{office.duty_a.pk}/"
    client.post(address, {"do": "hand_in", "note": "Bản 1"})
    as_user(office.clerk).post(address, {"do": "return", "remark": "Xem lại", "due_on": "22/10/2024"})

    client.post(address, {"do": "hand_in", "note": "Bản 1"})

    assert Evidence.objects.filter(duty=office.duty_a).count() == 2


@pytest.mark.parametrize(("name", "data"), [("Tham luận.EXE", b"x"), ("tham-luan.docx", b"MZ\x90\x00"), ("a.js", b"x")])
def test_error_program_is_not_taken_for_a_paper(office: Office, as_user: Browser, name: str, data: bytes) -> None:
    typed = {"do": "hand_in", "note": "Gửi Văn phòng", "file": SimpleUploadedFile(name, data)}

    answer = as_user(office.member_a).post(f"/duties/{office.duty_a.pk}/", typed)

    assert answer.context["forms"]["hand_in"].errors == {
        "file": [f"“{name}” là chương trình, Văn phòng không mở. Gửi .docx, .pdf, .xlsx hoặc ảnh."]
    }
    assert (answer.status_code, "Gửi Văn phòng" in answer.content.decode()) == (422, True)
