"""What a person fills in for values that nobody knows yet, on the page where the text is written."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.conferences.city import City
from tests.conftest import ClientOf
from tests.documents.tam_ky import make_ready_city
from tests.factories.conferences import NOW
from tongket.documents.actions.drafting import draft_document
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState

PROGRAMME = "7:30 | Đón đại biểu | Văn phòng\r\n8:00 | Khai mạc | Bà Hiền"


@pytest.fixture
def ready(db: None) -> City:
    return make_ready_city()


@pytest.fixture
def draft(ready: City) -> Document:
    return draft_document(conference=ready.conference, kind="programme", by=ready.clerk, now=NOW)


def fields_of(page: str) -> dict[str, str]:
    """What stands in the fields for missing values, by their labels."""
    found = re.findall(
        r'<label for="id_(value_\d+)">([^<]+)</label>.*?(<(?:input|textarea)[^>]*>)([^<]*)', page, re.DOTALL
    )
    values = {}
    for _name, label, tag, text in found:
        given = re.search(r'value="([^"]*)"', tag)
        values[unescape(label)] = unescape(given[1] if given else text).strip()
    return values


def post(client: Client, document: Document, values: list[str], status: int = 302, **more: str) -> str:
    """The page after these values, in the order of the fields, were kept; the text stays as it stands."""
    document.refresh_from_db()
    data = {"revision": str(document.revision), "subject": document.subject, "body": document.body, "symbol": "CTr"}
    data |= {f"value_{place}": value for place, value in enumerate(values)} | more
    answer = client.post(f"/documents/{document.pk}/write", data)
    assert answer.status_code == status
    return answer.content.decode()


def test_values_are_typed_kept_shown_again_and_taken_out(ready: City, draft: Document, as_user: ClientOf) -> None:
    clerk, address = as_user(ready.clerk), f"/documents/{draft.pk}/write"
    before = fields_of(clerk.get(address).content.decode())
    post(clerk, draft, ["Bà Hiền", PROGRAMME])
    filled = fields_of(clerk.get(address).content.decode())

    post(clerk, draft, ["", PROGRAMME])

    draft.refresh_from_db()
    programme = PROGRAMME.replace("\r", "")
    assert before == {"Người chủ trì": "", "Các mục của chương trình": ""}
    assert filled == {"Người chủ trì": "Bà Hiền", "Các mục của chương trình": programme}
    assert draft.values == {"các mục của chương trình": programme}


def test_preview_shows_the_rows_that_were_typed(ready: City, draft: Document, as_user: ClientOf) -> None:
    page = post(as_user(ready.clerk), draft, ["", PROGRAMME], 200, preview="1")

    assert page.count("Đón đại biểu") == 2
    assert fields_of(page)["Các mục của chương trình"].splitlines() == PROGRAMME.splitlines()
    draft.refresh_from_db()
    assert draft.values == {}


def test_how_rows_are_typed_is_said(ready: City, draft: Document, as_user: ClientOf) -> None:
    page = as_user(ready.clerk).get(f"/documents/{draft.pk}/write").content.decode()

    assert "Mỗi dòng một mục: giờ | nội dung | người thực hiện." in page


def test_error_is_named_at_the_top_and_the_preview_is_of_what_was_typed(
    ready: City, draft: Document, as_user: ClientOf
) -> None:
    typed = {"subject": "Trích yếu của tôi", "body": "Chữ của tôi./.", "dated_on": "31/9/2024"}

    page = post(as_user(ready.clerk), draft, ["", ""], 422, **typed)

    assert '<a href="#id_dated_on">Ngày văn bản</a>' in page
    assert (page.count("Chữ của tôi"), page.count("Trích yếu của tôi")) == (2, 2)


def test_text_typed_while_somebody_checked_the_document_stays_on_the_page(
    ready: City, draft: Document, as_user: ClientOf
) -> None:
    Document.objects.filter(pk=draft.pk).update(state=DocumentState.CHECKED)

    page = post(as_user(ready.clerk), draft, ["", ""], 422, body="Chữ của tôi./.")

    assert ("Chữ của tôi" in page, "Người khác vừa sửa văn bản này." in page) == (True, True)
