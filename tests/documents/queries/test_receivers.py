"""Names under `Nơi nhận`: full sets of communes in one line."""

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tongket.documents.kinds import KINDS
from tongket.documents.models import Document, Recipient
from tongket.documents.queries.receivers import Receivers, receivers_of
from tongket.documents.rules import RecipientRole
from tongket.units.models import Unit
from tongket.units.rules import PlaceKind

pytestmark = pytest.mark.django_db


def document_to(units: list[Unit], kind: str = "notice") -> Document:
    conference = make_conference()
    document = Document.objects.create(conference=conference, kind=kind, made_by=make_user(), made_at=NOW)
    for place, unit in enumerate(units, 1):
        Recipient.objects.create(document=document, ordinal=place, unit=unit, name=unit.name)
    Recipient.objects.create(document=document, ordinal=99, name="Lưu trữ", role=RecipientRole.COPY)
    return document


def communes() -> list[Unit]:
    kinds = (PlaceKind.WARD, PlaceKind.COMMUNE, PlaceKind.COMMUNE)
    return [make_unit(place=f"Số {n}", place_kind=kind) for n, kind in enumerate(kinds)]


def test_all_communes_are_one_line() -> None:
    document = document_to(communes())

    assert receivers_of(document, KINDS["notice"]) == Receivers(("Ủy ban MTTQ Việt Nam các xã, phường",), ("Lưu trữ",))


def test_a_set_that_lacks_one_stays_apart() -> None:
    units = communes()
    make_unit(place="Số 9")

    assert receivers_of(document_to(units), KINDS["notice"]).addressees == tuple(unit.name for unit in units)


def test_letters_name_everybody() -> None:
    units = communes()

    assert receivers_of(document_to(units, "request"), KINDS["request"]).addressees == tuple(
        unit.name for unit in units
    )


def test_queries_stay_the_same(django_assert_num_queries: object) -> None:
    document = document_to(communes())

    with django_assert_num_queries(2):  # type: ignore[operator]
        receivers_of(document, KINDS["notice"])
