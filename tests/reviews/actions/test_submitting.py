from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_conference, make_user
from tests.factories.reviews import figures_value, make_outline, make_review, make_review_duty
from tongket.conferences.actions.duties import DutyMoved, excuse
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.rules import Channel, DutyState
from tongket.core.models import Event
from tongket.reviews import telling
from tongket.reviews.actions.deciding import accept_review, confirm_review
from tongket.reviews.actions.submitting import Came, submit_review
from tongket.reviews.models import Answer, DraftField, Figure, Mention, Outline, Review, ReviewStep, Statement
from tongket.reviews.queries.filled import filled_of
from tongket.reviews.queries.reviews import review_of, standing_versions
from tongket.reviews.rules import CameAs, FigureState, Kind, ReviewState
from tongket.reviews.values import Cut, Filled, Named, Place

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


def stands(review: Review) -> Review:
    return Review.objects.select_related("duty").get(pk=review.pk)


def figures_in(review: Review) -> dict[str, Decimal | None]:
    rows = Figure.objects.filter(review=review).select_related("indicator", "period")
    return {f"{row.indicator.code}:{row.period.code}": row.value for row in rows}


def test_submitting_makes_rows_and_moves_duty_and_review_together() -> None:
    duty = make_review_duty()
    make_outline(conference=duty.conference)
    user = make_user(unit=duty.unit)
    filled = Filled(
        revision=1,
        answers={"results": "Tuyên truyền được 20 buổi cho bà con."},
        figures=figures_value({"models": 12, "money": "3.5"}),
        exemplars=(Named("Tổ hiến đất", "Chi hội"),),
    )

    version = submit_review(review=review_of(duty), filled=filled, came_as=CameAs.WEB, by=user, now=NOW)

    review = stands(version.review)
    duty.refresh_from_db()
    assert (review.state, duty.state) == (ReviewState.SUBMITTED, DutyState.HANDED_IN)
    assert (review.submitted_at, review.confirmed_at, review.duty) == (NOW, None, duty)
    assert figures_in(review) == {"models:2024": Decimal("12"), "money:2024": Decimal("3.5")}
    assert filled_of(review).answers == {"results": "Tuyên truyền được 20 buổi cho bà con."}
    assert list(Mention.objects.values_list("name", "owner_name")) == [("Tổ hiến đất", "Chi hội")]
    assert [(each.kind, each.text, each.version) for each in Statement.objects.all()] == [
        (Kind.RESULT, "Tuyên truyền được 20 buổi cho bà con.", version)
    ]
    assert [(step.state, step.is_confirmed, step.made_at) for step in ReviewStep.objects.all()] == [
        ("submitted", False, NOW)
    ]
    assert version.evidence == duty.evidence.get()
    assert Event.objects.filter(verb="submit_review", subject=f"review:{review.pk}").count() == 1


def test_second_version_replaces_and_keeps_the_first() -> None:
    review = make_review(answers={"results": "Hai mươi buổi tuyên truyền."}, figures={"models": 12}, confirmed=True)
    first = standing_versions(review)[0]
    user = make_user(unit=review.unit)

    filled = Filled(answers={"shortcomings": "Còn thiếu kinh phí."}, figures=figures_value({"money": 5}))
    submit_review(review=review, filled=filled, came_as=CameAs.SHEET, by=user, now=LATER)

    assert figures_in(review) == {"money:2024": Decimal(5)}
    assert filled_of(review).answers == {"shortcomings": "Còn thiếu kinh phí."}
    assert [(each.ordinal, each.came_as) for each in standing_versions(review)] == [(2, "sheet"), (1, "web")]
    assert first.content["figures"][0]["value"] == "12"
    assert stands(review).confirmed_at is None


def test_version_leaves_alone_what_it_does_not_speak_of() -> None:
    review = make_review(answers={"results": "Hai mươi buổi tuyên truyền."}, figures={"models": 12})

    filled = Filled(figures=figures_value({"models": 13}))
    submit_review(review=review, filled=filled, came_as=CameAs.SHEET, by=make_user(), now=LATER)

    assert filled_of(review).answers == {"results": "Hai mươi buổi tuyên truyền."}
    assert figures_in(review) == {"models:2024": Decimal(13)}


def test_figures_read_in_a_report_never_replace_confirmed_ones() -> None:
    review = make_review(figures={"models": 12})
    proposed = figures_value({"models": 99, "money": 5}, state=FigureState.PROPOSED)

    submit_review(review=review, filled=Filled(figures=proposed), came_as=CameAs.REPORT, by=None, now=LATER)

    states = {row.indicator.code: (row.value, row.state) for row in Figure.objects.select_related("indicator")}
    assert states == {"models": (Decimal(12), "confirmed"), "money": (Decimal(5), "proposed")}


def test_statement_that_comes_again_keeps_its_row_and_place() -> None:
    review = make_review(figures={"models": 1})
    cuts = [
        Cut(Kind.CAUSE, "Kinh phí còn ít.", place=Place(2, 7)),
        Cut(Kind.LESSON, "Phải sát dân.", place=Place(3, 9)),
    ]
    submit_review(review=review, filled=Filled(), came_as=CameAs.REPORT, cuts=cuts, by=None, now=NOW)
    kept = Statement.objects.get(text="Kinh phí còn ít.")

    again = [Cut(Kind.CAUSE, "Kinh phí còn ít."), Cut(Kind.CAUSE, "Cán bộ kiêm nhiệm.")]
    submit_review(review=review, filled=Filled(), came_as=CameAs.WEB, cuts=again, by=make_user(), now=LATER)

    in_force = Statement.objects.filter(is_gone=False).order_by("ordinal")
    assert [each.text for each in in_force] == ["Kinh phí còn ít.", "Cán bộ kiêm nhiệm."]
    assert (in_force[0].pk, in_force[0].page, in_force[0].version) == (kept.pk, 2, kept.version)
    assert Statement.objects.get(text="Phải sát dân.").is_gone


