"""Reviews of a conference that was called off: nothing comes in or counts, drafts and what came stay."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_unit
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions.cancelling import cancel_conference, take_back_cancelling
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.models import Conference
from tongket.core.models import Event
from tongket.reviews.actions.attaching import attach, detach
from tongket.reviews.actions.collecting import ask_below, release_below
from tongket.reviews.actions.deciding import accept_review, confirm_review, return_review, take_back_confirmation
from tongket.reviews.actions.submitting import submit_review
from tongket.reviews.actions.taking_back import take_back_asking, take_back_move
from tongket.reviews.models import Attached, DraftField, Review, ReviewVersion
from tongket.reviews.rules import CameAs
from tongket.reviews.values import Filled

FIELD = "q:shortcomings"
REFUSED = "Hội nghị đã hủy, việc này không nhận nữa"
TYPED = {FIELD: "Thiếu vốn cho ba xã miền núi.", f"r:{FIELD}": "0"}


def call_off(office: Office) -> Event:
    conference = Conference.objects.get(pk=office.conference.pk)
    return cancel_conference(conference=conference, reason="Bão số 6", by=office.clerk, now=NOW)


def page(review: Review, name: str = "write") -> str:
    return reverse(f"reviews:{name}", args=[review.conference_id, review.unit_id])


def drafts() -> dict[str, str]:
    return dict(DraftField.objects.values_list("name", "text"))


def test_refused_review_keeps_what_was_typed(office: Office, sent: Review, as_user: ClientOf) -> None:
    call_off(office)
    browser = as_user(office.member_a)

    answer = browser.post(page(sent), {"do": "submit", **TYPED})
    shown = browser.get(page(sent)).content.decode()

    assert (answer.status_code, REFUSED in answer.content.decode(), drafts()) == (409, True, {FIELD: TYPED[FIELD]})
    assert (ReviewVersion.objects.count(), 'value="submit"' in shown, TYPED[FIELD] in shown) == (1, False, True)


def test_first_words_are_kept_and_nothing_begins(office: Office, sent: Review, as_user: ClientOf) -> None:
    call_off(office)

    address = reverse("reviews:draft", args=[office.conference.pk, office.unit_b.pk])
    answer = as_user(office.member_b).post(address, TYPED)

    row = Review.objects.get(unit=office.unit_b)
    assert (answer.status_code, drafts(), row.state, row.duty and row.duty.state) == (
        200,
        {FIELD: TYPED[FIELD]},
        "not_begun",
        "open",
    )


@pytest.mark.parametrize("name", ["hand_in", "enter"])
def test_files_are_refused_before_they_are_chosen(office: Office, sent: Review, as_user: ClientOf, name: str) -> None:
    call_off(office)

    answer = as_user(office.clerk).get(page(sent, name))

    assert (answer.status_code, REFUSED in answer.content.decode()) == (409, True)


def test_file_chosen_before_is_refused_too(office: Office, sent: Review, as_user: ClientOf) -> None:
    call_off(office)
    file = SimpleUploadedFile("bao-cao.txt", "Kết quả: hai mươi buổi.".encode())

    answer = as_user(office.member_a).post(page(sent, "hand_in"), {"file": file, "note": ""})

    assert (answer.status_code, ReviewVersion.objects.count()) == (409, 1)


def test_what_came_stays_readable_and_nothing_is_offered(
    office: Office, sent: Review, leader_a: User, as_user: ClientOf
) -> None:
    call_off(office)

    for user in (office.member_a, leader_a, office.clerk):
        shown = as_user(user).get(page(sent, "review")).content.decode()
        offered = [f'value="{do}"' in shown for do in ("confirm", "unconfirm", "accept", "return")]
        assert (offered, "/write" in shown, "/attached" in shown) == ([False] * 4, False, False)
        assert "Bí mật của đơn vị A" in shown


def told(row: Review, verb: str) -> Event:
    return Event.objects.filter(verb=verb, subject=f"review:{row.pk}").latest("pk")


def asking(row: Review) -> Event:
    return Event(verb="ask_below", subject=f"review:{row.pk}", changes={"units": [], "before": {}})


Doing = Callable[[Review, User], object]
DOORS: dict[str, Doing] = {
    "submit": lambda row, by: submit_review(review=row, filled=Filled(), came_as=CameAs.WEB, by=by, now=NOW),
    "confirm": lambda row, by: confirm_review(review=row, by=by, now=NOW),
    "unconfirm": lambda row, by: take_back_confirmation(review=row, by=by, now=NOW),
    "accept": lambda row, by: accept_review(review=row, by=by, now=NOW),
    "return": lambda row, by: return_review(review=row, remark="Sửa", due_at=None, by=by, now=NOW),
    "ask": lambda row, by: ask_below(review=row, unit_ids=[], due_on=None, by=by, now=NOW),
    "release": lambda row, by: release_below(below=row, by=by, now=NOW),
    "take back": lambda row, by: take_back_move(review=row, event=told(row, "submit_review"), by=by, now=NOW),
    "take back asking": lambda row, by: take_back_asking(review=row, event=asking(row), by=by, now=NOW),
    "attach": lambda row, by: attach(review=row, data=b"x", name="a.txt", sort="minutes", caption="", by=by, now=NOW),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("is_below", [False, True])
def test_error_no_door_of_a_review_is_open(office: Office, sent: Review, door: str, is_below: bool) -> None:  # noqa: FBT001
    upper = sent if is_below else None
    row = make_review(
        conference=office.conference,
        unit=make_unit(place="Thôn Ba"),
        upper=upper,
        answers={"results": "Mười buổi."},
        confirmed=door in {"unconfirm", "accept"},
    )
    call_off(office)

    with pytest.raises(CalledOff):
        DOORS[door](row, office.clerk)

    kept = Review.objects.get(pk=row.pk)
    assert (kept.state, kept.confirmed_at, Attached.objects.count()) == (row.state, row.confirmed_at, 0)


def test_error_file_beside_a_review_stays(office: Office, sent: Review) -> None:
    beside = attach(
        review=sent, data=b"x", name="bien-ban.txt", sort="minutes", caption="", by=office.member_a, now=NOW
    )
    call_off(office)

    with pytest.raises(CalledOff):
        detach(attached=beside, by=office.member_a, now=NOW)

    assert Attached.objects.count() == 1


def test_taken_up_again_the_draft_is_submitted(office: Office, sent: Review, as_user: ClientOf) -> None:
    event, browser = call_off(office), as_user(office.member_a)
    browser.post(page(sent), {"do": "submit", **TYPED})

    take_back_cancelling(conference=Conference.objects.get(), event=event, by=office.clerk, now=NOW)
    answer = browser.post(page(sent), {"do": "submit", FIELD: TYPED[FIELD], f"r:{FIELD}": "1"})

    assert (answer.status_code, ReviewVersion.objects.count(), drafts()) == (302, 2, {})
