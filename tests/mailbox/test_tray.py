from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.mailbox.arriving import CAME, DOCX, NOW, Arena, letter, make_arena
from tongket.accounts.models import User
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyState
from tongket.core.models import Event, Job
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.models import Incoming

Browser = Callable[[User], Client]
pytestmark = pytest.mark.django_db
STRANGER = "Khách <khach@lavidu.vn>"


@pytest.fixture
def arena() -> Arena:
    return make_arena()


def came(**values: object) -> Incoming:
    return take_in(raw=letter(**values), came_at=CAME, by=None, now=NOW)  # type: ignore[arg-type]


def tray_of(arena: Arena, rest: str = "") -> str:
    return f"/conferences/{arena.conference.pk}/mail/in/{rest}"


def page_of(arena: Arena, incoming: Incoming, rest: str = "") -> str:
    return tray_of(arena, f"{incoming.pk}/{rest}")


def test_waiting_message_shows_guess_reasons_and_one_press(arena: Arena, as_user: Browser) -> None:
    body = "Gửi bài.\nỦy ban MTTQ Việt Nam xã Tam Phú\n"
    incoming = came(sender=STRANGER, body=body)

    page = as_user(arena.clerk).get(tray_of(arena)).content.decode()

    name = arena.unit_b.called
    assert [
        words in page
        for words in (
            f"Nhận vào: Tham luận · {name}",
            "Chữ ký cuối thư ghi “Ủy ban MTTQ Việt Nam xã Tam Phú”.",
            "Địa chỉ khach@lavidu.vn không có trong danh bạ.",
            f'name="duty" value="{arena.duty_b.pk}"',
            page_of(arena, incoming),
        )
    ] == [True] * 5


def test_one_press_files_and_says_so_with_a_way_back(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, body="Ủy ban MTTQ Việt Nam xã Tam Phú\n")
    client = as_user(arena.clerk)

    answer = client.post(page_of(arena, incoming), {"duty": arena.duty_b.pk, "next": tray_of(arena)}, follow=True)

    evidence = Evidence.objects.get(duty=arena.duty_b)
    page = answer.content.decode()
    assert evidence.entered_by == arena.clerk
    assert f"Giấy biên nhận {evidence.receipt}." in page
    assert page_of(arena, incoming, "back") in page
    client.post(page_of(arena, incoming, "back"))
    assert Duty.objects.get(pk=arena.duty_b.pk).state == DutyState.OPEN
    assert Incoming.objects.get().state == "waiting"


def test_filed_by_itself_is_shown_with_a_way_back(arena: Arena, as_user: Browser) -> None:
    incoming = came()
    client = as_user(arena.clerk)

    page = client.get(tray_of(arena, "?shelf=filed")).content.decode()

    assert ["tự nhận" in page, page_of(arena, incoming, "back") in page] == [True, True]


def test_duty_page_shows_what_came_by_mail(arena: Arena, as_user: Browser) -> None:
    came(files=[("Tham luận.docx", DOCX), ("Phụ lục.pdf", b"%PDF phu luc")])
    client = as_user(arena.member_a)

    page = client.get(f"/duties/{arena.duty_a.pk}/").content.decode()

    evidence = Evidence.objects.get()
    other = evidence.others.get()
    assert ["tự nhận từ thư" in page, "Tham luận.docx" in page, "Phụ lục.pdf" in page] == [True, True, True]
    address = f"/evidence/{evidence.pk}/file/{other.pk}"
    assert address in page
    assert client.get(address).content == b"%PDF phu luc"
    receipt = client.get(f"/evidence/{evidence.pk}/receipt").content.decode()
    assert ["tự nhận từ thư" in receipt, other.sha256 in receipt] == [True, True]


def test_taken_back_at_the_duty_is_seen_in_the_tray(arena: Arena, as_user: Browser) -> None:
    came()
    take_back(event=Event.objects.get(verb="hand_in"), by=arena.clerk, now=NOW)

    page = as_user(arena.clerk).get(tray_of(arena, "?shelf=filed")).content.decode()

    assert "Đã lấy lại ở phần việc" in page


def test_loops_are_folded_away(arena: Arena, as_user: Browser) -> None:
    came(headers=[("Auto-Submitted", "auto-replied")], subject="Tôi đi vắng")
    client = as_user(arena.clerk)

    shown = [client.get(tray_of(arena, rest)).content.decode() for rest in ("", "?shelf=left")]

    assert ["Tôi đi vắng" in page for page in shown] == [False, True]
    assert "Thư trả lời tự động" in shown[1]


def test_other_duty_is_found_by_words_without_accents(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, body="Gửi.\n")
    client = as_user(arena.clerk)

    page = client.get(page_of(arena, incoming), {"unit": "tam phu tham luan"}).content.decode()

    assert [f'value="{duty.pk}">Nhận vào' in page for duty in (arena.duty_a, arena.duty_b)] == [False, True]


def test_ticked_files_are_handed_in_and_no_others(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, files=[("a.docx", DOCX), ("b.pdf", b"%PDF b"), ("c.js", b"x()")])

    typed = {"duty": arena.duty_a.pk, "choosing": "1", "file": ["2", "3", "9", "x"]}
    as_user(arena.clerk).post(page_of(arena, incoming), typed)

    evidence = Evidence.objects.get()
    assert evidence.file is not None
    assert (evidence.file.name, evidence.others.count()) == ("b.pdf", 0)