def test_exemplar_named_again_keeps_its_row() -> None:
    review = make_review(exemplars=[Named("Tổ hiến đất")])
    kept = Mention.objects.get()

    named = (Named("tổ  hiến đất", "Thôn 2"), Named("Vườn mẫu"))
    submit_review(review=review, filled=Filled(exemplars=named), came_as=CameAs.WEB, by=make_user(), now=LATER)

    rows = [(row.pk, row.name, row.owner_name) for row in Mention.objects.order_by("pk")]
    assert rows == [(kept.pk, "tổ hiến đất", "Thôn 2"), (rows[1][0], "Vườn mẫu", "")]


def test_answer_to_a_removed_question_stays() -> None:
    review = make_review(answers={"results": "Hai mươi buổi tuyên truyền."})
    Outline.objects.get().questions.filter(code="results").update(is_removed=True)

    filled = Filled(answers={"shortcomings": "Còn thiếu kinh phí."})
    submit_review(review=review, filled=filled, came_as=CameAs.WEB, by=make_user(), now=LATER)

    assert Answer.objects.get(question__code="results").text == "Hai mươi buổi tuyên truyền."


def test_unknown_codes_are_left_aside() -> None:
    review = make_review(answers={"nothing": "Gì đó dài dài."}, figures={"nobody": 3, "models:1999": 2})

    assert (figures_in(review), Answer.objects.count()) == ({}, 0)


def test_web_version_takes_its_drafts_with_it() -> None:
    review = make_review(figures={"models": 12})
    user = make_user()
    DraftField.objects.create(review=review, name="q:results", text="a", saved_by=user, saved_at=NOW)

    submit_review(review=review, filled=Filled(answers={"results": "a"}), came_as=CameAs.WEB, by=user, now=LATER)

    assert DraftField.objects.count() == 0


def test_what_came_earlier_by_paper_has_its_day() -> None:
    duty = make_review_duty()
    came = Came(Channel.PAPER, NOW - timedelta(days=2), "bản giấy")

    version = submit_review(
        review=review_of(duty), filled=Filled(), came_as=CameAs.PAPER, came=came, by=make_user(), now=NOW
    )

    assert version.received_at == NOW - timedelta(days=2)
    assert stands(version.review).submitted_at == NOW - timedelta(days=2)


def test_program_never_replaces_what_was_accepted() -> None:
    review = make_review(figures={"models": 12}, confirmed=True)
    accept_review(review=review, by=make_user(), now=NOW)

    with pytest.raises(DutyMoved):
        submit_review(review=review, filled=Filled(), came_as=CameAs.SHEET, by=None, now=LATER)


def test_excused_duty_takes_nothing() -> None:
    duty = make_review_duty()
    excuse(duty=duty, reason="Không có phong trào", by=make_user(), now=NOW)

    with pytest.raises(DutyMoved):
        submit_review(review=review_of(duty), filled=Filled(), came_as=CameAs.WEB, by=make_user(), now=LATER)


def test_review_below_moves_without_a_duty() -> None:

    above = make_review(figures={"models": 1})
    below = make_review(conference=above.conference, upper=above, figures={"models": 3})

    assert (below.state, below.duty, below.submitted_at) == (ReviewState.SUBMITTED, None, NOW)
    assert [step.state for step in below.steps.all()] == ["submitted"]


def test_taking_back_puts_the_earlier_version_and_its_confirmation_back() -> None:
    review = make_review(answers={"results": "Hai mươi buổi tuyên truyền."}, figures={"models": 12}, confirmed=True)
    user = make_user(unit=review.unit)
    filled = Filled(answers={"shortcomings": "Còn thiếu kinh phí."}, figures=figures_value({"money": 5}))
    submit_review(review=review, filled=filled, came_as=CameAs.WEB, by=user, now=LATER)

    take_back(event=Event.objects.filter(verb="hand_in").latest("pk"), by=user, now=LATER)

    after = stands(review)
    assert (after.state, after.confirmed_at, after.confirmed_how) == (ReviewState.SUBMITTED, NOW, "web")
    assert figures_in(review) == {"models:2024": Decimal(12)}
    assert filled_of(review).answers == {"results": "Hai mươi buổi tuyên truyền."}
    assert [each.text for each in Statement.objects.filter(is_gone=False)] == ["Hai mươi buổi tuyên truyền."]
    assert [each.ordinal for each in standing_versions(review)] == [1]


def test_taking_back_the_only_version_makes_its_words_a_draft_again() -> None:
    review = make_review(answers={"results": "Hai mươi buổi tuyên truyền."}, figures={"models": 12})

    take_back(event=Event.objects.get(verb="hand_in"), by=make_user(), now=LATER)

    assert stands(review).state == ReviewState.NOT_BEGUN
    assert figures_in(review) == {}
    assert dict(DraftField.objects.values_list("name", "text")) == {
        "q:results": "Hai mươi buổi tuyên truyền.",
        "f:models:2024": "12",
    }


def test_listeners_hear_of_every_change(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(review: Review, *, now: datetime) -> None:
        heard.append(f"{review.state} {now.day}")

    monkeypatch.setattr(telling, "tell", [hear])

    review = make_review(conference=make_conference(), figures={"models": 12})
    confirm_review(review=review, by=make_user(), now=LATER)

    assert heard == ["submitted 21", "submitted 21", "submitted 22"]
