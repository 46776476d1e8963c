"""A conference that was called off, at the doors of mail: the link in a letter, letters that come, the way back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import make_conference, make_duty
from tests.factories.mailbox import make_draft, make_message
from tests.mailbox.arriving import CAME, NOW, Arena, letter, make_arena
from tongket.conferences.actions.duties import hand_in
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.models import Conference, Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core.models import Event
from tongket.mailbox.actions.calling_off import call_off, take_back_call_off
from tongket.mailbox.actions.filing import file_incoming
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.actions.links import open_letter
from tongket.mailbox.actions.reminders import climb, remind_units
from tongket.mailbox.codes import code_of_duty
from tongket.mailbox.models import Incoming, Message
from tongket.mailbox.queries.choices import choices_for
from tongket.mailbox.queries.tray import letter_of, tray_of
from tongket.mailbox.rules import MessageKind

pytestmark = pytest.mark.django_db
REFUSED = "Hội nghị đã hủy, việc này không nhận nữa"
WORDS = "Ba mươi sáu hộ đã hiến đất mở đường."
SAYS = "Hội nghị của phần việc này đã hủy, nên không nhận thêm."


@pytest.fixture
def arena() -> Arena:
    return make_arena()


def over(arena: Arena) -> Event:
    conference = Conference.objects.get(pk=arena.conference.pk)
    return call_off(conference=conference, reason="Bão số 6", by=arena.clerk, now=NOW)


def came(raw: bytes) -> Incoming:
    return take_in(raw=raw, came_at=CAME, by=None, now=NOW)


def link_of(arena: Arena) -> str:
    draft = make_draft(unit=arena.unit_a, kind=MessageKind.REMINDER, duties=[arena.duty_a], body="Nộp: {đường dẫn}")
    message = make_message(conference=arena.conference, draft=draft)
    token = open_letter(message=message, unit=arena.unit_a, by=arena.clerk, now=NOW)
    return reverse("mailbox:by_link", args=[token])


def test_link_in_a_letter_shows_what_came_and_takes_nothing(arena: Arena) -> None:
    evidence, _event = hand_in(duty=arena.duty_a, note="Bản đầu", by=arena.member_a, now=NOW)
    client, address = Client(), link_of(arena)
    before = client.get(address).content.decode()
    over(arena)

    shown = client.get(address).content.decode()
    said = {"duty": arena.duty_a.pk, f"d{arena.duty_a.pk}-note": WORDS, "do": "hand_in"}
    answer = client.post(address, said)
    told = answer.content.decode()

    assert ('value="hand_in"' in before, "Hội nghị đã hủy" in before) == (True, False)
    assert ('value="hand_in"' in shown, evidence.receipt in shown, "Cần hỏi:" in shown) == (False, True, True)
    assert (answer.status_code, Evidence.objects.count()) == (409, 1)
    assert [words in told for words in (REFUSED, "Bão số 6", WORDS, f'href="{address}"')] == [True] * 4


def test_letter_for_it_waits_in_its_tray_and_says_why(arena: Arena) -> None:
    over(arena)

    incoming = came(letter())

    assert (incoming.state, incoming.conference, incoming.duty) == ("waiting", arena.conference, arena.duty_a)
    assert (SAYS in letter_of(incoming).reasons, letter_of(incoming).may_file) == (True, False)
    assert (Evidence.objects.count(), Duty.objects.get(pk=arena.duty_a.pk).state) == (0, DutyState.OPEN)


def test_letter_goes_to_the_conference_that_runs_unless_it_carries_the_other_ones_code(arena: Arena) -> None:
    other = make_conference(host=arena.host)
    runs = make_duty(conference=other, unit=arena.unit_a, kind=DutyKind.PAPER)
    over(arena)

    plain, coded = came(letter()), came(letter(subject=f"Gửi bài tham luận {code_of_duty(arena.duty_a.pk)}"))

    assert (plain.state, plain.duty) == ("filed", runs)
    assert (coded.state, coded.duty, SAYS in letter_of(coded).reasons) == ("waiting", arena.duty_a, True)


def test_code_of_a_duty_that_runs_wins_over_an_answer_to_the_other_ones_letter(arena: Arena) -> None:
    runs = make_duty(conference=make_conference(host=arena.host), unit=arena.unit_a, kind=DutyKind.PAPER)
    old = make_message(conference=arena.conference, draft=make_draft(unit=arena.unit_a, duties=[arena.duty_a]))
    Message.objects.filter(pk=old.pk).update(message_id="<cu@tamky.vidu.vn>")
    over(arena)

    subject, answers = f"Gửi bài tham luận {code_of_duty(runs.pk)}", [("In-Reply-To", "<cu@tamky.vidu.vn>")]
    incoming = came(letter(subject=subject, headers=answers))

    assert (incoming.state, incoming.duty) == ("filed", runs)


def test_letter_for_it_lies_in_the_tray_of_the_one_that_runs_and_is_filed_there(
    arena: Arena, as_user: ClientOf
) -> None:
    other, elsewhere = make_conference(host=arena.host), make_conference()
    runs = make_duty(conference=other, unit=arena.unit_a, kind=DutyKind.PAPER)
    over(arena)
    incoming = came(letter(subject=f"Gửi bài tham luận {code_of_duty(arena.duty_a.pk)}"))
    page, browser = f"/conferences/{other.pk}/mail/in/{incoming.pk}/", as_user(arena.clerk)

    assert (list(tray_of(other)), list(tray_of(elsewhere))) == ([incoming], [])
    browser.post(page, {"do": "aside"})
    browser.post(f"{page}back")
    answer = browser.post(page, {"duty": runs.pk}, follow=True)

    filed = Incoming.objects.get()
    assert (answer.status_code, filed.state, filed.duty, filed.conference) == (200, "filed", runs, other)


def test_nobody_is_told_that_somebody_will_look(arena: Arena) -> None:
    over(arena)

    came(letter())

    assert Message.objects.count() == 0


def test_long_after_nobody_thinks_of_it_any_more(arena: Arena) -> None:
    over(arena)
    Conference.objects.update(cancelled_at=NOW - timedelta(days=61))

    incoming = came(letter())

    assert (incoming.state, incoming.duty) == ("waiting", None)


def test_nobody_can_file_a_letter_for_it(arena: Arena, as_user: ClientOf) -> None:
    over(arena)
    incoming = came(letter())
    page = f"/conferences/{arena.conference.pk}/mail/in/{incoming.pk}/"

    shown = as_user(arena.clerk).get(page).content.decode()

    assert (choices_for(incoming, arena.conference, ""), choices_for(incoming, arena.conference, "Tam")) != ((), ())
    fresh = Conference.objects.get()
    assert (choices_for(incoming, fresh, ""), choices_for(incoming, fresh, "Tam")) == ((), ())
    assert (SAYS in shown, f'value="{arena.duty_a.pk}"' in shown) == (True, False)
    with pytest.raises(CalledOff):
        file_incoming(incoming=incoming, duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)
    assert Incoming.objects.get().state == "waiting"


def test_nobody_is_reminded_by_itself_or_by_hand(arena: Arena) -> None:
    Duty.objects.update(due_on=NOW.date() + timedelta(days=1))
    over(arena)

    made = [*climb(by=None, now=NOW)]
    made += remind_units(conference=Conference.objects.get(), unit_ids=[arena.unit_a.pk], by=arena.clerk, now=NOW)

    assert (made, Message.objects.count()) == ([], 0)


def test_taken_up_again_the_next_letter_is_filed(arena: Arena) -> None:
    event = over(arena)
    first = came(letter())

    take_back_call_off(conference=Conference.objects.get(), event=event, by=arena.clerk, now=NOW)
    first.refresh_from_db()
    fresh = Incoming.objects.select_related("duty__conference").get()
    evidence = file_incoming(incoming=fresh, duty=fresh.duty or arena.duty_b, files=None, by=arena.clerk, now=NOW)

    assert (first.state, evidence.duty, letter_of(first).takes) == ("waiting", arena.duty_a, True)


def test_way_back_stands_on_its_page_as_long_as_it_is_called_off(arena: Arena, as_user: ClientOf) -> None:
    browser, page = as_user(arena.clerk), f"/conferences/{arena.conference.pk}/call-off"
    event = over(arena)

    settings = browser.get(f"/conferences/{arena.conference.pk}/settings").content.decode()
    shown = browser.get(page).content.decode()
    back = browser.post(f"/conferences/undo-call-off/{event.pk}", follow=True).content.decode()

    assert (f'href="{page}"' in settings, f'action="/conferences/undo-call-off/{event.pk}"' in shown) == (True, True)
    assert ("Đã lấy lại" in back, Conference.objects.get().state) == (True, "preparing")
