"""Making the copies: ordered, watched, stopped, taken home; by people of the host only."""

import io
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

import pypdfium2 as pdfium
import pytest
from django.http.response import HttpResponseBase
from pytest_django import DjangoAssertNumQueries

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.factories.copies import make_batch, make_copies, make_invitation
from tests.office import Office
from tongket.documents.actions.batch_work import make_batch as work_at
from tongket.documents.actions.certificates import set_stock
from tongket.documents.models import Batch, Document
from tongket.documents.rules import BatchState, DocumentState
from tongket.documents.stock import Stock, stamp_of


@pytest.fixture
def invitation(office: Office) -> Document:
    document = make_invitation(conference=office.conference, state=DocumentState.NUMBERED, by=office.clerk)
    make_copies(document, 2, by=office.clerk)
    return document


@pytest.fixture
def certificate(office: Office) -> Document:
    document = make_invitation(conference=office.conference, kind="certificate", body=("«tên được khen» «thành tích»",))
    make_copies(document, 2, common={"thanh_tich": "Đã có thành tích"})
    return document


def offered(answer: HttpResponseBase) -> str:
    """How a browser shows a file, and the name it keeps it by."""
    shown, _sign, name = answer.headers["Content-Disposition"].partition("filename*=utf-8''")
    return shown + unquote(name)


def body(stream: Iterator[bytes]) -> bytes:
    return b"".join(stream)


@pytest.mark.parametrize("place", ["", "print.pdf", "copies.zip"])
def test_only_the_host_sees_a_batch(office: Office, invitation: Document, as_user: ClientOf, place: str) -> None:
    batch = make_batch(invitation)
    work_at(batch.pk)
    address = f"/documents/batches/{batch.pk}/{place}"

    people = (office.clerk, office.host_member, office.member_a, office.member_b, office.guest)
    assert [as_user(user).get(address).status_code for user in people] == [200, 200, 404, 404, 404]


@pytest.mark.parametrize("what", ["stop", "go-on"])
def test_only_who_writes_stops_and_goes_on(office: Office, invitation: Document, as_user: ClientOf, what: str) -> None:
    address = f"/documents/batches/{make_batch(invitation).pk}/{what}"

    people = (office.clerk, office.host_member, office.member_a, office.guest)
    assert [as_user(user).post(address).status_code for user in people] == [302, 403, 404, 404]


