import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.office import Office
from tongket.reviews.models import DraftField, Review
from tongket.reviews.rules import ReviewState

pytestmark = pytest.mark.django_db
FIELD = "q:shortcomings"


def page(review: Review, name: str = "write") -> str:
    return reverse(f"reviews:{name}", args=[review.conference_id, review.unit_id])


def test_form_shows_what_was_submitted(office: Office, sent: Review, as_user: ClientOf) -> None:
    shown = as_user(office.member_a).get(page(sent)).content.decode()

    assert "Bí mật của đơn vị A" in shown
    assert 'name="f:models:2024" inputmode="decimal" maxlength="120" value="12"' in shown


def test_one_field_is_saved_as_one_types(office: Office, sent: Review, as_user: ClientOf) -> None:
    client = as_user(office.member_a)

    answer = client.post(page(sent, "draft"), {FIELD: "Thiếu vốn", f"r:{FIELD}": "0"})
    assert (answer.status_code, answer.json()["revisions"]) == (200, {FIELD: 1})

    behind = client.post(page(sent, "draft"), {FIELD: "Chữ khác", f"r:{FIELD}": "0"})
    assert (behind.status_code, behind.json()["behind"]) == (409, [FIELD])
    assert "Chữ khác" in client.get(page(sent)).content.decode()


def test_field_that_is_too_long_is_refused(office: Office, sent: Review, as_user: ClientOf) -> None:
    answer = as_user(office.member_a).post(page(sent, "draft"), {FIELD: "a" * 60_001, f"r:{FIELD}": "0"})

    assert answer.status_code == 422
    assert as_user(office.member_a).post(page(sent), {"do": "save", FIELD: "a" * 60_001}).status_code == 422


def test_unit_b_writes_nothing_of_unit_a(office: Office, sent: Review, as_user: ClientOf) -> None:
    assert as_user(office.member_b).post(page(sent, "draft"), {FIELD: "x"}).status_code == 404
    assert as_user(office.member_b).post(page(sent), {"do": "submit"}).status_code == 404
    assert DraftField.objects.count() == 0


def test_form_is_saved_and_submitted_without_script(office: Office, sent: Review, as_user: ClientOf) -> None:
    client = as_user(office.member_a)
    client.post(page(sent), {"do": "save", FIELD: "Thiếu vốn.", f"r:{FIELD}": "0"})
    assert DraftField.objects.get(name=FIELD).text == "Thiếu vốn."

    answer = client.post(page(sent), {"do": "submit", FIELD: "Thiếu vốn vay.", f"r:{FIELD}": "1"})

    assert answer.headers["Location"] == page(sent, "review")
    assert [version.ordinal for version in sent.versions.order_by("ordinal")] == [1, 2]
    assert sent.answers.get(question__code="shortcomings").text == "Thiếu vốn vay."


def test_faults_are_said_at_their_field(office: Office, sent: Review, as_user: ClientOf) -> None:
    typed = {"do": "submit", "m:held_on": "32/10/2024", "m:attended": "nhiều"}

    answer = as_user(office.member_a).post(page(sent), typed)

    assert answer.status_code == 422
    assert "32/10/2024 không có trong lịch" in answer.content.decode()
    assert "“nhiều” không phải số người" in answer.content.decode()
    assert sent.versions.count() == 1


def test_empty_form_is_not_submitted(office: Office, sent: Review, as_user: ClientOf) -> None:
    path = reverse("reviews:write", args=[office.conference.pk, office.unit_b.pk])

    assert as_user(office.member_b).post(path, {"do": "submit"}).status_code == 422


def test_aside_is_chosen_and_drafts_are_dropped(office: Office, sent: Review, as_user: ClientOf) -> None:
    client = as_user(office.member_a)
    client.post(page(sent, "draft"), {FIELD: "Một", f"r:{FIELD}": "0"})
    client.post(page(sent), {"do": "save", FIELD: "Hai", f"r:{FIELD}": "0"})

    client.post(page(sent), {"do": f"take-{FIELD}"})
    assert DraftField.objects.get().text == "Hai"
    client.post(page(sent), {"do": f"drop-{FIELD}"})

    client.post(page(sent), {"do": "forget"})
    assert DraftField.objects.count() == 0


def test_accepted_review_takes_another_version_and_waits_again(office: Office, sent: Review, as_user: ClientOf) -> None:
    for do in ("confirm", "accept"):
        sent.refresh_from_db()
        as_user(office.clerk).post(page(sent, "review"), {"do": do, "revision": str(sent.revision)})

    as_user(office.member_a).post(page(sent), {"do": "submit", FIELD: "Sửa lại.", f"r:{FIELD}": "0"})

    sent.refresh_from_db()
    assert (sent.state, sent.confirmed_at) == (ReviewState.SUBMITTED, None)
