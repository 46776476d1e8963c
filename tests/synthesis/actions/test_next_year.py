"""What one conference left open is followed in the next one: shown, raised again, answered, never doubled."""

from datetime import UTC, date, datetime

import pytest

from tests.factories.conferences import make_conference, make_unit
from tests.factories.synthesis import SAID, Reported, make_said, make_small
from tongket.conferences.actions.cancelling import cancel_conference, take_back_cancelling
from tongket.conferences.begun import begun, unmade
from tongket.conferences.models import Conference
from tongket.core.audit import reference
from tongket.core.models import Event
from tongket.documents.actions.drafting import draft_document
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.reviews.models import Statement
from tongket.reviews.rules import Kind
from tongket.synthesis.actions import recommending as act
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.actions.lettering import note_letters, tie_letter
from tongket.synthesis.models import Passage, Recommendation
from tongket.synthesis.queries.draft import examined
from tongket.synthesis.queries.open_before import open_before, open_todo
from tongket.synthesis.queries.recommendations import cards_of, living
from tongket.synthesis.queries.wishes import wishes_of
from tongket.synthesis.rules import RecommendationState as State

LATER = datetime(2025, 10, 20, tzinfo=UTC)
AGAIN = ((Kind.RECOMMENDATION, "Kiến nghị UBND thành phố dành kinh phí hỗ trợ những mô hình mới."),)
OTHER = ((Kind.RECOMMENDATION, "Đề nghị Sở Y tế mở thêm lớp sơ cứu."),)


@pytest.fixture
def row(reported: Reported) -> Recommendation:
    """The recommendation that three units made last year, sent."""
    row = reported.conference.recommendations.get()
    return step(step(row, reported, State.AGREED), reported, State.SENT)


def step(row: Recommendation, reported: Reported, to: State, answer: str = "") -> Recommendation:
    act.move_recommendation(
        recommendation=row, to=to, revision=row.revision, answer=answer, by=reported.clerk, now=LATER
    )
    return row


def next_year(reported: Reported, held_on: date | None = date(2025, 10, 30)) -> Conference:
    """The next conference of the same host, as it stands when its plan has just been read."""
    made = make_conference(host=reported.conference.host, held_on=held_on)
    Conference.objects.filter(pk=made.pk).update(made_at=LATER)
    made.refresh_from_db()
    begun(made, now=LATER)
    return made


def here(conference: Conference) -> Recommendation:
    return living(conference).get()


def test_open_ones_stand_in_the_next_conference_as_soon_as_it_is_made(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)

    (card,) = cards_of(following, living(following))

    assert (card.row.earlier, card.row.state, card.row.text, card.units) == (row, State.SENT, row.text, 0)
    assert not open_before(following, on=LATER.date())


def test_day_that_is_not_fixed_yet_hides_nothing(reported: Reported, row: Recommendation) -> None:
    assert here(next_year(reported, held_on=None)).earlier == row


def test_office_is_told_what_is_still_open(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)

    (todo,) = open_todo(following)

    assert (todo.title, todo.reason) == ("Theo dõi 1 kiến nghị còn mở từ hội nghị trước", "1 đã gửi, chờ trả lời.")
    step(here(following), reported, State.CLOSED)
    assert list(open_todo(following)) == []
    assert list(open_todo(reported.conference)) == []


def test_answer_noted_in_the_next_conference_is_noted_in_both(reported: Reported, row: Recommendation) -> None:
    carried = here(next_year(reported))

    step(carried, reported, State.ANSWERED, "Đã bố trí 200 triệu đồng.")
    step(carried, reported, State.CLOSED)

    row.refresh_from_db()
    assert (row.state, row.answer) == (State.CLOSED, "Đã bố trí 200 triệu đồng.")
    third = make_conference(host=reported.conference.host, held_on=date(2026, 10, 30))
    assert not open_before(third, on=LATER.date())


def test_answer_noted_where_it_began_closes_what_was_carried_over(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)

    step(row, reported, State.ANSWERED, "Đã bố trí.")
    step(row, reported, State.CLOSED)

    assert (here(following).state, here(following).answer) == (State.CLOSED, "Đã bố trí.")


