"""What of a bundle answers what is asked here."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.factories.bundles import make_summary
from tests.factories.reviews import INDICATORS, LAST_YEAR, QUESTIONS, YEAR, figures_value
from tongket.core.findings import compose
from tongket.reviews.bundles.matching import matched
from tongket.reviews.bundles.values import Coverage
from tongket.reviews.rules import FigureState
from tongket.reviews.values import Filled, Outline, Period

OUTLINE = Outline("Đề cương", 3, QUESTIONS, INDICATORS, (LAST_YEAR, YEAR))


def test_figures_under_the_same_code_and_measure_count() -> None:
    filled, cuts, findings = matched(make_summary(models=8), OUTLINE)

    assert [(each.indicator, each.period, each.value, each.state) for each in filled.figures] == [
        ("models", "2024", Decimal(8), FigureState.CONFIRMED)
    ]
    assert filled.answers == {"results": "Phong trào lan rộng."}
    assert [cut.question for cut in cuts] == ["recommendations"]
    assert findings == ()


def test_another_measure_is_only_proposed_and_said() -> None:
    filled, _cuts, findings = matched(make_summary(money=12_000_000), OUTLINE)

    assert [each.state for each in filled.figures] == [FigureState.PROPOSED]
    assert [str(compose(finding)) for finding in findings] == [
        "Tiền vận động được: đơn vị tính theo “đồng”, ở đây hỏi theo “triệu đồng”. "
        "Đổi về một đơn vị tính rồi xác nhận con số."
    ]


def test_what_is_not_asked_here_is_said_and_left() -> None:
    filled, _cuts, findings = matched(make_summary(songs=3), OUTLINE)

    assert filled.figures == ()
    assert [compose(finding).found for finding in findings] == ["“Bài hát mới” kỳ 2024 không có trong đề cương ở đây."]


def test_periods_meet_by_their_days_where_codes_differ() -> None:
    theirs = Period("nam-nay", "Năm nay", date(2024, 1, 1), date(2024, 12, 31), is_current=True)
    summary = replace(make_summary(), periods=(theirs,), filled=Filled(figures=figures_value({"models:nam-nay": 8})))

    filled, _cuts, findings = matched(summary, OUTLINE)

    assert [(each.period, each.value) for each in filled.figures] == [("2024", Decimal(8))]
    assert findings == ()


def test_figures_made_of_some_units_are_said_with_who_is_missing() -> None:
    summary = make_summary(coverage=[Coverage("models", "2024", 8, 9, ("Thôn Vĩnh Bình",))], models=8)

    _filled, _cuts, findings = matched(summary, OUTLINE)

    assert [compose(finding).found for finding in findings] == [
        "Mô hình đang duy trì: tổng của 8/9 đơn vị cấp dưới, còn thiếu Thôn Vĩnh Bình."
    ]


def test_a_statement_to_a_question_that_is_not_asked_stands_alone() -> None:
    _filled, cuts, _findings = matched(make_summary(), Outline("Đề cương", 1, (), INDICATORS, (YEAR,)))

    assert [cut.question for cut in cuts] == [""]
