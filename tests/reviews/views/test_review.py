import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import make_user
from tests.factories.reviews import figures_value, make_review
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.core.models import Event
from tongket.reviews.actions.submitting import submit_review
from tongket.reviews.models import Figure, Review
from tongket.reviews.rules import CameAs, FigureState, ReviewState
from tongket.reviews.values import Filled

pytestmark = pytest.mark.django_db
SECRET = "Bí mật của đơn vị A"


def page(review: Review, name: str = "review") -> str:
    return reverse(f"reviews:{name}", args=[review.conference_id, review.unit_id])


def post(client_of: ClientOf, user: User, review: Review, do: str, **values: str) -> int:
    data = {"do": do, "revision": str(review.revision)} | values
    return client_of(user).post(page(review), data).status_code


def test_unit_b_sees_nothing_of_unit_a(office: Office, sent: Review, as_user: ClientOf) -> None:
    assert SECRET in as_user(office.member_a).get(page(sent)).content.decode()
    assert SECRET in as_user(office.host_member).get(page(sent)).content.decode()
    for name in ("review", "write", "hand_in", "enter", "figures", "below"):
        assert as_user(office.member_b).get(page(sent, name)).status_code == 404
        assert as_user(office.guest).get(page(sent, name)).status_code == 404


def test_readers_of_the_host_may_not_decide_nor_write(office: Office, sent: Review, as_user: ClientOf) -> None:
    assert post(as_user, office.host_member, sent, "return", remark="x", due_on="25/10/2024") == 403
    assert as_user(office.host_member).get(page(sent, "write")).status_code == 403
    assert as_user(office.host_member).get(page(sent, "enter")).status_code == 403


def test_member_may_not_confirm_and_leader_may(office: Office, sent: Review, leader_a: User, as_user: ClientOf) -> None:
    assert post(as_user, office.member_a, sent, "confirm") == 403

    assert post(as_user, leader_a, sent, "confirm") == 302

    sent.refresh_from_db()
    assert (sent.confirmed_by, sent.confirmed_how) == (leader_a, "web")


def test_confirming_another_state_than_seen_changes_nothing(sent: Review, leader_a: User, as_user: ClientOf) -> None:
    Review.objects.filter(pk=sent.pk).update(revision=99)

    assert post(as_user, leader_a, sent, "confirm") == 302

    sent.refresh_from_db()
    assert sent.confirmed_at is None


def test_office_says_that_it_saw_a_signed_copy_and_takes_it(office: Office, sent: Review, as_user: ClientOf) -> None:
    assert post(as_user, office.clerk, sent, "accept") == 302
    sent.refresh_from_db()
    assert sent.state == ReviewState.SUBMITTED

    post(as_user, office.clerk, sent, "confirm")
    post(as_user, office.clerk, sent, "accept")

    sent.refresh_from_db()
    assert (sent.confirmed_how, sent.state) == ("signed", ReviewState.ACCEPTED)


def test_office_returns_it_with_a_word_and_takes_that_back(office: Office, sent: Review, as_user: ClientOf) -> None:
    assert post(as_user, office.clerk, sent, "return", remark="", due_on="") == 422
    assert post(as_user, office.clerk, sent, "return", remark="Thiếu số", due_on="25/10/2024") == 302
    sent.refresh_from_db()
    assert sent.state == ReviewState.RETURNED
    assert "Thiếu số" in as_user(office.member_a).get(page(sent)).content.decode()

    event = Event.objects.filter(verb="return").latest("pk")
    as_user(office.clerk).post(reverse("conferences:take_back", args=[event.pk]))

    sent.refresh_from_db()
    assert sent.state == ReviewState.SUBMITTED


def test_unit_takes_its_submission_back_and_others_do_not(office: Office, sent: Review, as_user: ClientOf) -> None:
    undo = reverse("conferences:take_back", args=[Event.objects.get(verb="hand_in").pk])

    assert as_user(office.member_b).post(undo).status_code == 404
    assert as_user(make_user(unit=office.unit_a)).post(undo).status_code == 403
    assert as_user(office.member_a).post(undo).status_code == 302
    sent.refresh_from_db()
    assert sent.state == ReviewState.NOT_BEGUN


