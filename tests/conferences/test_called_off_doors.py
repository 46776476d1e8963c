"""A conference that was called off takes nothing in, by no door of its duties; taken up again it takes all."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.cancelling import cancel_conference, take_back_cancelling
from tongket.conferences.actions.extensions import answer_extension, ask_extension
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.models import Conference, Duty, Evidence, Extension
from tongket.conferences.rules import DutyKind
from tongket.core.models import Event

REASON = "Bão số 6"
REFUSED = "Hội nghị đã hủy, việc này không nhận nữa"
WORDS = "Ba mươi sáu hộ đã hiến đất mở đường."


@pytest.fixture(autouse=True)
def handed_in_on_its_own_page(office: Office) -> None:
    """Unit A owes a task, whose kind no other room takes over."""
    office.duty_a.kind = DutyKind.TASK
    office.duty_a.save(update_fields=["kind"])


def call_off(office: Office) -> Event:
    """The conference is called off in another window: what tests hold was read before."""
    conference = Conference.objects.get(pk=office.conference.pk)
    return cancel_conference(conference=conference, reason=REASON, by=office.clerk, now=NOW)


def handed(office: Office) -> tuple[Evidence, Event]:
    return act.hand_in(duty=office.duty_a, note="Bản đầu", by=office.member_a, now=NOW)


DOORS: dict[str, Callable[[Duty, Office], object]] = {
    "hand_in": lambda duty, office: act.hand_in(duty=duty, note="x", by=office.member_a, now=NOW),
    "start": lambda duty, office: act.start_working(duty=duty, by=office.member_a, now=NOW),
    "due": lambda duty, office: act.set_due(duty=duty, due_on=date(2024, 10, 25), by=office.clerk, now=NOW),
    "excuse": lambda duty, office: act.excuse(duty=duty, reason="x", by=office.clerk, now=NOW),
    "extension": lambda duty, office: ask_extension(
        duty=duty, wanted_on=date(2024, 10, 25), reason="x", by=office.member_a, now=NOW
    ),
}


@pytest.mark.parametrize("door", DOORS)
def test_error_no_duty_moves_though_it_was_read_before(office: Office, door: str) -> None:
    call_off(office)

    with pytest.raises(CalledOff):
        DOORS[door](office.duty_a, office)

    kept = Duty.objects.get(pk=office.duty_a.pk)
    assert (kept.state, kept.due_on, Evidence.objects.count(), Extension.objects.count()) == (
        office.duty_a.state,
        office.duty_a.due_on,
        0,
        0,
    )


def test_error_what_was_handed_in_before_stays(office: Office) -> None:
    evidence, event = handed(office)
    call_off(office)

    with pytest.raises(CalledOff):
        take_back(event=event, by=office.member_a, now=NOW)

    evidence.refresh_from_db()
    assert (evidence.taken_back_at, Duty.objects.get(pk=office.duty_a.pk).state) == (None, "handed_in")


def test_error_a_wish_is_answered_no_more(office: Office) -> None:
    wish, _event = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 25), reason="x", by=office.member_a, now=NOW
    )
    call_off(office)

    with pytest.raises(CalledOff):
        answer_extension(extension=wish, granted=False, answer="", by=office.clerk, now=NOW)

    assert Extension.objects.get().state == "asked"


def test_unit_that_hands_in_is_told_what_happened_whom_to_ask_and_what_it_typed(
    office: Office, as_user: ClientOf
) -> None:
    browser, page = as_user(office.member_a), f"/duties/{office.duty_a.pk}/"
    call_off(office)

    answer = browser.post(page, {"do": "hand_in", "note": WORDS, "file": SimpleUploadedFile("bai.txt", b"x")})
    told = answer.content.decode()

    unit_page = f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/"
    assert (answer.status_code, Evidence.objects.count()) == (409, 0)
    assert [words in told for words in (REFUSED, REASON, "Cần hỏi:", WORDS, f'href="{unit_page}"')] == [True] * 5
    assert office.conference.host.name in told


def test_pages_of_a_unit_offer_nothing_and_show_what_came(office: Office, as_user: ClientOf) -> None:
    evidence, _event = handed(office)
    call_off(office)
    browser = as_user(office.member_a)

    unit = browser.get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/").content.decode()
    duty = browser.get(f"/duties/{office.duty_a.pk}/").content.decode()

    for page in (unit, duty):
        assert ('value="hand_in"' in page, 'value="start"' in page, "Lấy lại" in page) == (False, False, False)
        assert (evidence.receipt in page, "Đơn vị không phải gửi gì nữa" in page) == (True, True)


def test_office_is_offered_nothing_to_do_at_a_duty(office: Office, as_user: ClientOf) -> None:
    handed(office)
    call_off(office)

    page = as_user(office.clerk).get(f"/duties/{office.duty_a.pk}/").content.decode()
    pressed = as_user(office.clerk).post(f"/duties/{office.duty_a.pk}/", {"do": "accept"})

    offered = [f'value="{do}"' in page for do in ("accept", "return", "due", "excuse", "hand_in")]
    assert (offered, pressed.status_code) == ([False] * 5, 409)
    assert Duty.objects.get(pk=office.duty_a.pk).state == "handed_in"


@pytest.mark.parametrize("who", ["member_b", "guest"])
def test_others_do_not_learn_of_it(office: Office, as_user: ClientOf, who: str) -> None:
    call_off(office)

    answer = as_user(getattr(office, who)).post(f"/duties/{office.duty_a.pk}/", {"do": "hand_in", "note": WORDS})

    assert (answer.status_code, REASON in answer.content.decode()) == (404, False)


def test_program_is_answered_409(office: Office, as_user: ClientOf) -> None:
    call_off(office)

    answer = as_user(office.member_a).post(
        f"/api/conferences/duties/{office.duty_a.pk}/hand-in", {"note": WORDS}, content_type="application/json"
    )

    assert (answer.status_code, answer.json()["detail"]) == (409, f"CalledOff: {office.conference.pk}")


def test_taken_up_again_all_works_as_before(office: Office, as_user: ClientOf) -> None:
    event = call_off(office)
    conference = Conference.objects.get()
    take_back_cancelling(conference=conference, event=event, by=office.clerk, now=NOW)
    browser, page = as_user(office.member_a), f"/duties/{office.duty_a.pk}/"

    shown = browser.get(page).content.decode()
    answer = browser.post(page, {"do": "start"})

    assert (answer.status_code, Duty.objects.get(pk=office.duty_a.pk).state) == (302, "working")
    assert "Hội nghị đã hủy" not in shown
