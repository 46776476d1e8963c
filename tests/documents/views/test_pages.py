"""The pages of the desk: what they say, what their buttons do, how often they ask the database."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_duty, make_unit
from tests.factories.documents import make_document, make_entry, make_recipient
from tests.office import Office
from tongket.accounts.models import User
from tongket.core import files
from tongket.core.models import Event
from tongket.documents.actions.signing import attach_signed
from tongket.documents.models import Document, Entry
from tongket.documents.queries.desk import desk_of
from tongket.documents.queries.document_page import document_page
from tongket.documents.queries.letters import letter_rows
from tongket.documents.queries.plan import plan_row
from tongket.documents.queries.register import book_of
from tongket.documents.rules import DocumentState, Reached

AsUser = Callable[[User], Client]
S = DocumentState


def press(client: Client, document: Document, do: str, **data: object) -> str:
    """What the page says after a press."""
    answer = client.post(f"/documents/{document.pk}/", {"do": do, "revision": document.revision, **data}, follow=True)
    return answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_desk_asks_once(office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int) -> None:
    for _ in range(number):
        make_recipient(document=make_document(conference=office.conference, state=S.ISSUED), unit=office.unit_a)

    with django_assert_num_queries(1):
        rows = desk_of(office.conference).rows
        shown = [(row.label, row.title, row.shown.words) for row in rows]

    assert len(shown) == number


@pytest.mark.parametrize("number", [1, 3])
def test_document_asks_as_often_for_many_recipients(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    document = make_document(conference=office.conference, state=S.ISSUED)
    for _ in range(number):
        make_recipient(document=document, unit=make_unit())

    with django_assert_num_queries(3):
        page = document_page(document)

    assert len([row.name for row in page.recipients]) == number


@pytest.mark.parametrize("number", [1, 3])
def test_register_asks_as_often_for_many_lines(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        make_document(conference=office.conference, state=S.ISSUED)

    with django_assert_num_queries(4):
        book = book_of(office.conference.host, {"year": "2024"}, today=office.conference.made_at.date())

    assert [str(entry) for entry in book.page] == [f"{place:02}/MTTQ-BTT" for place in range(1, number + 1)]


@pytest.mark.parametrize("number", [1, 3])
def test_letters_ask_once(office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int) -> None:
    for _ in range(number):
        make_recipient(document=make_document(conference=office.conference, state=S.ISSUED), unit=office.unit_a)

    with django_assert_num_queries(1):
        rows = letter_rows(office.conference, [office.unit_a.pk])

    assert len(rows) == number


def test_desk_puts_what_waits_first_and_the_plan_last(office: Office) -> None:
    plan = make_document(conference=office.conference, kind="plan", state=S.ISSUED, number=200)
    first = make_document(conference=office.conference, state=S.ISSUED, number=212)
    second = make_document(conference=office.conference, state=S.ISSUED, number=213)
    draft = make_document(conference=office.conference)
    waiting = make_document(conference=office.conference, state=S.CHECKED)
    dropped = make_document(conference=office.conference, state=S.DROPPED)

    rows = [row.id for row in desk_of(office.conference).rows]

    assert rows == [each.pk for each in (waiting, draft, second, first, plan, dropped)]
    assert [row.id for row in desk_of(office.conference, shown="waiting").rows] == [waiting.pk]


def test_row_says_how_many_have_it(office: Office) -> None:
    document = make_document(conference=office.conference, state=S.ISSUED, number=212)
    make_recipient(document=document, unit=office.unit_a, reached=Reached.RECEIVED)
    make_recipient(document=document, unit=office.unit_b, reached=Reached.SENT)

    row = desk_of(office.conference).rows[0]

    assert (row.label, row.title, row.shown.words, row.shown.picture) == (
        "212/MTTQ-BTT",
        "V/v chuẩn bị tham luận tại hội nghị",
        "1/2 đã nhận",
        "sent",
    )


def test_opening_the_desk_makes_the_plan_for_the_clerk_only(office: Office, as_user: AsUser) -> None:
    address = f"/conferences/{office.conference.pk}/documents/"

    as_user(office.host_member).get(address)
    assert plan_row(office.conference) is None
    as_user(office.clerk).get(address)

    assert plan_row(office.conference) is not None


def test_whole_way_of_a_letter_by_buttons(office: Office, as_user: AsUser) -> None:
    clerk, leader = as_user(office.clerk), as_user(office.leader)
    document = make_document(conference=office.conference)
    make_recipient(document=document, unit=office.unit_a)

    said = press(clerk, document, "check")
    assert "Đã kiểm tra, chuyển lãnh đạo ký." in said
    document.refresh_from_db()
    queue = f"/conferences/{office.conference.pk}/documents/to-sign"
    assert "chuẩn bị tham luận tại hội nghị" in leader.get(queue).content.decode()
    said = leader.post(
        queue, {"do": "approve", "document": document.pk, "revision": document.revision}, follow=True
    ).content.decode()
    assert "Không còn văn bản nào chờ ký" in said
    document.refresh_from_db()
    said = press(
        clerk,
        document,
        "number",
        number=212,
        symbol="MTTQ-BTT",
        dated_on="21/10/2024",
        before=211,
        before_note="sổ giấy của Văn phòng",
    )
    assert "Đã cấp số 212/MTTQ-BTT." in said
    document.refresh_from_db()
    press(clerk, document, "issue")

    document.refresh_from_db()
    assert document.state == S.ISSUED


def test_gap_offers_to_enter_the_missing_numbers(office: Office, as_user: AsUser) -> None:
    make_entry(unit=office.conference.host, number=212)
    document = make_document(conference=office.conference, state=S.APPROVED)
    clerk = as_user(office.clerk)

    said = press(clerk, document, "number", number=215, symbol="MTTQ-BTT", dated_on="21/10/2024")

    assert "Số 215 để trống từ số 213 đến số 214." in said
    address = f"/conferences/{office.conference.pk}/register/outside?first=213&amp;last=214&amp;kind=request"
    assert address in said
    lines = {"o-TOTAL_FORMS": 2, "o-INITIAL_FORMS": 2}
    for place, number in enumerate((213, 214)):
        lines |= {
            f"o-{place}-number": number,
            f"o-{place}-symbol": "BC-MTTQ-BTT",  # type: ignore[dict-item]
            f"o-{place}-dated_on": "20/10/2024",  # type: ignore[dict-item]
            f"o-{place}-subject": "Báo cáo",  # type: ignore[dict-item]
        }
    clerk.post(address.replace("&amp;", "&"), lines)
    press(clerk, document, "number", number=215, symbol="MTTQ-BTT", dated_on="21/10/2024")
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [212, 213, 214, 215]


def test_leader_gives_back_with_a_remark_and_the_clerk_reads_it(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)
    queue = f"/conferences/{office.conference.pk}/documents/to-sign"
    data = {"do": "return", "document": document.pk, "revision": document.revision}

    assert as_user(office.leader).post(queue, data).status_code == 422
    as_user(office.leader).post(queue, {**data, "remark": "Ghi rõ hạn gửi."})

    assert "Ghi rõ hạn gửi." in as_user(office.clerk).get(f"/documents/{document.pk}/").content.decode()


def test_who_presses_later_is_told(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, state=S.CHECKED)
    Document.objects.filter(pk=document.pk).update(revision=4)

    said = press(as_user(office.leader), document, "approve")

    assert "Văn bản này vừa có người khác đổi." in said


def test_step_is_taken_back_by_its_link(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference)
    clerk = as_user(office.clerk)
    said = press(clerk, document, "check")
    link = said.split('action="/documents/undo/')[1].split('"')[0]

    assert as_user(office.host_member).post(f"/documents/undo/{link}").status_code == 403
    assert as_user(office.member_a).post(f"/documents/undo/{link}").status_code == 404
    clerk.post(f"/documents/undo/{link}")

    document.refresh_from_db()
    assert document.state == S.DRAFT


def test_writing_keeps_text_and_what_stands_around_it(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference)
    data = {
        "revision": 0,
        "subject": "chuẩn bị báo cáo",
        "body": "Đoạn một.\n\nĐoạn hai./.",
        "symbol": "MTTQ-BTT",
        "place": "Tam Kỳ",
        "dated_on": "",
        "signer_authority": "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH",
        "signer_name": "Lê Văn Chín",
        "archive_line": "Lưu: VT",
    }
    clerk = as_user(office.clerk)

    assert clerk.post(f"/documents/{document.pk}/write", data).status_code == 302
    document.refresh_from_db()
    assert (document.subject, document.signer_authority, document.signer_name) == (
        "chuẩn bị báo cáo",
        ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"],
        "Lê Văn Chín",
    )
    again = clerk.post(f"/documents/{document.pk}/write", data)
    assert (again.status_code, "Người khác vừa sửa văn bản này." in again.content.decode()) == (422, True)


def test_preview_keeps_nothing(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference)
    data = {"subject": "việc khác", "body": "Chữ mới./."}

    page = as_user(office.clerk).post(f"/documents/{document.pk}/preview", data).content.decode()

    assert page.strip().startswith('<div id="preview">')
    document.refresh_from_db()
    assert document.subject == "chuẩn bị tham luận tại hội nghị"


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"%PDF-1.7 plan", "Để trống thì gửi tệp “ke-hoach” đã tải lên."),
        (b"PK docx", "Tệp đã tải lên chưa phải bản ký"),
    ],
)
def test_settling_says_what_is_sent_without_a_signed_file(
    office: Office, as_user: AsUser, data: bytes, hint: str
) -> None:
    file = files.store(data=data, name="ke-hoach", now=NOW)
    office.conference.plan_versions.update(file=file)
    plan = make_document(conference=office.conference, kind="plan")

    assert hint in as_user(office.clerk).get(f"/documents/{plan.pk}/").content.decode()


def test_recipients_table_knows_units_by_name(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference)
    data = {"do": "keep", "revision": 0, "r-TOTAL_FORMS": 2, "r-INITIAL_FORMS": 0}
    names = (office.unit_a.name, "Sở Nội vụ")
    for place, name in enumerate(names):
        data |= {f"r-{place}-role": "addressee", f"r-{place}-name": name, f"r-{place}-copies": 1}

    as_user(office.clerk).post(f"/documents/{document.pk}/recipients", data)

    rows = document.recipients.order_by("ordinal").values_list("name", "unit_id")
    assert list(rows) == [(office.unit_a.name, office.unit_a.pk), ("Sở Nội vụ", None)]


def test_forgotten_units_are_added_by_one_press(office: Office, as_user: AsUser) -> None:
    plan = make_document(conference=office.conference, kind="plan", state=S.ISSUED, number=200)
    make_recipient(document=plan, unit=office.unit_a)
    make_duty(conference=office.conference, unit=office.unit_b)

    before = as_user(office.clerk).get(f"/documents/{plan.pk}/").content.decode()
    said = press(as_user(office.clerk), plan, "add_forgotten")

    # Whoever is about to send it sees them first, not below a plan of some pages.
    assert (
        before.index("1 đơn vị có việc phải làm") < before.index("Phát bản giấy, ký nhận") < before.index('class="a4')
    )
    assert "Đã thêm 1 nơi nhận." in said
    assert [row.unit for row in plan.recipients.order_by("ordinal")] == [office.unit_a, office.unit_b]


def test_signed_file_is_attached_and_read(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, state=S.NUMBERED)
    clerk = as_user(office.clerk)

    press(clerk, document, "attach", signed=SimpleUploadedFile("212.pdf", b"%PDF-1.7 scan"))
    answer = clerk.get(f"/documents/{document.pk}/signed")

    assert (answer.content, answer["Content-Type"]) == (b"%PDF-1.7 scan", "application/pdf")
    said = press(clerk, Document.objects.get(pk=document.pk), "attach", signed=SimpleUploadedFile("a.exe", b"MZ"))
    assert "không phải PDF hay ảnh" in said


def test_register_is_filtered_by_state_and_words(office: Office, as_user: AsUser) -> None:
    make_entry(unit=office.conference.host, subject="Báo cáo quý III")
    make_document(conference=office.conference, state=S.ISSUED, subject="mời họp")
    clerk, address = as_user(office.clerk), f"/conferences/{office.conference.pk}/register/?year=2024"

    def shown(query: str) -> tuple[bool, bool]:
        page = clerk.get(address + query).content.decode()
        return "Báo cáo quý III" in page, "mời họp" in page

    assert shown("") == (True, True)
    assert shown("&state=outside") == (True, False)
    assert shown("&state=issued") == (False, True)
    assert shown("&q=bao+cao") == (True, False)
    assert shown("&kind=request") == (False, True)
    assert shown("&year=2023") == (False, False)


def test_workbook_has_the_ten_columns_and_no_formula(office: Office, as_user: AsUser) -> None:
    make_entry(unit=office.conference.host, subject="=HYPERLINK(\x07)")

    answer = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/register/register.xlsx?year=2024")

    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:3] == [
        "Số, ký hiệu văn bản",
        "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản",
    ]
    assert (len(sheet[1]), sheet["C2"].value, sheet["C2"].data_type) == (10, "=HYPERLINK()", "s")
    assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.page_setup.fitToHeight) == (
        "landscape",
        "$1:$1",
        0,
    )


def test_line_is_filled_by_hand(office: Office, as_user: AsUser) -> None:
    entry = make_entry(unit=office.conference.host)
    data = {"received_by": "Bà Sáu", "handed_over_on": "22/10/2024", "kept_by": "VT", "copies": 3, "note": ""}

    as_user(office.clerk).post(f"/conferences/{office.conference.pk}/register/{entry.pk}", data)

    entry.refresh_from_db()
    assert (entry.received_by, str(entry.handed_over_on), entry.copies) == ("Bà Sáu", "2024-10-22", 3)


def test_way_of_numbering_is_set_by_a_small_form(office: Office, as_user: AsUser) -> None:
    make_entry(unit=office.conference.host)
    address, clerk = f"/conferences/{office.conference.pk}/register/numbering", as_user(office.clerk)

    refused = clerk.post(address, {"series": "kind", "year": 2024})
    taken = clerk.post(address, {"series": "kind", "year": 2025})

    assert (refused.status_code, "Năm 2024 đã cấp số theo cách cũ." in refused.content.decode()) == (422, True)
    assert taken.status_code == 302


def test_menu_counts_what_waits(office: Office, as_user: AsUser) -> None:
    make_document(conference=office.conference, state=S.CHECKED)
    page = as_user(office.leader).get(f"/conferences/{office.conference.pk}/").content.decode()

    assert f"/conferences/{office.conference.pk}/documents/" in page
    assert '<span class="count hot" title="văn bản chờ ký">1</span>' in page


def test_edited_draft_is_made_anew_and_taken_back(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, subject="tự viết")
    client = as_user(office.clerk)
    assert "Dựng lại từ mẫu" in client.get(f"/documents/{document.pk}/").content.decode()

    said = press(client, document, "redraft")
    document.refresh_from_db()
    made_anew = (document.is_edited, document.subject != "tự viết")
    client.post(f"/documents/undo/{Event.objects.get(verb='redraft_document').pk}")

    document.refresh_from_db()
    assert "Đã dựng lại từ mẫu" in said
    assert "Dựng lại từ mẫu</button>" not in said
    assert made_anew == (False, True)
    assert (document.is_edited, document.subject) == (True, "tự viết")


def test_leader_signs_without_writing_a_remark(office: Office, as_user: AsUser) -> None:
    """The field of the remark is required and closed; a browser would send nothing without `formnovalidate`."""
    make_document(conference=office.conference, state=S.CHECKED)

    page = as_user(office.leader).get(f"/conferences/{office.conference.pk}/documents/to-sign").content.decode()

    assert '<button class="btn main" name="do" value="approve" formnovalidate>' in page


def test_taking_back_a_signed_file_leaves_the_one_that_came_after_it(office: Office, as_user: AsUser) -> None:
    document = make_document(conference=office.conference, state=S.NUMBERED, number=3)
    for name in ("1.pdf", "2.pdf"):
        attach_signed(document=document, data=b"%PDF " + name.encode(), name=name, by=office.clerk, now=NOW)
    first, second = Event.objects.filter(verb="attach_signed").order_by("pk")
    client = as_user(office.clerk)

    client.post(f"/documents/undo/{first.pk}")
    document.refresh_from_db()
    assert document.signed is not None
    assert document.signed.name == "2.pdf"
    client.post(f"/documents/undo/{second.pk}")
    document.refresh_from_db()
    assert document.signed is None