def test_error_no_file_ticked(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER)

    answer = as_user(arena.clerk).post(
        page_of(arena, incoming), {"duty": arena.duty_a.pk, "choosing": "1"}, follow=True
    )

    assert "Chưa chọn tệp nào để nhận. Chọn ít nhất một tệp của thư." in answer.content.decode()


def test_duty_of_another_conference_is_refused(arena: Arena, as_user: Browser) -> None:
    other = make_arena()
    incoming = came(sender=STRANGER)

    assert as_user(arena.clerk).post(page_of(arena, incoming), {"duty": other.duty_a.pk}).status_code == 404


def test_put_aside_and_taken_up_again(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER)
    client = as_user(arena.clerk)

    client.post(page_of(arena, incoming), {"do": "aside"})
    assert Incoming.objects.get().state == "handled"
    client.post(page_of(arena, incoming, "back"))
    assert Incoming.objects.get().state == "waiting"


def test_second_person_is_told_that_somebody_was_faster(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER)
    client = as_user(arena.clerk)
    client.post(page_of(arena, incoming), {"duty": arena.duty_a.pk})

    answer = client.post(page_of(arena, incoming), {"duty": arena.duty_b.pk}, follow=True)

    assert "Thư hoặc phần việc này vừa có người khác đổi." in answer.content.decode()
    assert Evidence.objects.count() == 1


def test_text_of_a_stranger_is_shown_as_text(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, subject="<b>đậm</b>", body="<script>alert(1)</script>\n")

    page = as_user(arena.clerk).get(page_of(arena, incoming)).content.decode()

    assert ["<script>alert" in page, "&lt;script&gt;alert(1)&lt;/script&gt;" in page, "<b>đậm" in page] == [
        False,
        True,
        False,
    ]


def test_files_and_the_whole_message_are_given_safely(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, files=[("a.html", b"<script>x()</script>")])
    client = as_user(arena.clerk)

    file, raw = client.get(page_of(arena, incoming, "files/1")), client.get(page_of(arena, incoming, "raw"))

    assert (file["X-Content-Type-Options"], file["Content-Security-Policy"]) == (
        "nosniff",
        "sandbox; default-src 'none'",
    )
    assert (raw["Content-Type"], raw["Content-Disposition"][:10]) == ("message/rfc822", "attachment")
    assert b"a.html" in raw.content
    assert client.get(page_of(arena, incoming, "files/7")).status_code == 404


@pytest.mark.parametrize("rest", ["", "raw", "files/1"])
def test_outsiders_get_404_and_readers_403(arena: Arena, as_user: Browser, rest: str) -> None:
    incoming = came(sender=STRANGER)

    people = (arena.guest, arena.member_a, arena.host_member)
    codes = [as_user(user).get(page_of(arena, incoming, rest)).status_code for user in people]

    assert codes == [404, 403, 403]
    assert [as_user(user).get(tray_of(arena)).status_code for user in people] == [404, 403, 403]


def test_office_b_sees_nothing_of_office_a(arena: Arena, as_user: Browser) -> None:
    other = make_arena()
    incoming = came(sender=STRANGER, subject="Riêng của A")
    client = as_user(other.clerk)

    assert "Riêng của A" not in client.get(tray_of(other)).content.decode()
    assert client.get(page_of(other, incoming)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three(
    arena: Arena, as_user: Browser, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for each in range(number):
        came(sender=STRANGER, body=f"Ủy ban MTTQ Việt Nam xã Tam Phú {each}\n")
    client = as_user(arena.clerk)

    with django_assert_num_queries(25):
        client.get(tray_of(arena))


def test_menu_counts_what_waits(arena: Arena, as_user: Browser) -> None:
    came(sender=STRANGER)

    page = as_user(arena.clerk).get(f"/conferences/{arena.conference.pk}/").content.decode()

    assert 'title="thư chờ xem">1<' in page


def eml(**values: object) -> SimpleUploadedFile:
    return SimpleUploadedFile("thu.eml", letter(**values))  # type: ignore[arg-type]


def archive(*letters: bytes) -> SimpleUploadedFile:
    packed = BytesIO()
    with ZipFile(packed, "w") as written:
        for place, raw in enumerate(letters):
            written.writestr(f"thư {place}.eml", raw)
    return SimpleUploadedFile("thu.zip", packed.getvalue())


def test_files_of_messages_are_brought_in_once(arena: Arena, as_user: Browser) -> None:
    client = as_user(arena.clerk)
    one, two = letter(), letter(subject="Khác", files=())
    given = {"letters": [SimpleUploadedFile("a.eml", one), archive(one, two)]}

    page = client.post(tray_of(arena, "bring"), given, follow=True).content.decode()

    assert ("Đã nhận vào 2 thư mới." in page, Incoming.objects.count()) == (True, 2)
    assert Evidence.objects.get().duty == arena.duty_a


def test_error_file_that_is_no_message(arena: Arena, as_user: Browser) -> None:
    given = {"letters": SimpleUploadedFile("bai.docx", DOCX)}

    answer = as_user(arena.clerk).post(tray_of(arena, "bring"), given)

    assert answer.status_code == 422
    assert "bai.docx: Tệp .zip bị hỏng hoặc có mật khẩu." in answer.content.decode()


def test_error_no_file_given(arena: Arena, as_user: Browser) -> None:
    assert as_user(arena.clerk).post(tray_of(arena, "bring"), {}).status_code == 422


def test_button_asks_for_mail_at_once(arena: Arena, as_user: Browser) -> None:
    as_user(arena.clerk).post(tray_of(arena, "fetch"))

    assert Job.objects.get().name == "mailbox.fetch"
