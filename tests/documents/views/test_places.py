"""The office's pre-printed sheet: shown, tried, kept, refused with what was typed, put back; drawn in what is sent."""

from typing import Any

import pypdfium2 as pdfium
import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.factories.copies import make_copies, make_invitation
from tests.office import Office
from tongket.core.models import Event, Setting
from tongket.documents.actions.certificates import set_stock
from tongket.documents.certificate import PLACES, Place
from tongket.documents.models import Document
from tongket.documents.queries.assembled import files_of
from tongket.documents.queries.certificates import stock_on
from tongket.documents.render.values import Align
from tongket.documents.rules import DocumentState
from tongket.documents.stock import Stock, stamp_of

MOVED = Place(50, 60.5, 200, 30, align=Align.LEFT, italic=True)


@pytest.fixture
def certificate(office: Office) -> Document:
    document = make_invitation(
        conference=office.conference,
        kind="certificate",
        state=DocumentState.NUMBERED,
        body=("«tên được khen» «thành tích»",),
    )
    make_copies(document, 2, common={"thanh_tich": "Đã có thành tích"})
    return document


def address_of(document: Document, page: str = "places") -> str:
    return f"/documents/{document.pk}/certificates/{page}"


def typed(**other: str) -> dict[str, str]:
    """The page of an office that set nothing yet, as a browser sends it, with what was typed otherwise."""
    data = {"seen": stamp_of(Stock()), "sheet": "a4", "width_mm": "297", "height_mm": "210", "printers": ""}
    for name, place in PLACES.items():
        row: dict[str, Any] = {"is_printed": "on", "align": place.align, "size_pt": f"{place.size_pt:g}"}
        row |= {side: f"{getattr(place, side):g}" for side in ("x_mm", "y_mm", "width_mm")}
        row |= {dress: "on" for dress in ("bold", "italic") if getattr(place, dress)}
        data |= {f"{name}-{field}": str(value) for field, value in row.items()}
    return data | other


def moved(**other: str) -> dict[str, str]:
    """The name at another place, in another dress."""
    place = {"x_mm": "50", "y_mm": "60,5", "width_mm": "200", "size_pt": "30", "align": "left", "italic": "on"}
    data = typed(**{f"name-{field}": value for field, value in place.items()}, **other)
    del data["name-bold"]
    return data


def test_only_who_writes_sets_the_sheet(office: Office, certificate: Document, as_user: ClientOf) -> None:
    people = (office.clerk, office.host_member, office.member_a, office.guest)

    assert [as_user(user).get(address_of(certificate)).status_code for user in people] == [200, 403, 404, 404]
    assert [as_user(user).post(address_of(certificate), typed()).status_code for user in people] == [302, 403, 404, 404]
    looks = [as_user(user).get(address_of(certificate, "look.svg")).status_code for user in people]
    assert looks == [200, 200, 404, 404]


def test_a_document_of_another_kind_has_no_places(office: Office, as_user: ClientOf) -> None:
    other = make_invitation(conference=office.conference)

    assert as_user(office.clerk).get(address_of(other)).status_code == 404


def test_only_what_was_moved_is_kept(office: Office, certificate: Document, as_user: ClientOf) -> None:
    data = moved(printers="Máy Văn thư; 1,5; -2", sheet="a3")
    del data["signer-is_printed"]

    as_user(office.clerk).post(address_of(certificate), data)

    stock = stock_on(office.conference, NOW.date())
    assert (stock.width_mm, stock.printers, stock.own) == (420, {"Máy Văn thư": (1.5, -2.0)}, {"name": MOVED})
    assert "signer" not in stock.printed
    row = Setting.objects.get(key="documents.certificate")
    assert (row.scope, row.valid_from_on) == (f"unit:{office.conference.host_id}", NOW.date())
    assert Event.objects.filter(verb="certificate_sheet_set").count() == 1


