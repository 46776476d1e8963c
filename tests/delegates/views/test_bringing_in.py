"""A list of people from Excel or pasted lines: looked at, ticked, written, taken back."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.conftest import ClientOf
from tests.delegates.actions.test_listing import invited
from tests.delegates.queries.test_groups import planned as planned
from tests.office import Office
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Duty
from tongket.core.models import Event
from tongket.delegates.actions import bringing_in
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import standing

pytestmark = pytest.mark.usefixtures("monday")
ROWS: list[list[str | int]] = [
    ["DANH SÁCH ĐẠI BIỂU"],
    ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
    [1, "Phan Thị Mười", "Chi hội trưởng", "Chi hội 3"],
    [2, "Nguyễn Thị Thu Hiền", "Phó Chủ tịch", "Ủy ban MTTQ Việt Nam thành phố"],
    [3, "", "", ""],
]


def workbook() -> SimpleUploadedFile:
    """The rows above as .xlsx."""
    book, out = Workbook(), io.BytesIO()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(out)
    return SimpleUploadedFile("danh-sach.xlsx", out.getvalue())


def where(office: Office) -> str:
    return f"/conferences/{office.conference.pk}/delegates/bring-in"


def test_a_table_is_looked_at_first_and_who_is_listed_is_not_ticked(office: Office, as_user: ClientOf) -> None:
    invited(office, "Nguyễn Thị Thu Hiền")
    page = as_user(office.clerk).post(where(office), {"file": workbook(), "do": "look"}).content.decode()

    assert page.count('name="line"') == 2
    assert page.count(" checked>") == 1
    assert "Bỏ qua: đã có trong danh sách" in page
    assert Delegate.objects.count() == 1


def test_ticked_lines_are_written_and_all_of_them_taken_back(office: Office, asked: Duty, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    typed = {"text": "Phan Thị Mười; Hội viên; Chi hội 3\nLê Văn Dũng; Tổ trưởng", "do": "write", "line": ["1"]}
    answer = clerk.post(where(office), typed | {"clause": "", "channel": "email", "answer": "coming"}, follow=True)
    written = list(standing(office.conference).values_list("name", "body", "answer", "channel"))
    event = Event.objects.get(verb="bring_in_delegates")
    clerk.post(f"/delegates/taken-back/{event.pk}")

    assert written == [("Phan Thị Mười", "Chi hội 3", "coming", "email")]
    assert f'action="/delegates/taken-back/{event.pk}"' in answer.content.decode()
    assert list(standing(office.conference)) == []


def test_nothing_ticked_and_no_table_say_what_to_do(office: Office, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    typed = {"text": "Lê Văn Dũng", "do": "write", "clause": "", "channel": "email", "answer": "asked"}
    nobody = clerk.post(where(office), typed)
    nothing = clerk.post(where(office), {"text": " ", "do": "look"})
    broken = clerk.post(where(office), {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04nothing"), "do": "look"})

    assert (nobody.status_code, "Chưa chọn ai." in nobody.content.decode()) == (422, True)
    assert ">Lê Văn Dũng</textarea>" in nobody.content.decode()
    assert (nothing.status_code, "Chưa có dòng nào." in nothing.content.decode()) == (422, True)
    assert (broken.status_code, "Tệp Excel hỏng" in broken.content.decode()) == (422, True)
    assert Delegate.objects.count() == 0


def test_a_list_that_moved_meanwhile_stays_on_the_page_as_it_was_ticked(
    office: Office, as_user: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moved(**_given: object) -> None:
        raise DutyMoved

    monkeypatch.setattr(bringing_in, "bring_in", moved)
    typed = {"text": "Phan Thị Mười\nLê Văn Dũng", "do": "write", "line": ["2"]}
    answer = as_user(office.clerk).post(where(office), typed | {"clause": "", "channel": "zalo", "answer": "asked"})
    page = answer.content.decode()

    assert (answer.status_code, "Xem lại rồi nhập lần nữa." in page) == (422, True)
    assert [f'value="{number}" checked>' in page for number in (1, 2)] == [False, True]


def test_who_has_no_unit_among_others_who_do_is_pointed_out(office: Office, as_user: ClientOf) -> None:
    typed = {"text": "Phan Thị Mười; Hội viên; Chi hội 3\nLê Văn Dũng; Tổ trưởng", "do": "look"}

    page = as_user(office.clerk).post(where(office), typed).content.decode()

    assert page.count("Thêm, chưa có đơn vị") == 1


def test_groups_are_offered_as_on_the_form_of_one_person(office: Office, planned: Duty, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    pages = [clerk.post(where(office), {"text": "Lê Văn Dũng", "do": "look"}), clerk.get(where(office)[:-8] + "add")]
    offered = [page.context["form"]["clause"].field.choices for page in pages]

    planned_groups = [("II.1/1", "Ban Thường trực thành phố"), ("II.1/4", "Mỗi xã, phường 02 đại biểu")]
    planned_groups += [("II.1/5", "Đại biểu được khen thưởng")]
    named = [(clause, f"{clause} {words}") for clause, words in planned_groups]
    assert offered == [[("", "Khách mời ngoài kế hoạch"), *named]] * 2


def test_the_page_is_of_the_delegates_in_the_menu(office: Office, as_user: ClientOf) -> None:
    page = as_user(office.clerk).get(where(office)).content.decode()

    assert f'<a href="/conferences/{office.conference.pk}/delegates/" aria-current="page">' in page


def test_only_who_decides_brings_people_in(office: Office, as_user: ClientOf) -> None:
    statuses = [
        as_user(who).get(where(office)).status_code for who in (office.host_member, office.member_a, office.guest)
    ]

    assert statuses == [403, 404, 404]
