from datetime import date
from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_user
from tests.factories.reviews import QUESTIONS, figures_value, make_outline, make_review, make_review_duty
from tongket.exemplars.models import Exemplar
from tongket.reviews.actions.deciding import confirm_review
from tongket.reviews.actions.drafting import Typed, save_fields
from tongket.reviews.actions.submitting import submit_review
from tongket.reviews.actions.writing import NothingWritten, submit_written
from tongket.reviews.models import DraftField, Figure, Review
from tongket.reviews.queries.filled import filled_of
from tongket.reviews.queries.reviews import find_review, review_of
from tongket.reviews.rules import CameAs, FigureState, Kind, Manner
from tongket.reviews.values import Filled, Named, Place, Question

pytestmark = pytest.mark.django_db


def type_into(review: Review, fields: dict[str, str]) -> None:
    typed = [Typed(name, text, 0) for name, text in fields.items()]
    save_fields(review=review, fields=typed, by=make_user(unit=review.unit), now=NOW)


def stored(review: Review) -> Review:
    found = find_review(review.conference, review.unit_id)
    assert found is not None
    return found


def test_form_is_submitted_as_a_whole() -> None:
    duty = make_review_duty()
    make_outline(conference=duty.conference)
    review = review_of(duty)
    type_into(
        review,
        {
            "q:results": "Có mười hai mô hình.",
            "f:models:2024": "gần 12",
            "f:money:2024": "3,5 tỷ",
            "k:money:2024": "năm nay vận động lớn",
            "m:manner": "meeting",
            "m:held_on": "12/10/2024",
            "m:attended": "45",
            "m:place": "Nhà văn hóa",
            "m:signer_name": "Lê A",
        },
    )

    version = submit_written(review=review, by=make_user(unit=duty.unit), now=NOW)

    filled = filled_of(stored(review))
    assert filled.answers == {"results": "Có mười hai mô hình."}
    assert [(each.indicator, each.value, each.written, each.about) for each in filled.figures] == [
        ("models", Decimal(12), "gần 12", "gần"),
        ("money", Decimal(3500), "3,5 tỷ", ""),
    ]
    held = (filled.manner, filled.held_on, filled.attended, filled.place, filled.signer)
    assert held == (Manner.MEETING, date(2024, 10, 12), 45, "Nhà văn hóa", "Lê A")
    assert Figure.objects.get(indicator__code="money").kept_because == "năm nay vận động lớn"
    assert (version.came_as, version.outline_revision, DraftField.objects.count()) == ("web", 1, 0)


def test_what_was_not_typed_over_stays_as_it_was_submitted() -> None:
    review = make_review(answers={"results": "Kết quả tốt."}, figures={"models": 12, "models:2023": 10, "money": 5})
    type_into(review, {"f:money:2024": "6", "q:shortcomings": "Còn thiếu vốn."})

    submit_written(review=review, by=make_user(), now=NOW)

    filled = filled_of(stored(review))
    assert filled.answers == {"results": "Kết quả tốt.", "shortcomings": "Còn thiếu vốn."}
    values = {f"{each.indicator}:{each.period}": each.value for each in filled.figures}
    assert values == {"models:2024": 12, "models:2023": 10, "money:2024": 6}


def test_emptied_figure_is_gone() -> None:
    review = make_review(figures={"models": 12, "money": 5})
    type_into(review, {"f:models:2024": ""})

    submit_written(review=review, by=make_user(), now=NOW)

    assert [each.indicator for each in filled_of(stored(review)).figures] == ["money"]


@pytest.mark.parametrize(
    ("emptied", "answers", "figures"),
    [("q:results", {}, ["money"]), ("f:money:2024", {"results": "Kết quả tốt."}, [])],
)
def test_last_answer_and_last_figure_that_were_emptied_are_gone(
    emptied: str, answers: dict[str, str], figures: list[str]
) -> None:
    review = make_review(answers={"results": "Kết quả tốt."}, figures={"money": 5})
    type_into(review, {emptied: ""})

    submit_written(review=review, by=make_user(), now=NOW)

    filled = filled_of(stored(review))
    assert (filled.answers, [each.indicator for each in filled.figures]) == (answers, figures)