def test_answer_to_one_it_was_merged_into_is_an_answer_to_it(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    carried = here(following)
    into = act.add_recommendation(
        conference=following, title="", text="Hỗ trợ mô hình", to=None, to_name="", by=reported.clerk, now=LATER
    )

    act.merge_recommendations(
        recommendation=carried, into=into, revision=carried.revision, by=reported.clerk, now=LATER
    )
    step(into, reported, State.CLOSED)

    row.refresh_from_db()
    assert row.state == State.CLOSED


def test_what_is_open_for_years_is_carried_once_from_its_latest_place(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)

    third = next_year(reported, held_on=date(2026, 10, 30))

    assert here(third).earlier == here(following)


def test_unit_that_asks_the_same_again_joins_the_open_one(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    make_small(conference=following, units=0, missing=0, composed=False)
    make_said(following, reported.units[0], AGAIN)
    make_said(following, make_unit(place="Bình An"), OTHER)

    for _run in range(2):
        compose_report(conference=following, by=None, now=LATER)

    again, new = cards_of(following, living(following))
    assert (again.row.earlier, again.units, new.row.earlier, new.units) == (row, 1, None, 1)
    assert Passage.objects.get(section__report__conference=following, slot=f"V:kien-nghi:{again.row.pk}").text == (
        "Đề nghị UBND thành phố bố trí kinh phí hỗ trợ các mô hình mới"
        " (kiến nghị đã nêu trước đây, chưa được trả lời; 01 đơn vị nêu lại)."
    )


def test_open_one_that_nobody_repeats_stands_in_the_report_with_a_source(
    reported: Reported, row: Recommendation
) -> None:
    following = next_year(reported)
    make_small(conference=following, units=0, missing=0, composed=False)
    make_said(following, reported.units[0], SAID[:2])
    compose_report(conference=following, by=None, now=LATER)

    passage = Passage.objects.get(section__report__conference=following, slot__startswith="V:kien-nghi:")

    assert passage.text == ("Bố trí kinh phí hỗ trợ các mô hình mới (kiến nghị đã nêu trước đây, chưa được trả lời).")
    (source,) = passage.sources.all()
    assert (source.sort, source.key, source.where) == ("earlier", row.pk, "hội nghị ngày 30/10/2024")
    assert [each.code for each in examined(following).findings if "passage" in each.values] == []


def test_report_that_made_it_still_says_it_after_it_was_closed(reported: Reported, row: Recommendation) -> None:
    step(here(next_year(reported)), reported, State.CLOSED)

    compose_report(conference=reported.conference, by=None, now=LATER)

    assert reported.passage(f"V:kien-nghi:{row.pk}").text.startswith("Bố trí kinh phí")


def test_what_was_closed_or_answered_before_is_not_recommended_again(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    step(here(following), reported, State.ANSWERED, "Đã bố trí.")

    compose_report(conference=following, by=None, now=LATER)

    assert not Passage.objects.filter(section__report__conference=following, slot__startswith="V:").exists()


def own(conference: Conference, reported: Reported) -> Recommendation:
    """One that the office adds to this conference."""
    return act.add_recommendation(
        conference=conference, title="", text="Hỗ trợ mô hình", to=None, to_name="", by=reported.clerk, now=LATER
    )


def merged(row: Recommendation, into: Recommendation, reported: Reported) -> None:
    act.merge_recommendations(recommendation=row, into=into, revision=row.revision, by=reported.clerk, now=LATER)


def state(row: Recommendation) -> str:
    return Recommendation.objects.get(pk=row.pk).state


def test_one_that_takes_in_a_followed_one_goes_on_where_that_stands(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    into = own(following, reported)

    merged(living(following).get(earlier=row), into, reported)

    assert (here(following), here(following).state, here(following).earlier) == (into, State.SENT, row)
    assert here(next_year(reported, held_on=date(2026, 10, 30))).earlier == into


def test_followed_one_catches_up_with_one_it_is_merged_into(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    into = step(
        step(step(own(following, reported), reported, State.AGREED), reported, State.SENT), reported, State.ANSWERED
    )

    merged(living(following).get(earlier=row), into, reported)

    assert (state(row), state(into)) == (State.ANSWERED, State.ANSWERED)


def test_nothing_is_set_back_where_it_is_further(reported: Reported, row: Recommendation) -> None:
    carried = here(next_year(reported))
    Recommendation.objects.filter(pk=row.pk).update(state=State.ANSWERED)
    Recommendation.objects.filter(pk=carried.pk).update(state=State.AGREED)
    carried.refresh_from_db()

    step(carried, reported, State.SENT)

    assert state(row) == State.ANSWERED


def test_letter_that_carries_it_in_one_conference_carries_it_in_all(reported: Reported) -> None:
    row = step(reported.conference.recommendations.get(), reported, State.AGREED)
    following = next_year(reported)
    letter = draft_document(
        conference=reported.conference, kind="recommendations", options={"recommendations": [row.pk]},
        by=reported.clerk, now=LATER,
    )  # fmt: skip

    tie_letter(recommendations=[row], letter=letter, by=reported.clerk, now=LATER)
    third = next_year(reported, held_on=date(2026, 10, 30))

    assert [here(each).letter for each in (following, third)] == [letter, letter]
    Document.objects.filter(pk=letter.pk).update(state=DocumentState.ISSUED, frozen={})
    note_letters(reported.conference.pk, now=LATER)
    Document.objects.filter(pk=letter.pk).update(state=DocumentState.RECALLED)
    sent = here(third).state
    note_letters(reported.conference.pk, now=LATER)
    assert (sent, here(following).state, here(following).letter) == (State.SENT, State.AGREED, None)


def test_dropped_letter_lets_go_of_what_it_carried(reported: Reported) -> None:
    row = step(reported.conference.recommendations.get(), reported, State.AGREED)
    letter = draft_document(
        conference=reported.conference, kind="recommendations", options={"recommendations": [row.pk]},
        by=reported.clerk, now=LATER,
    )  # fmt: skip
    tie_letter(recommendations=[row], letter=letter, by=reported.clerk, now=LATER)
    Document.objects.filter(pk=letter.pk).update(state=DocumentState.DROPPED)

    assert here(next_year(reported)).letter is None

    note_letters(reported.conference.pk, now=LATER)
    row.refresh_from_db()
    assert (row.letter, row.state) == (None, State.AGREED)


def test_conference_that_is_held_after_all_brings_nothing_over_twice(reported: Reported, row: Recommendation) -> None:
    off = next_year(reported)
    event = cancel_conference(conference=off, reason="Hoãn", by=reported.clerk, now=LATER)
    then = next_year(reported, held_on=date(2026, 10, 30))
    take_back_cancelling(conference=off, event=event, by=reported.clerk, now=LATER)

    act.gather_recommendations(conference=then, now=LATER)

    assert here(then).earlier == row


def test_followed_one_of_a_conference_called_off_is_brought_over_once(reported: Reported, row: Recommendation) -> None:
    off = next_year(reported)
    then = next_year(reported, held_on=date(2026, 10, 30))
    assert [here(each).earlier for each in (off, then)] == [row, here(off)]
    cancel_conference(conference=off, reason="Hoãn", by=reported.clerk, now=LATER)

    act.gather_recommendations(conference=then, now=LATER)

    assert here(then).earlier == here(off)


def test_conference_called_off_takes_nothing_with_it(reported: Reported, row: Recommendation) -> None:
    off = next_year(reported, held_on=date(2026, 1, 30))
    cancel_conference(conference=off, reason="Hoãn", by=reported.clerk, now=LATER)

    assert (here(next_year(reported)).earlier, here(off).later.count()) == (row, 0)


def test_untouched_proposal_stays_where_it_is_still_worked_on(reported: Reported) -> None:
    Conference.objects.filter(pk=reported.conference.pk).update(held_on=LATER.date())

    following = next_year(reported)

    assert list(living(following)) == []
    assert len(open_before(following, on=date(2025, 10, 21))) == 1


def test_followed_proposal_is_not_let_go_and_not_told_without_a_unit(reported: Reported) -> None:
    row = reported.conference.recommendations.get()
    following = next_year(reported)
    Statement.objects.filter(recommendations=row).update(is_gone=True)

    act.gather_recommendations(conference=reported.conference, now=LATER)

    assert (here(following).earlier, wishes_of(reported.conference)) == (row, ())


def test_what_units_ask_this_year_is_told_under_a_closed_one_too(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    make_small(conference=following, units=0, missing=0, composed=False)
    make_said(following, reported.units[0], AGAIN)
    act.gather_recommendations(conference=following, now=LATER)

    step(here(following), reported, State.CLOSED)

    assert [(wish.key, wish.units) for wish in wishes_of(following)] == [(here(following).pk, 1)]


def test_what_units_ask_again_does_not_go_to_one_left_out(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    make_small(conference=following, units=0, missing=0, composed=False)
    carried = here(following)
    act.leave_out_recommendation(
        recommendation=carried, left_out=True, revision=carried.revision, by=reported.clerk, now=LATER
    )
    make_said(following, reported.units[0], AGAIN)

    act.gather_recommendations(conference=following, now=LATER)

    assert [(wish.earlier, wish.units) for wish in wishes_of(following)] == [(None, 1)]


def test_other_words_wait_to_be_agreed_again_in_every_conference(reported: Reported) -> None:
    row = step(reported.conference.recommendations.get(), reported, State.AGREED)
    carried = here(next_year(reported))

    act.word_recommendation(
        recommendation=carried, title="", text="Lời khác", to=None, to_name="UBND thành phố", due_on=None,
        revision=carried.revision, by=reported.clerk, now=LATER,
    )  # fmt: skip

    assert (state(row), state(carried)) == (State.DRAFT, State.DRAFT)


def test_conference_unmade_leaves_the_next_one_following(reported: Reported, row: Recommendation) -> None:
    middle = next_year(reported)
    third = next_year(reported, held_on=date(2026, 10, 30))

    unmade(middle)
    middle.delete()
    act.gather_recommendations(conference=third, now=LATER)

    assert here(third).earlier == row


def test_office_is_told_what_was_answered_and_waits_to_be_closed(reported: Reported, row: Recommendation) -> None:
    following = next_year(reported)
    step(here(following), reported, State.ANSWERED, "Đã bố trí.")

    (todo,) = open_todo(following)

    assert todo.reason == "1 đã trả lời, chờ đóng."


def test_move_is_in_the_trail_of_every_conference_it_moves_in(reported: Reported, row: Recommendation) -> None:
    carried = here(next_year(reported))

    step(carried, reported, State.CLOSED)

    line = Event.objects.get(verb="move_with_another")
    assert (line.subject, line.scope, line.actor) == (
        reference(row), reference(reported.conference), f"user:{reported.clerk.pk}",
    )  # fmt: skip
    assert line.changes == {"with": reference(carried), "before": State.SENT, "after": State.CLOSED}