def test_batch_is_ordered_with_its_options(office: Office, invitation: Document, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(
        f"/documents/{invitation.pk}/batches/start", {"per_sheet": "2", "is_stacked": "on"}
    )

    batch = Batch.objects.get()
    assert answer.headers["Location"] == f"/documents/batches/{batch.pk}/"
    assert (batch.per_sheet, batch.is_stacked, batch.is_zipped, batch.total) == (2, True, False, 2)


def test_batch_that_cannot_be_is_refused_in_words(office: Office, as_user: ClientOf) -> None:
    document = make_invitation(conference=office.conference, by=office.clerk)
    client = as_user(office.clerk)

    def said() -> str:
        address = f"/documents/{document.pk}/batches/start"
        return client.post(address, {"per_sheet": "1"}, follow=True).content.decode()

    assert "Chưa có ai trong danh sách" in said()
    make_copies(document, 1, common={})
    assert "1 bản còn thiếu chỗ điền: Nguyễn Văn 1." in said()
    document.copies.update(values={"nguoi_duoc_moi": "Ông A", "noi_dung_moi": "dự"})
    make_batch(document)
    assert "Đang làm một đợt khác" in said()


def test_progress_asks_again_by_itself_until_it_is_done(
    office: Office, invitation: Document, as_user: ClientOf
) -> None:
    batch = make_batch(invitation)
    client, address = as_user(office.host_member), f"/documents/batches/{batch.pk}/"

    waiting, still = client.get(address), client.get(address + "?still")
    work_at(batch.pk)
    done = client.get(address)

    assert [answer.headers.get("Refresh") for answer in (waiting, still, done)] == ["3", None, None]
    assert ("0 trên 2 bản" in waiting.content.decode(), "2 trên 2 bản" in done.content.decode()) == (True, True)


@pytest.mark.parametrize(
    ("state", "words"),
    [(BatchState.FAILED, "Dừng vì lỗi"), (BatchState.STOPPED, "Đã dừng"), (BatchState.RUNNING, "Máy đang làm lại")],
)
def test_rest_and_silence_are_shown(
    office: Office, invitation: Document, as_user: ClientOf, state: BatchState, words: str
) -> None:
    batch = make_batch(invitation)
    Batch.objects.update(state=state, fault="Hết chỗ trên đĩa." if state == BatchState.FAILED else "")

    page = as_user(office.clerk).get(f"/documents/batches/{batch.pk}/").content.decode()

    assert words in page
    assert ("Hết chỗ trên đĩa." in page) == (state == BatchState.FAILED)
    assert ("Làm tiếp" in page) == (state != BatchState.RUNNING)


def test_progress_is_cheap(
    office: Office, invitation: Document, as_user: ClientOf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, address = as_user(office.clerk), f"/documents/batches/{make_batch(invitation).pk}/"
    client.get(address)

    with django_assert_num_queries(PROGRESS_QUERIES):
        client.get(address)


PROGRESS_QUERIES = 20


def test_stop_and_go_on_are_told(office: Office, invitation: Document, as_user: ClientOf) -> None:
    client, address = as_user(office.clerk), f"/documents/batches/{make_batch(invitation).pk}/"

    assert "Đã dừng. Những bản đã làm được giữ lại." in client.post(address + "stop", follow=True).content.decode()
    assert "vừa đổi" in client.post(address + "stop", follow=True).content.decode()
    assert "Làm tiếp từ chỗ dừng." in client.post(address + "go-on", follow=True).content.decode()
    assert Batch.objects.get().state == BatchState.WAITING


def test_files_are_taken_home(office: Office, invitation: Document, as_user: ClientOf) -> None:
    batch = make_batch(invitation)
    client, address = as_user(office.clerk), f"/documents/batches/{batch.pk}/"
    before = [client.get(address + name).status_code for name in ("print.pdf", "copies.zip")]
    work_at(batch.pk)

    printed, zipped = client.get(address + "print.pdf"), client.get(address + "copies.zip")

    assert before == [404, 404]
    assert len(pdfium.PdfDocument(body(printed.streaming_content))) == 2  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(body(zipped.streaming_content))) as archive:  # type: ignore[attr-defined]
        assert len(archive.namelist()) == 2
    assert zipped.headers["Content-Type"] == "application/zip"
    assert [offered(answer) for answer in (printed, zipped)] == [
        "inline; Giấy mời 01 - bản in đợt 1 - dự hội nghị tổng kết.pdf",
        "attachment; Giấy mời 01 - từng bản đợt 1 - dự hội nghị tổng kết.zip",
    ]


def test_files_of_a_document_without_number_say_so(office: Office, as_user: ClientOf) -> None:
    document = make_invitation(conference=office.conference, by=office.clerk)
    (copy,) = make_copies(document, 1)
    batch = make_batch(document)
    work_at(batch.pk)
    client = as_user(office.clerk)
    one = document.pk
    places = (f"batches/{batch.pk}/print.pdf", f"{one}/document.docx", f"{one}/copies/{copy.pk}/copy.pdf")

    assert [offered(client.get(f"/documents/{place}")) for place in places] == [
        "inline; Giấy mời chưa có số - bản in thử đợt 1 - dự hội nghị tổng kết.pdf",
        "attachment; Giấy mời chưa có số - dự hội nghị tổng kết.docx",
        "inline; Giấy mời chưa có số - Nguyễn Văn 1 - dự hội nghị tổng kết.pdf",
    ]


def test_only_the_host_prints_certificates(office: Office, certificate: Document, as_user: ClientOf) -> None:
    address = f"/documents/{certificate.pk}/certificates/"
    people = (office.clerk, office.host_member, office.member_a, office.guest)

    assert [as_user(user).get(address).status_code for user in people] == [200, 200, 404, 404]
    assert [as_user(user).get(address + "sheet.pdf?grid").status_code for user in people] == [200, 200, 404, 404]


def test_invitation_has_no_page_of_certificates(office: Office, invitation: Document, as_user: ClientOf) -> None:
    assert as_user(office.clerk).get(f"/documents/{invitation.pk}/certificates/").status_code == 404


def test_batch_of_certificates_follows_its_printer(office: Office, certificate: Document, as_user: ClientOf) -> None:
    stock = Stock(printers={"Máy Văn thư": (1.5, -2.0)})
    set_stock(conference=office.conference, stock=stock, seen=stamp_of(Stock()), by=office.clerk, now=NOW)

    as_user(office.clerk).post(
        f"/documents/{certificate.pk}/batches/start", {"per_sheet": "4", "printer": "Máy Văn thư"}
    )

    batch = Batch.objects.get()
    work_at(batch.pk)
    batch.refresh_from_db()
    assert (batch.per_sheet, batch.dx_mm, batch.dy_mm, batch.state) == (1, 1.5, -2.0, BatchState.DONE)