def test_figure_read_in_a_report_stays_proposed_until_typed_over() -> None:
    review = make_review(answers={"results": "Vận động được năm triệu đồng."})
    proposed = figures_value({"money": 5, "models": 3}, state=FigureState.PROPOSED)
    submit_review(review=review, filled=Filled(figures=proposed), came_as=CameAs.REPORT, by=None, now=NOW)
    type_into(review, {"f:models:2024": "4"})

    submit_written(review=stored(review), by=make_user(), now=NOW)

    states = {row.indicator.code: row.state for row in Figure.objects.select_related("indicator")}
    assert states == {"money": "proposed", "models": "confirmed"}


def test_empty_form_is_not_submitted() -> None:
    duty = make_review_duty()
    make_outline(conference=duty.conference)

    with pytest.raises(NothingWritten):
        submit_written(review=review_of(duty), by=make_user(), now=NOW)


def test_place_of_a_figure_that_was_left_alone_stays() -> None:
    review = make_review(figures={"models": 12})
    Figure.objects.update(page=3, block=7, quote="có 12 mô hình")
    type_into(review, {"q:results": "Thêm một câu trả lời."})

    submit_written(review=stored(review), by=make_user(), now=NOW)

    figure = filled_of(stored(review)).figures[0]
    assert (figure.place, figure.quote) == (Place(3, 7), "có 12 mô hình")


def test_model_typed_in_an_answer_reaches_the_register_and_leaves_with_the_answer() -> None:
    duty = make_review_duty()
    asked = (*QUESTIONS, Question("models", "Nêu mô hình tiêu biểu.", Kind.EXEMPLAR, "Mô hình"))
    make_outline(conference=duty.conference, questions=asked)
    review, user = review_of(duty), make_user(unit=duty.unit)
    type_into(review, {"q:models": "- Hẻm xanh không rác (khối phố 4)\n- Ngôi nhà xanh"})

    submit_written(review=review, by=user, now=NOW)
    confirm_review(review=stored(review), by=user, now=NOW)

    assert sorted(Exemplar.objects.values_list("name", "place")) == [
        ("Hẻm xanh không rác", "khối phố 4"),
        ("Ngôi nhà xanh", ""),
    ]

    fields = [Typed("q:models", "- Ngôi nhà xanh", DraftField.objects.filter(name="q:models").count())]
    save_fields(review=stored(review), fields=fields, by=user, now=NOW)
    submit_written(review=stored(review), by=user, now=NOW)

    assert [each.name for each in filled_of(stored(review)).exemplars] == ["Ngôi nhà xanh"]


def test_last_model_deleted_from_its_answer_leaves_the_register() -> None:
    duty = make_review_duty()
    asked = (*QUESTIONS, Question("models", "Nêu mô hình tiêu biểu.", Kind.EXEMPLAR, "Mô hình"))
    make_outline(conference=duty.conference, questions=asked)
    review, user = review_of(duty), make_user(unit=duty.unit)
    type_into(review, {"q:results": "Tốt.", "q:models": "- Hẻm xanh không rác (khối phố 4)"})
    submit_written(review=review, by=user, now=NOW)

    save_fields(review=stored(review), fields=[Typed("q:models", "", 0)], by=user, now=NOW)
    submit_written(review=stored(review), by=user, now=NOW)

    assert filled_of(stored(review)).exemplars == ()


def test_model_of_a_report_stays_where_an_answer_is_written_on() -> None:
    review = make_review(answers={"results": "Tốt."}, exemplars=[Named("Hẻm xanh", quote="Mô hình “Hẻm xanh” tốt.")])
    type_into(review, {"q:results": "Rất tốt."})

    submit_written(review=stored(review), by=make_user(unit=review.unit), now=NOW)

    assert [each.name for each in filled_of(stored(review)).exemplars] == ["Hẻm xanh"]
