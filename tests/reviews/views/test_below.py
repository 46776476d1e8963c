import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import make_unit
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.accounts.models import User
from tongket.core.models import Event
from tongket.reviews.models import DraftField, Review
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db


def page(review: Review) -> str:
    return reverse("reviews:below", args=[review.conference_id, review.unit_id])


def child_of(review: Review, name: str = "thôn Một") -> Unit:
    unit = make_unit(name=f"Ban công tác Mặt trận {name}")
    Unit.objects.filter(pk=unit.pk).update(parent=review.unit)
    return unit


def test_unit_asks_those_below_and_frees_them(office: Office, sent: Review, as_user: ClientOf) -> None:
    unit, member = child_of(sent), as_user(office.member_a)
    assert unit.name in member.get(page(sent)).content.decode()
    assert "Chưa chọn đơn vị nào." in member.post(page(sent), {"do": "ask"}).content.decode()

    member.post(page(sent), {"do": "ask", "unit": str(unit.pk), "due_on": "24/10/2024"})
    lower = Review.objects.get(unit=unit)
    assert (lower.upper, str(lower.due_on)) == (sent, "2024-10-24")
    assert "<b>0/1 đơn vị đã gửi</b>" in member.get(page(sent)).content.decode()

    member.post(page(sent), {"do": f"release-{unit.pk}"})
    lower.refresh_from_db()
    assert lower.state == "excused"


def test_sums_go_into_the_units_own_draft(office: Office, sent: Review, as_user: ClientOf) -> None:
    unit = child_of(sent)
    make_review(conference=office.conference, unit=unit, upper=sent, figures={"models": 7}, confirmed=True)

    answer = as_user(office.member_a).post(page(sent), {"do": "take"})

    assert answer.headers["Location"] == reverse("reviews:write", args=[office.conference.pk, office.unit_a.pk])
    assert DraftField.objects.get(name="f:models:2024").text == "7"


def test_unit_below_asks_nobody_itself(office: Office, sent: Review, as_user: ClientOf) -> None:
    lower = make_review(conference=office.conference, unit=child_of(sent), upper=sent)

    assert as_user(office.member_a).get(page(lower)).status_code == 404


def test_unit_that_delivered_is_not_freed(office: Office, sent: Review, as_user: ClientOf) -> None:
    unit = child_of(sent)
    make_review(conference=office.conference, unit=unit, upper=sent, figures={"models": 7})

    answer = as_user(office.member_a).post(page(sent), {"do": f"release-{unit.pk}"}, follow=True)

    assert "Đơn vị này đã gửi báo cáo" in answer.content.decode()


def test_asking_freeing_and_deciding_are_taken_back_by_the_one_way(
    office: Office, sent: Review, as_user: ClientOf
) -> None:
    unit, member = child_of(sent), as_user(office.member_a)
    member.post(page(sent), {"do": "ask", "unit": str(unit.pk)})
    ask, release = (Event.objects.filter(verb=verb) for verb in ("ask_below", "release_below"))
    member.post(page(sent), {"do": f"release-{unit.pk}"})

    def take_back(event: Event, who: User) -> int:
        return as_user(who).post(reverse("conferences:take_back", args=[event.pk])).status_code

    assert take_back(release.get(), office.member_b) == 404
    assert take_back(release.get(), office.host_member) == 403
    assert take_back(release.get(), office.member_a) == 302
    assert Review.objects.get(unit=unit).state == "not_begun"
    assert take_back(ask.get(), office.member_b) == 404
    assert take_back(ask.get(), office.member_a) == 302
    assert not Review.objects.filter(unit=unit).exists()


@pytest.mark.parametrize(("number", "said"), [(1, "1 unit is asked to report."), (2, "2 units are asked to report.")])
def test_number_of_units_agrees_in_english(
    office: Office, sent: Review, as_user: ClientOf, number: int, said: str
) -> None:
    units = [child_of(sent, f"thôn {each}") for each in range(number)]
    member = as_user(office.member_a)
    member.cookies["django_language"] = "en"

    answer = member.post(page(sent), {"do": "ask", "unit": [str(unit.pk) for unit in units]}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == [said]


def test_page_offers_to_take_back_what_was_done(office: Office, sent: Review, as_user: ClientOf) -> None:
    unit, member = child_of(sent), as_user(office.member_a)

    shown = member.post(page(sent), {"do": "ask", "unit": str(unit.pk)}, follow=True).content.decode()

    event = Event.objects.get(verb="ask_below")
    assert "Đã giao 1 đơn vị gửi báo cáo." in shown
    assert reverse("conferences:take_back", args=[event.pk]) in shown
