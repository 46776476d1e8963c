"""A list of people from Excel or pasted lines: looked at, ticked, written, taken back."""

import io
import re
from typing import Any
from unittest.mock import Mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from tests.conftest import ClientOf
from tests.delegates.actions.test_listing import invited
from tests.office import Office
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Duty
from tongket.core.models import Event
from tongket.delegates.actions.answering import DelegatesMoved
from tongket.delegates.limits import MOST_BROUGHT_IN
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


def looked_at(client: Client, office: Office, text: str, **more: Any) -> tuple[str, str, list[str], list[str]]:
    """The page after a look at a text: itself, what it showed, its boxes and those of them that are ticked."""
    page = client.post(where(office), {"text": text, "do": "look"} | more).content.decode()
    boxes = re.findall(r'name="line" value="([^"]+)"( checked)?', page)
    shown = page.partition('name="shown" value="')[2].partition('"')[0]
    return page, shown, [box for box, _ticked in boxes], [box for box, ticked in boxes if ticked]


CHOSEN = {"clause": "", "channel": "email", "answer": "coming"}


def test_ticked_lines_are_written_and_all_of_them_taken_back(office: Office, asked: Duty, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    text = "Phan Thị Mười; Hội viên; Chi hội 3\nLê Văn Dũng; Tổ trưởng"
    _page, shown, boxes, _ticked = looked_at(clerk, office, text)
    typed = {"text": text, "do": "write", "line": boxes[:1], "shown": shown}
    answer = clerk.post(where(office), typed | CHOSEN, follow=True)
    written = list(standing(office.conference).values_list("name", "body", "answer", "channel"))
    event = Event.objects.get(verb="bring_in_delegates")
    clerk.post(f"/delegates/taken-back/{event.pk}")

    assert written == [("Phan Thị Mười", "Chi hội 3", "coming", "email")]
    assert f'action="/delegates/taken-back/{event.pk}"' in answer.content.decode()
    assert list(standing(office.conference)) == []


def test_nothing_ticked_and_no_table_say_what_to_do_and_keep_the_text(office: Office, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    _page, shown, _boxes, _ticked = looked_at(clerk, office, "Lê Văn Dũng")
    nobody = clerk.post(where(office), {"text": "Lê Văn Dũng", "do": "write", "shown": shown} | CHOSEN)
    words = nobody.content.decode()
    broken = clerk.post(where(office), {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04nothing"), "do": "look"})

    assert (nobody.status_code, "Chưa chọn ai." in words, "Lê Văn Dũng</textarea>" in words) == (422, True, True)
    assert (broken.status_code, "Tệp Excel hỏng" in broken.content.decode()) == (422, True)
    assert Delegate.objects.count() == 0


def test_ticks_belong_to_people_and_not_to_places(office: Office, as_user: ClientOf) -> None:
    clerk, text = as_user(office.clerk), "Lê An\nLê Ba"
    _page, shown, boxes, _ticked = looked_at(clerk, office, text)
    left = {"line": boxes[1:], "shown": shown}
    _page, _shown, again, ticked = looked_at(clerk, office, f"Lê Tư\n{text}", **left)
    moved = clerk.post(where(office), {"text": f"Lê Tư\n{text}", "do": "write", **left, **CHOSEN})

    assert (again[1:], ticked) == (boxes, [again[0], boxes[1]])
    assert (moved.status_code, "Danh sách vừa sửa trong ô bên dưới, chưa nhập gì." in moved.content.decode()) == (
        422,
        True,
    )
    assert Delegate.objects.count() == 0


def test_what_is_no_person_or_too_long_is_told_and_a_note_shown(office: Office, as_user: ClientOf) -> None:
    lines = [
        office.unit_a.name,
        f"Lê An; {'x' * 201}; Chi hội 3",
        "Lê Ba; Hội viên; Chi hội 3; ăn chay",
        "Lê Tư; Hội viên; Chi hội 3; vắng",
    ]
    page, _shown, boxes, _ticked = looked_at(as_user(office.clerk), office, "\n".join(lines))

    assert ("Dòng này chỉ có tên đơn vị, không có tên người." in page, len(boxes)) == (True, 2)
    assert f"Ô “{'x' * 40}…” dài quá." in page
    assert ("Ghi chú “ăn chay” không nhập." in page, "Thêm, ghi là vắng" in page) == (True, True)


def test_who_belongs_to_a_unit_that_owes_cannot_be_one_that_has_not_answered(
    office: Office, asked: Duty, as_user: ClientOf
) -> None:
    clerk, text = as_user(office.clerk), f"Lê An; Hội viên; {office.unit_a.name}"
    page, shown, boxes, _ticked = looked_at(clerk, office, text)
    typed = {"text": text, "do": "write", "line": boxes, "shown": shown, **CHOSEN}
    answer = clerk.post(where(office), typed | {"clause": asked.clause, "answer": "asked"})
    clerk.post(where(office), typed | {"clause": asked.clause})

    said = "1 người thuộc đơn vị được giao cử người (Lê An), ghi vào là đơn vị đã trả lời."
    assert ("Thêm vào danh sách đơn vị" in page, answer.status_code) == (True, 422)
    assert said in answer.content.decode()
    assert Delegate.objects.get().duty_id == asked.pk


def test_more_people_than_one_press_takes_are_refused_in_words(office: Office, as_user: ClientOf) -> None:
    clerk, text = as_user(office.clerk), "\n".join(f"Lê Văn Số {number}" for number in range(MOST_BROUGHT_IN + 1))
    _page, shown, boxes, _ticked = looked_at(clerk, office, text)
    answer = clerk.post(where(office), {"text": text, "do": "write", "line": boxes, "shown": shown, **CHOSEN})

    said = f"Mỗi lần nhập nhiều nhất {MOST_BROUGHT_IN} người; đang đánh dấu {MOST_BROUGHT_IN + 1}."
    assert (answer.status_code, said in answer.content.decode(), Delegate.objects.count()) == (422, True, 0)


@pytest.mark.parametrize("fault", [DelegatesMoved, DutyMoved])
def test_a_list_that_a_unit_sent_meanwhile_keeps_the_text(
    office: Office, as_user: ClientOf, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    clerk = as_user(office.clerk)
    _page, shown, boxes, _ticked = looked_at(clerk, office, "Lê An")
    monkeypatch.setattr("tongket.delegates.actions.bringing_in.must_take_in", Mock(side_effect=fault))
    typed = {"text": "Lê An", "do": "write", "line": boxes, "shown": shown, **CHOSEN}
    answer = clerk.post(where(office), typed)

    words = answer.content.decode()
    assert (answer.status_code, "Có đơn vị vừa gửi danh sách" in words, "Lê An</textarea>" in words) == (
        422,
        True,
        True,
    )


def test_only_who_decides_brings_people_in(office: Office, as_user: ClientOf) -> None:
    statuses = [
        as_user(who).get(where(office)).status_code for who in (office.host_member, office.member_a, office.guest)
    ]

    assert statuses == [403, 404, 404]
