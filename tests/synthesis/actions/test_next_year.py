"""What one conference left open is followed in the next one: shown, raised again, answered, never doubled."""

from datetime import UTC, date, datetime

import pytest

from tests.factories.conferences import make_conference, make_unit
from tests.factories.synthesis import SAID, Reported, make_said, make_small
from tongket.conferences.begun import begun
from tongket.conferences.models import Conference
from tongket.reviews.rules import Kind
from tongket.synthesis.actions import recommending as act
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.models import Passage, Recommendation
from tongket.synthesis.queries.draft import examined
from tongket.synthesis.queries.open_before import open_before, open_todo
from tongket.synthesis.queries.recommendations import cards_of, living
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
    assert not open_before(following).exists()


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
    assert not open_before(third).exists()


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
