"""The list of copies: seen by the host only, filled from lines and files, corrected, emptied."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from pytest_django import DjangoAssertNumQueries

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_duty
from tests.factories.copies import make_copies, make_invitation
from tests.factories.documents import make_recipient
from tests.office import Office
from tongket.conferences.rules import DutyKind
from tongket.documents.actions.copies import issue_copies
from tongket.documents.models import Copy, Document
from tongket.documents.queries.letters import letter_rows
from tongket.documents.rules import DocumentState

QUERIES = 23
LINES = "Nguyễn Văn A; Chủ tịch; Hội A; a@b.vn\n12345\nNguyễn văn a; CT; Hội A"


@pytest.fixture
def invitation(office: Office) -> Document:
    return make_invitation(conference=office.conference, by=office.clerk)


def at(document: Document, place: str = "") -> str:
    return f"/documents/{document.pk}/copies/{place}"


def names(document: Document) -> list[str]:
    return list(document.copies.order_by("ordinal").values_list("name", flat=True))


@pytest.mark.parametrize(("place", "post"), [("", False), ("add", False), ("propose", True), ("remove", True)])
def test_only_who_writes_comes_to_the_list(
    office: Office, invitation: Document, as_user: ClientOf, place: str, *, post: bool
) -> None:
    make_copies(invitation, 1)

    def status(user: object) -> int:
        client = as_user(user)  # type: ignore[arg-type]
        return (client.post if post else client.get)(at(invitation, place)).status_code

    assert [status(user) for user in (office.guest, office.member_a, office.member_b)] == [404, 404, 404]
    assert status(office.host_member) == (403 if place else 200)
    assert status(office.clerk) == (302 if post else 200)


def test_list_shows_who_lacks_what(office: Office, invitation: Document, as_user: ClientOf) -> None:
    make_copies(invitation, 2, common={})

    page = as_user(office.clerk).get(at(invitation)).content.decode()

    assert page.count("nội dung mời") == 2
    assert "Làm 2 bản" in page


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_three_as_for_one(
    office: Office,
    invitation: Document,
    as_user: ClientOf,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    make_copies(invitation, count)
    client = as_user(office.clerk)
    client.get(at(invitation))

    with django_assert_num_queries(QUERIES):
        client.get(at(invitation))


def test_list_is_searched_without_accents(office: Office, invitation: Document, as_user: ClientOf) -> None:
    make_copies(invitation, 12)

    page = as_user(office.clerk).get(at(invitation) + "?q=nguyen+van+12").content.decode()

    assert [f"Nguyễn Văn {place}</b>" in page for place in (11, 12)] == [False, True]


def test_lines_are_looked_at_before_they_are_written(office: Office, invitation: Document, as_user: ClientOf) -> None:
    client = as_user(office.clerk)

    page = client.post(at(invitation, "add"), {"text": LINES, "do": "look"}).content.decode()

    assert ("Dòng này không có tên ai." in page, "như dòng 1" in page, "Nhập 1 người" in page) == (True, True, True)
    assert names(invitation) == []

    client.post(at(invitation, "add"), {"text": LINES, "do": "write", "all-noi_dung_moi": "tham dự"})

    (copy,) = invitation.copies.all()
    assert (copy.name, copy.email, copy.values["noi_dung_moi"]) == ("Nguyễn Văn A", "a@b.vn", "tham dự")


def workbook(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    book, target = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(target)
    return SimpleUploadedFile("khach.xlsx", target.getvalue())


def test_table_is_read_by_its_headings(office: Office, invitation: Document, as_user: ClientOf) -> None:
    file = workbook(("TT", "Họ tên", "Đơn vị"), ("1", "Lê B", "Hội A"), ("2", "", "Hội C"))

    page = as_user(office.clerk).post(at(invitation, "add"), {"file": file, "do": "look"}).content.decode()

    assert ("Nhập 1 người" in page, "2 Hội C" in page) == (True, True)


def test_broken_table_is_refused_in_words(office: Office, invitation: Document, as_user: ClientOf) -> None:
    file = SimpleUploadedFile("khach.xlsx", b"PK\x03\x04 no")

    answer = as_user(office.clerk).post(at(invitation, "add"), {"file": file, "do": "look"})

    assert answer.status_code == 422
    assert "Tệp Excel hỏng" in answer.content.decode()


def test_units_that_owe_are_proposed_once(office: Office, invitation: Document, as_user: ClientOf) -> None:
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.DELEGATES)
    client = as_user(office.clerk)

    for _press in range(2):
        client.post(at(invitation, "propose"), {"source": "units"})

    assert names(invitation) == [office.unit_a.name]


def test_people_of_units_are_proposed(office: Office, invitation: Document, as_user: ClientOf) -> None:
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.DELEGATES)

    as_user(office.clerk).post(at(invitation, "propose"), {"source": "people"})

    (copy,) = invitation.copies.all()
    assert copy.values["nguoi_duoc_moi"] == f"Nguyễn Văn Hòa, Chuyên viên, {office.unit_a.name}"


def test_participants_of_the_plan_are_proposed(office: Office, invitation: Document, as_user: ClientOf) -> None:
    version = office.conference.plan_versions.get()
    version.facts = {"participants": [{"clause": "I/1", "text": "Thường trực Thành ủy;", "count": 2}]}
    version.save(update_fields=["facts"])

    as_user(office.clerk).post(at(invitation, "propose"), {"source": "participants"})

    (copy,) = invitation.copies.all()
    assert (copy.name, copy.values["nguoi_duoc_moi"]) == ("Thường trực Thành ủy", "Thường trực Thành ủy")


def test_copy_is_corrected_and_addressed_anew(office: Office, invitation: Document, as_user: ClientOf) -> None:
    (copy,) = make_copies(invitation, 1)
    typed = {"name": "Lê B", "post": "Bí thư", "unit": "Xã A", "email": "", "noi_dung_moi": "phát biểu tại"}
    typed["nguoi_duoc_moi"] = copy.values["nguoi_duoc_moi"]

    as_user(office.clerk).post(at(invitation, str(copy.pk)), typed)

    copy.refresh_from_db()
    assert (copy.name, copy.values["nguoi_duoc_moi"]) == ("Lê B", "Ông Lê B, Bí thư, Xã A")
    assert copy.values["noi_dung_moi"] == "phát biểu tại"


def test_copy_is_not_made_the_same_as_another(office: Office, invitation: Document, as_user: ClientOf) -> None:
    first, second = make_copies(invitation, 2)
    typed = {"name": first.name, "post": "", "unit": "Hội 1", "email": ""}

    answer = as_user(office.clerk).post(at(invitation, str(second.pk)), typed)

    second.refresh_from_db()
    assert (answer.status_code, second.name) == (422, "Nguyễn Văn 2")


def test_copy_of_another_document_is_not_found(office: Office, invitation: Document, as_user: ClientOf) -> None:
    (other,) = make_copies(make_invitation(by=office.clerk), 1)

    assert as_user(office.clerk).get(at(invitation, str(other.pk))).status_code == 404


def test_chosen_ones_are_taken_off_and_order_is_kept(office: Office, invitation: Document, as_user: ClientOf) -> None:
    copies = make_copies(invitation, 3)

    as_user(office.clerk).post(at(invitation, "remove"), {"copy": [copies[1].pk, "x", "99999999999999999999"]})

    assert names(invitation) == ["Nguyễn Văn 1", "Nguyễn Văn 3"]


def test_issued_copy_stays(office: Office, invitation: Document, as_user: ClientOf) -> None:
    first, second = make_copies(invitation, 2)
    issue_copies(document=invitation, keys=[first.pk], by=office.clerk, now=NOW)

    as_user(office.clerk).post(at(invitation, "remove"), {"copy": [first.pk, second.pk]})

    assert names(invitation) == ["Nguyễn Văn 1", "Nguyễn Văn 2"]


def test_list_of_a_document_called_back_stays(office: Office, as_user: ClientOf) -> None:
    recalled = make_invitation(conference=office.conference, state=DocumentState.RECALLED, by=office.clerk)

    as_user(office.clerk).post(at(recalled, "add"), {"text": "Lê B", "do": "write"})

    assert names(recalled) == []


def test_copy_is_shown_as_it_will_be(office: Office, invitation: Document, as_user: ClientOf) -> None:
    (copy,) = make_copies(invitation, 1)

    answer = as_user(office.host_member).get(at(invitation, f"{copy.pk}/copy.pdf"))

    assert (answer.headers["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")
    assert as_user(office.member_a).get(at(invitation, f"{copy.pk}/copy.pdf")).status_code == 404


def test_unit_without_a_copy_of_its_own_reads_no_letter_with_gaps(office: Office, as_user: ClientOf) -> None:
    document = make_invitation(conference=office.conference, state=DocumentState.ISSUED)
    without, own = (make_recipient(document=document, unit=unit) for unit in (office.unit_a, office.unit_b))
    (copy,) = make_copies(document, 1)
    Copy.objects.filter(pk=copy.pk).update(recipient=own)

    codes = [
        as_user(person).get(f"/letters/{line.pk}/").status_code
        for person, line in ((office.member_a, without), (office.member_b, own), (office.member_b, without))
    ]

    assert codes == [404, 200, 404]
    assert [len(letter_rows(office.conference, [line.unit_id or 0])) for line in (without, own)] == [0, 1]
