from datetime import date

import pytest

from tests.factories.conferences import NOW, make_conference, make_user
from tests.factories.reviews import make_outline, make_review
from tongket.core.models import Event
from tongket.reviews.actions.asking import (
    FiguresStand,
    PeriodNeeded,
    add_indicator,
    add_question,
    change_indicator,
    change_question,
    move,
    remove,
    remove_period,
    restore,
    set_period,
)
from tongket.reviews.models import Answer, Figure, Indicator, Outline, Period, Question
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.rules import Kind

pytestmark = pytest.mark.django_db


def outline() -> Outline:
    return make_outline(conference=make_conference())


def order(made: Outline) -> list[str]:
    return [each.code for each in outline_of(made.conference).questions]


def test_added_question_comes_last_and_raises_the_revision() -> None:
    made = outline()

    row = add_question(
        outline=made, kind=Kind.LESSON, heading="Bai hoc", text="Nêu bài học.", is_needed=True, by=make_user(), now=NOW
    )

    assert (row.code, order(made)[-1], made.revision) == ("bai-hoc", "bai-hoc", 2)
    line = Event.objects.get(verb="add_question")
    assert line.changes == {"question": "bai-hoc", "revision": 2}


def test_code_is_never_used_twice() -> None:
    made = outline()
    user = make_user()
    codes = [add_indicator(outline=made, values={"name": "Ho ngheo"}, by=user, now=NOW).code for _ in range(2)]

    assert codes == ["ho-ngheo", "ho-ngheo-2"]


def test_changed_question_keeps_its_answers() -> None:
    review = make_review(answers={"results": "Hai mươi buổi tuyên truyền."})
    question = Question.objects.get(code="results")

    change_question(question=question, values={"text": "Nêu kết quả chính."}, by=make_user(), now=NOW)
    change_question(question=question, values={"text": "Nêu kết quả chính."}, by=make_user(), now=NOW)

    assert Answer.objects.get().text == "Hai mươi buổi tuyên truyền."
    assert outline_of(review.conference).revision == 2


def test_removed_one_keeps_what_was_said_and_can_be_asked_again() -> None:
    review = make_review(answers={"results": "Hai mươi buổi tuyên truyền."}, figures={"models": 12})
    made = Outline.objects.get()
    question, indicator = Question.objects.get(code="results"), Indicator.objects.get(code="models")

    remove(asked=question, by=make_user(), now=NOW)
    remove(asked=indicator, by=make_user(), now=NOW)

    assert order(made) == ["shortcomings", "recommendations"]
    assert (Answer.objects.count(), Figure.objects.count()) == (1, 1)

    restore(asked=question, by=make_user(), now=NOW)
    assert order(made)[0] == "results"
    assert outline_of(review.conference).revision == 4


def test_moving_stops_at_the_ends() -> None:
    made = outline()
    first = Question.objects.get(code="results")

    move(asked=first, steps=-1, by=make_user(), now=NOW)
    assert (order(made)[0], outline_of(made.conference).revision) == ("results", 1)

    move(asked=first, steps=5, by=make_user(), now=NOW)
    assert order(made) == ["shortcomings", "recommendations", "results"]


def test_measure_of_an_indicator_with_figures_is_fixed() -> None:
    make_review(figures={"money": 12})
    money = Indicator.objects.get(code="money")

    with pytest.raises(FiguresStand):
        change_indicator(indicator=money, values={"measure": "đồng"}, by=make_user(), now=NOW)

    change_indicator(indicator=money, values={"name": "Tiền", "measure": "triệu đồng"}, by=make_user(), now=NOW)
    assert Indicator.objects.get(code="money").name == "Tiền"


def test_current_period_is_one() -> None:
    made = outline()
    values = {"label": "Năm 2025", "first_on": date(2025, 1, 1), "last_on": date(2025, 12, 31), "is_current": True}

    row = set_period(outline=made, period=None, values=values, by=make_user(), now=NOW)

    assert row.code == "2025"
    assert [each.code for each in Period.objects.filter(is_current=True)] == ["2025"]


def test_current_period_and_one_with_figures_are_not_dropped() -> None:
    make_review(figures={"models:2023": 3})

    with pytest.raises(PeriodNeeded):
        remove_period(period=Period.objects.get(code="2024"), by=make_user(), now=NOW)
    with pytest.raises(FiguresStand):
        remove_period(period=Period.objects.get(code="2023"), by=make_user(), now=NOW)

    Figure.objects.all().delete()
    remove_period(period=Period.objects.get(code="2023"), by=make_user(), now=NOW)
    assert Period.objects.count() == 1