def test_trying_keeps_nothing_and_shows_what_was_typed(
    office: Office, certificate: Document, as_user: ClientOf
) -> None:
    client = as_user(office.clerk)

    page = client.post(address_of(certificate), moved(do="look"))

    assert (page.status_code, Setting.objects.filter(key="documents.certificate").count()) == (200, 0)
    assert "name-y_mm=60%2C5" in page.context["look"]
    tried, kept = (client.get(where).content for where in (page.context["look"], address_of(certificate, "look.svg")))
    assert tried.startswith(b"<svg")
    assert tried != kept


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("name-x_mm", "abc", "“abc” không phải số. Cần một số, ví dụ 1,15."),
        ("name-size_pt", "200", "“200” nằm ngoài khoảng dùng được. Ghi từ 6 đến 96."),
        ("name-width_mm", "290", "Mép phải ở 330 mm, tờ phôi chỉ rộng 297 mm."),
        ("signer-y_mm", "209", "Chân chữ ở 213,94 mm, tờ phôi chỉ cao 210 mm."),
        ("merit-x_mm", "", "Ô này còn trống."),
        ("printers", "Máy; 1; x", "“Máy; 1; x” chưa đúng"),
        ("printers", "Máy; 60; 0", "lệch quá 50 mm"),
        ("printers", "; 1; 1", "chưa đúng"),
    ],
)
def test_what_cannot_be_is_told_and_stays_typed(
    office: Office, certificate: Document, as_user: ClientOf, name: str, value: str, said: str
) -> None:
    page = as_user(office.clerk).post(address_of(certificate), typed(**{name: value}))

    assert (page.status_code, Setting.objects.filter(key="documents.certificate").count()) == (422, 0)
    assert said in page.content.decode()
    assert value in page.content.decode()


def test_the_second_of_two_is_told(office: Office, certificate: Document, as_user: ClientOf) -> None:
    client = as_user(office.clerk)
    set_stock(
        conference=office.conference,
        stock=Stock(printers={"B": (1.0, 0.0)}),
        seen=stamp_of(Stock()),
        by=office.clerk,
        now=NOW,
    )

    refused = client.post(address_of(certificate), moved())
    again = client.post(address_of(certificate), moved(seen=refused.context["forms"].sheet["seen"].value()))

    assert (refused.status_code, again.status_code) == (422, 302)
    assert "Người khác vừa ghi" in refused.content.decode()
    assert "60,5" in refused.content.decode()
    assert stock_on(office.conference, NOW.date()).own == {"name": MOVED}


def test_shipped_places_come_back(office: Office, certificate: Document, as_user: ClientOf) -> None:
    client, by = as_user(office.clerk), office.clerk
    own = Stock(width_mm=300, printers={"A": (1.0, 1.0)}, own={"name": MOVED})
    set_stock(conference=office.conference, stock=own, seen=stamp_of(Stock()), by=by, now=NOW)

    client.post(address_of(certificate), {"do": "restore", "seen": "of another day"})
    kept = stock_on(office.conference, NOW.date())
    client.post(address_of(certificate), {"do": "restore", "seen": stamp_of(own)})

    assert kept == own
    assert stock_on(office.conference, NOW.date()) == Stock(width_mm=300, printers={"A": (1.0, 1.0)})


def pages_of(data: bytes) -> list[tuple[int, int, str]]:
    """Width and height in mm, and the words of each page."""
    pdf = pdfium.PdfDocument(data)
    found = [
        (*(round(side / 72 * 25.4) for side in page.get_size()), page.get_textpage().get_text_bounded()) for page in pdf
    ]
    pdf.close()
    return found


def test_what_is_sent_and_taken_home_is_the_sheet(office: Office, certificate: Document, as_user: ClientOf) -> None:
    own = Stock(width_mm=300, printed=("name",), own={"name": MOVED})
    set_stock(conference=office.conference, stock=own, seen=stamp_of(Stock()), by=office.clerk, now=NOW)
    first, second = certificate.copies.order_by("ordinal")
    client = as_user(office.clerk)

    (sent,) = files_of(certificate, first)

    assert pages_of(sent.data) == [(300, 210, first.name)]
    assert pages_of(client.get(f"/documents/{certificate.pk}/copies/{second.pk}/copy.pdf").content) == [
        (300, 210, second.name)
    ]
    whole = client.get(f"/documents/{certificate.pk}/document.pdf").content
    assert pages_of(whole) == [(300, 210, first.name), (300, 210, second.name)]
