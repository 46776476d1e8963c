"""Handing out printed papers: the list to sign, and who took theirs, ticked at once and taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.factories.documents import make_document, make_recipient
from tests.office import Office
from tongket.core.models import Event
from tongket.documents.actions.reached import note_handed_out, note_reached, take_back_handed_out
from tongket.documents.models import Document, Recipient
from tongket.documents.rules import DocumentState, Reached


@pytest.fixture
def letter(office: Office) -> Document:
    document = make_document(conference=office.conference, state=DocumentState.ISSUED)
    make_recipient(document=document, unit=office.unit_a, reached=Reached.SENT)
    make_recipient(document=document, unit=office.unit_b)
    make_recipient(document=document, name="Báo Quảng Nam")
    return document


def tick(client: Client, document: Document, **data: object) -> str:
    return client.post(f"/documents/{document.pk}/hand-out", data, follow=True).content.decode()


def noted(document: Document) -> list[tuple[str, str]]:
    return list(document.recipients.order_by("ordinal").values_list("reached", "received_by"))


def test_ticked_places_and_typed_names_are_noted_with_who_took_the_paper(
    office: Office, letter: Document, as_user: ClientOf
) -> None:
    first, second, third = letter.recipients.order_by("ordinal")

    names = {f"by-{first.pk}": " Bà  Sáu ", f"by-{third.pk}": "Ông Bảy"}
    page = tick(as_user(office.clerk), letter, recipient=[first.pk, second.pk], **names)

    assert noted(letter) == [("received", "Bà Sáu"), ("received", ""), ("received", "Ông Bảy")]
    assert ("Đã ghi 3 nơi đã nhận." in page, "Bà Sáu" in page, "Ông Bảy" in page) == (True, True, True)
    assert [event.verb for event in Event.objects.order_by("pk")] == ["papers_handed_out"]


def test_all_that_are_left_are_noted_by_one_press_and_taken_back(
    office: Office, letter: Document, as_user: ClientOf
) -> None:
    before, client = noted(letter), as_user(office.clerk)

    tick(client, letter, do="all")
    done = noted(letter)
    client.post(f"/documents/undo/{Event.objects.get().pk}")

    assert (done, noted(letter)) == ([("received", "")] * 3, before)
    again = client.post(f"/documents/undo/{Event.objects.order_by('pk')[0].pk}", follow=True).content.decode()
    assert "Không lấy lại được nữa" in again


def test_taken_back_a_fault_is_known_again_and_what_a_unit_said_itself_stays(office: Office, letter: Document) -> None:
    first, second, _third = letter.recipients.order_by("ordinal")
    Recipient.objects.filter(pk=second.pk).update(reached=Reached.FAILED, fault="Hộp thư đầy.")
    event = note_handed_out(document=letter, received_by={first.pk: "", second.pk: ""}, by=office.clerk, now=NOW)
    assert event is not None
    taken = take_back_handed_out(document=letter, event=event, by=office.clerk, now=NOW)
    second.refresh_from_db()
    assert (taken, second.reached, second.fault) == (2, Reached.FAILED, "Hộp thư đầy.")

    first.refresh_from_db()
    note_reached(recipient=first, reached=Reached.RECEIVED, by=office.member_a, now=NOW + timedelta(hours=1))
    again = take_back_handed_out(document=letter, event=event, by=office.clerk, now=NOW)

    assert (again, Recipient.objects.get(pk=first.pk).reached) == (0, Reached.RECEIVED)


@pytest.mark.parametrize("number", [1, 30])
def test_places_without_a_name_are_noted_together(
    office: Office, letter: Document, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    keys = [make_recipient(document=letter, name=f"Nơi {place}").pk for place in range(number)]

    with django_assert_num_queries(5):
        note_handed_out(document=letter, received_by=dict.fromkeys(keys, ""), by=office.clerk, now=NOW)

    assert letter.recipients.filter(pk__in=keys, received_at=NOW).count() == number


def test_one_press_for_all_sends_no_other_field(office: Office, letter: Document, as_user: ClientOf) -> None:
    page = as_user(office.clerk).get(f"/documents/{letter.pk}/hand-out").content.decode()

    form = page.split('<form id="hand-all"')[1].split("</form>")[0]
    assert (form.count("<input"), "csrfmiddlewaretoken" in form) == (1, True)
    assert '<button class="btn" form="hand-all" name="do" value="all">' in page


def test_nothing_ticked_and_nothing_issued_are_told(office: Office, letter: Document, as_user: ClientOf) -> None:
    client = as_user(office.clerk)
    draft = make_document(conference=office.conference)
    make_recipient(document=draft, unit=office.unit_a)

    said = [tick(client, letter), tick(client, letter, recipient="x"), tick(client, draft, do="all")]

    assert ["Chưa đánh dấu nơi nào." in page for page in said] == [True, True, False]
    assert ("Văn bản chưa phát hành" in said[2], noted(draft)) == (True, [("not_sent", "")])


def test_places_of_another_document_are_left_alone(office: Office, letter: Document, as_user: ClientOf) -> None:
    other = make_recipient(document=make_document(conference=office.conference, state=DocumentState.ISSUED), name="X")

    tick(as_user(office.clerk), letter, recipient=other.pk)

    assert Recipient.objects.get(pk=other.pk).reached == Reached.NOT_SENT


def test_only_who_writes_ticks(office: Office, letter: Document, as_user: ClientOf) -> None:
    address = f"/documents/{letter.pk}/hand-out"
    people = (office.clerk, office.host_member, office.member_a, office.member_b, office.guest)

    assert [as_user(user).post(address, {"do": "all"}).status_code for user in people] == [302, 403, 404, 404, 404]
