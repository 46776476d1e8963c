"""What the checks see: values, the period that is asked, what is compared with."""

from decimal import Decimal

from tests.factories.figures import figure, indicator, outline
from tests.reviews.checks.asking import sight, spread
from tongket.core.findings import Level, compose
from tongket.reviews.checks.sight import Sight, finding
from tongket.reviews.values import Outline

ASKED = (indicator("ho", name="Hộ được giúp", clause="III.2/4"),)


def test_last_value_is_what_is_known_from_elsewhere_before_what_the_unit_writes() -> None:
    own = figure("ho", 5, 2023)

    assert sight(own, asked=ASKED).last("ho") == 5
    assert sight(own, asked=ASKED, before={"ho": 7}).last("ho") == 7
    assert sight(figure("ho", 5), asked=ASKED).last("ho") is None


def test_usual_is_the_last_value_or_the_middle_of_enough_others() -> None:
    assert sight(asked=ASKED, peers=spread(20, 10, 30)).usual("ho") == 20
    assert sight(asked=ASKED, peers=spread(20, 10, 30, 4)).usual("ho") is None
    assert sight(asked=ASKED, peers=spread(20, 10, 30), before={"ho": 7}).usual("ho") == 7


def test_current_period_is_the_marked_one_or_the_last() -> None:
    unmarked = Outline("", 1, periods=outline(years=(2022, 2023)).periods[:1])

    assert [each.code for each in sight(asked=ASKED).periods] == ["2023", "2024"]
    assert getattr(sight(asked=ASKED).current, "code", None) == "2024"
    assert getattr(Sight(unmarked, {}).current, "code", None) == "2022"
    assert Sight(Outline("", 1), {}).current is None


def test_finding_carries_codes_place_and_the_units_words() -> None:
    (period,) = outline(years=(2024,)).periods
    made = finding(
        "x", Level.ADVICE, ASKED[0], period, figure=figure("ho", 5, quote="Có 5 hộ."), found="{n}", more={"n": 1}
    )

    assert (made.values["indicator"], made.values["period"]) == ("ho", "2024")
    assert (made.quote, made.clause) == ("Có 5 hộ.", "III.2/4")
    assert (compose(made).found, compose(made).where) == ("1", "Chỉ tiêu “Hộ được giúp”, năm 2024.")


def test_known_figures_come_period_by_period() -> None:
    seen = sight(figure("ho", 2), figure("ho", 1, 2023), figure("la", 9), asked=ASKED)

    assert [(each[0].code, each[3]) for each in seen.known()] == [("2023", Decimal(1)), ("2024", Decimal(2))]
    assert [each[2] for each in seen.now()] == [Decimal(2)]
