"""Recommendations gathered, followed and carried over."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.synthesis import Reported, make_said, make_small
from tongket.conferences.models import Conference
from tongket.documents.actions.drafting import draft_document
from tongket.documents.models import Document
from tongket.documents.queries.assembled import assembled
from tongket.documents.render.values import Item, plain
from tongket.documents.rules import DocumentState
from tongket.reviews.rules import Kind
from tongket.synthesis.actions import recommending as act
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.actions.lettering import note_letters, tie_letter
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.recommendations import cards_of, living
from tongket.synthesis.queries.wishes import wishes_of
from tongket.synthesis.rules import RecommendationState

LATER = datetime(2025, 10, 20, tzinfo=UTC)


@pytest.fixture
def row(reported: Reported) -> Recommendation:
    return reported.conference.recommendations.get()


def worded(row: Recommendation, reported: Reported, text: str = "Bố trí kinh phí hỗ trợ mô hình mới") -> Recommendation:
    act.word_recommendation(
        recommendation=row, title="", text=text, to=None, to_name="UBND thành phố", due_on=date(2024, 11, 30),
        revision=row.revision, by=reported.clerk, now=NOW,
    )  # fmt: skip
    return row


def moved(row: Recommendation, reported: Reported, *states: RecommendationState) -> Recommendation:
    for to in states:
        act.move_recommendation(recommendation=row, to=to, revision=row.revision, by=reported.clerk, now=NOW)
    return row


def test_three_units_saying_the_same_make_one_addressed_recommendation(reported: Reported, row: Recommendation) -> None:
    (card,) = cards_of(reported.conference, living(reported.conference))

    assert (card.units, card.to, row.title) == (3, "UBND thành phố", "Bố trí kinh phí hỗ trợ các mô hình mới")
    assert row.statements.count() == 3


ASKED = ("Đề nghị Sở Y tế mở thêm lớp sơ cứu.", "Đề nghị Bưu điện tỉnh giảm cước gửi sách.")


def test_gathering_again_reads_the_directory_once_for_all(reported: Reported) -> None:
    conference, counts = Conference.objects.get(), []
    for number, text in enumerate(("", *ASKED)):
        if text:
            make_said(conference, make_unit(place=f"Bình {number}"), ((Kind.RECOMMENDATION, text),))
        act.gather_recommendations(conference=conference, now=NOW)
        with CaptureQueriesContext(connection) as asked:
            act.gather_recommendations(conference=Conference.objects.get(), now=NOW)
        counts.append(len(asked))

    assert (len(living(conference)), counts) == (3, [13, 13, 13])


def test_words_of_a_person_stay_and_statements_come_along(reported: Reported, row: Recommendation) -> None:
    worded(row, reported)

    compose_report(conference=reported.conference, by=reported.clerk, now=NOW)

    kept = reported.conference.recommendations.get()
    assert (kept.text, kept.addressed_name, kept.due_on) == (
        "Bố trí kinh phí hỗ trợ mô hình mới",
        "UBND thành phố",
        date(2024, 11, 30),
    )
    assert reported.passage(f"V:kien-nghi:{row.pk}").text == "Bố trí kinh phí hỗ trợ mô hình mới (03 đơn vị kiến nghị)."


def test_other_words_after_agreeing_wait_to_be_agreed_again(reported: Reported, row: Recommendation) -> None:
    moved(row, reported, RecommendationState.AGREED)

    worded(row, reported, "Lời khác")

    assert Recommendation.objects.get(pk=row.pk).state == RecommendationState.DRAFT


def test_steps_follow_their_order_and_answers_are_kept(reported: Reported, row: Recommendation) -> None:
    with pytest.raises(act.RecommendationMoved):
        moved(row, reported, RecommendationState.ANSWERED)
    moved(row, reported, RecommendationState.AGREED, RecommendationState.SENT)
    act.move_recommendation(
        recommendation=row, to=RecommendationState.ANSWERED, answer="Đã bố trí.", on=date(2024, 11, 5),
        revision=row.revision, by=reported.clerk, now=NOW,
    )  # fmt: skip

    kept = Recommendation.objects.get(pk=row.pk)
    assert (kept.state, kept.answer, kept.answered_on, kept.sent_at) == (
        RecommendationState.ANSWERED,
        "Đã bố trí.",
        date(2024, 11, 5),
        NOW,
    )


def test_a_merged_recommendation_gives_its_statements_and_is_not_proposed_again(
    reported: Reported, row: Recommendation
) -> None:
    into = act.add_recommendation(
        conference=reported.conference, title="", text="Hỗ trợ mô hình", to=None, to_name="", by=reported.clerk, now=NOW
    )

    act.merge_recommendations(recommendation=row, into=into, revision=row.revision, by=reported.clerk, now=NOW)
    compose_report(conference=reported.conference, by=reported.clerk, now=NOW)

    assert list(living(reported.conference)) == [into]
    assert into.statements.count() == 3


def test_open_ones_appear_in_the_next_conference_of_the_host_once(reported: Reported, row: Recommendation) -> None:
    moved(worded(row, reported), reported, RecommendationState.AGREED, RecommendationState.SENT)
    following = make_conference(host=reported.conference.host, held_on=date(2025, 10, 30))
    following.made_at = LATER
    following.save()

    following_reported = make_small(conference=following)
    compose_report(conference=following, by=following_reported.clerk, now=LATER)

    carried = Recommendation.objects.get(conference=following, earlier=row)
    assert (carried.state, carried.text) == (RecommendationState.SENT, row.text)


def test_what_was_closed_is_not_carried_over(reported: Reported, row: Recommendation) -> None:
    moved(row, reported, RecommendationState.CLOSED)
    following = make_conference(host=reported.conference.host, held_on=date(2025, 10, 30))

    compose_report(conference=following, by=None, now=LATER)

    assert not Recommendation.objects.filter(conference=following).exists()


def test_a_letter_carries_them_and_issuing_it_makes_them_sent(reported: Reported, row: Recommendation) -> None:
    moved(worded(row, reported), reported, RecommendationState.AGREED)
    options = {"recommendations": [row.pk], "due_on": "2024-11-30"}
    letter = draft_document(
        conference=reported.conference, kind="recommendations", options=options, by=reported.clerk, now=NOW
    )
    tie_letter(recommendations=[row], letter=letter, by=reported.clerk, now=NOW)

    whole = assembled(letter).document
    points = [plain(block.runs) for block in whole.body if isinstance(block, Item)]
    assert points == ["Bố trí kinh phí hỗ trợ mô hình mới (03 đơn vị kiến nghị)."]
    assert [each.name for each in letter.recipients.all()] == ["UBND thành phố"]

    Document.objects.filter(pk=letter.pk).update(state=DocumentState.ISSUED, frozen={})
    note_letters(reported.conference.pk, now=NOW)
    assert Recommendation.objects.get(pk=row.pk).state == RecommendationState.SENT

    Document.objects.filter(pk=letter.pk).update(state=DocumentState.RECALLED)
    note_letters(reported.conference.pk, now=NOW)
    assert Recommendation.objects.get(pk=row.pk).state == RecommendationState.AGREED


def test_one_addressee_in_two_spellings_is_one_in_the_report(reported: Reported, row: Recommendation) -> None:
    act.add_recommendation(
        conference=reported.conference, text="Đề nghị thành phố mở rộng kiệt hẻm.", title="", to=None,
        to_name="thành phố", by=reported.clerk, now=NOW,
    )  # fmt: skip

    assert [(wish.to, wish.text) for wish in wishes_of(reported.conference)] == [
        ("UBND thành phố", "bố trí kinh phí hỗ trợ các mô hình mới"),
        ("UBND thành phố", "Đề nghị thành phố mở rộng kiệt hẻm."),
    ]


def test_proposal_that_nobody_touched_is_addressed_anew(reported: Reported, row: Recommendation) -> None:
    Recommendation.objects.filter(pk=row.pk).update(addressed_name="thành phố")

    compose_report(conference=reported.conference, by=reported.clerk, now=NOW)

    assert Recommendation.objects.get(pk=row.pk).addressed_name == "UBND thành phố"