def test_unconfirming(sent: Review, leader_a: User, as_user: ClientOf) -> None:
    post(as_user, leader_a, sent, "confirm")
    post(as_user, leader_a, sent, "unconfirm")

    sent.refresh_from_db()
    assert sent.confirmed_at is None


def test_duty_leads_to_its_review(office: Office, sent: Review, as_user: ClientOf) -> None:
    answer = as_user(office.member_a).get(reverse("reviews:of_duty", args=[sent.duty_id]))
    assert answer.headers["Location"] == page(sent)

    Duty.objects.filter(review=sent).update(unit=None)
    unsettled = as_user(office.clerk).get(reverse("reviews:of_duty", args=[sent.duty_id]))
    assert unsettled.headers["Location"] == reverse("conferences:duty", args=[sent.duty_id])


def test_page_of_a_review_that_nobody_began(office: Office, sent: Review, as_user: ClientOf) -> None:
    path = reverse("reviews:review", args=[office.conference.pk, office.unit_b.pk])

    shown = as_user(office.member_b).get(path).content.decode()

    assert "Chưa có bản nào" in shown
    assert "Điền trên trang" in shown


def proposed(review: Review) -> Figure:
    filled = Filled(figures=figures_value({"money": 5}, state=FigureState.PROPOSED))
    submit_review(review=review, filled=filled, came_as=CameAs.REPORT, by=None, now=review.made_at)
    return Figure.objects.get(state=FigureState.PROPOSED)


def test_figures_read_in_a_report_are_settled_beside_their_words(
    office: Office, sent: Review, as_user: ClientOf
) -> None:
    row = proposed(sent)
    member = as_user(office.member_a)
    assert "Tiền vận động được" in member.get(page(sent, "figures")).content.decode()

    typed = {f"revision-{row.pk}": str(row.revision), f"do-{row.pk}": "keep"}
    assert member.post(page(sent, "figures"), typed | {f"value-{row.pk}": "nhiều"}).status_code == 422
    assert member.post(page(sent, "figures"), typed | {f"value-{row.pk}": "5,5"}).status_code == 302

    row.refresh_from_db()
    assert (row.state, str(row.value)) == ("confirmed", "5.5000")


def test_figure_that_is_none_is_dropped(office: Office, sent: Review, as_user: ClientOf) -> None:
    row = proposed(sent)
    typed = {f"revision-{row.pk}": str(row.revision), f"do-{row.pk}": "drop", f"value-{row.pk}": "5"}

    as_user(office.member_a).post(page(sent, "figures"), typed)

    assert not Figure.objects.filter(pk=row.pk).exists()


def test_unit_below_sees_its_own_and_who_asked_sees_it(office: Office, sent: Review, as_user: ClientOf) -> None:
    lower = make_review(conference=office.conference, upper=sent, answers={"results": "Chuyện riêng của thôn Một."})
    member = make_user(unit=lower.unit)

    assert "Chuyện riêng" in as_user(member).get(page(lower)).content.decode()
    assert "Chuyện riêng" in as_user(office.member_a).get(page(lower)).content.decode()
    assert as_user(office.member_b).get(page(lower)).status_code == 404
    assert as_user(member).get(page(sent)).status_code == 404
    assert lower.unit.name in as_user(member).get(reverse("reviews:mine")).content.decode()
    assert post(as_user, office.member_a, lower, "return", remark="Thiếu", due_on="25/10/2024") == 302
    lower.refresh_from_db()
    assert lower.state == ReviewState.RETURNED


def test_unit_reads_at_once_what_is_next(office: Office, sent: Review, leader_a: User, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    here = reverse("reviews:review", args=[office.conference.pk, office.unit_a.pk])
    seen = {"revision": sent.revision}
    assert "Lãnh đạo đơn vị mở trang này và bấm Xác nhận" in member.get(here).content.decode()

    as_user(leader_a).post(here, seen | {"do": "confirm"})
    assert "Văn phòng đang xem. Đơn vị chưa phải làm gì thêm." in member.get(here).content.decode()

    as_user(office.clerk).post(here, seen | {"do": "accept"})
    shown = member.get(here).content.decode()
    assert "Đơn vị không còn phải làm gì ở đây." in shown
    assert "btn main" not in shown
