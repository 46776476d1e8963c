"""What the figures look like: which units, periods and states a drawing shows, for the page and the report alike."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests.factories.conferences import make_conference, make_unit
from tests.factories.reviews import make_outline, make_review
from tests.factories.synthesis import Reported, counted_again, make_small
from tongket.conferences.models import Conference
from tongket.documents.render.drawings import svg_of
from tongket.documents.render.values import Datum, Shape, Tone
from tongket.reviews.models import Indicator, Period
from tongket.reviews.queries.children import Child
from tongket.reviews.rules import Gather, ReviewState
from tongket.synthesis.composing.values import Before
from tongket.synthesis.models import Passage, Section
from tongket.synthesis.queries.draft import examined
from tongket.synthesis.queries.drawn import (
    MOST_INDICATORS,
    Shown,
    by_state,
    by_unit,
    drawings_of,
    gathered,
    over_periods,
    points_of,
)
from tongket.synthesis.queries.printed import named_totals

MODELS = Indicator(code="models", name="Mô hình", measure="mô hình", gather=Gather.SUM, decimals=0)
RATE = Indicator(code="rate", name="Tỷ lệ", measure="%", gather=Gather.RATE, decimals=1)


def child(unit: int, state: ReviewState = ReviewState.ACCEPTED, *, counts: bool = True) -> Child:
    return Child(unit, f"xã {unit}", unit, state, is_counted=counts)


def shown(conference: Conference) -> Shown:
    found = examined(conference)
    return drawings_of(conference, named_totals(found, found_sections(conference)))


def found_sections(conference: Conference) -> list[Section]:
    return list(Section.objects.filter(report__conference=conference).order_by("ordinal"))


def test_units_stand_by_their_figure_those_without_one_last_with_the_reason() -> None:
    children = [child(1), child(2), child(3), child(4, ReviewState.NOT_BEGUN, counts=False)]

    with override("vi"):
        made = by_unit(MODELS, children, {1: Decimal(3), 2: Decimal("12.5")})

    assert (made.shape, made.caption) == (Shape.BARS, "Mô hình (mô hình), theo đơn vị")
    assert made.rows == (
        Datum("xã 2", "12,5"),
        Datum("xã 1", "3"),
        Datum("xã 3", "chưa có số"),
        Datum("xã 4", "chưa có báo cáo"),
    )


def test_of_a_hundred_units_the_first_are_drawn_and_the_others_together() -> None:
    values = {number: Decimal(number) for number in range(1, 91)}

    with override("vi"):
        made = by_unit(MODELS, [child(number) for number in range(1, 101)], values)

    assert len(made.rows) == 24
    assert made.rows[0] == Datum("xã 90", "90")
    assert made.rows[-2:] == (Datum("68 đơn vị khác", "1 – 68"), Datum("10 đơn vị", "chưa có số"))


def test_what_was_divided_is_as_exact_as_it_is_printed() -> None:
    values: Mapping[int, Decimal] = {1: Decimal(2) / 3 * 100}

    assert by_unit(RATE, [child(1)], values).rows == (Datum("xã 1", "66,7"),)
    points = [("Năm 2023", Decimal(1) / 3), ("Năm 2024", Decimal(50))]
    made = over_periods(RATE, points)
    assert made is not None
    assert made.rows == (Datum("Năm 2023", "0,3"), Datum("Năm 2024", "50"))


def test_one_period_is_no_line() -> None:
    assert over_periods(MODELS, [("Năm 2023", None), ("Năm 2024", Decimal(5))]) is None


def test_value_before_stands_in_its_own_period_or_first() -> None:
    periods = [Period(label=f"Năm {year}", last_on=date(year, 12, 31)) for year in (2023, 2024)]
    told = ("Năm 2023", Decimal(3)), ("Năm 2024", Decimal(5))
    values = [value for _label, value in told]

    assert points_of(periods, values, None) == [*told]
    assert points_of(periods, values, ("Năm 2023", Decimal(12))) == [("Năm 2023", Decimal(12)), told[1]]
    assert points_of(periods, values, ("Năm 2022", Decimal(1))) == [("Năm 2022", Decimal(1)), *told]


def test_no_unit_no_tiles() -> None:
    assert by_state([]) is None


def test_many_units_are_counted_by_state_and_thousands_become_bars() -> None:
    states = (ReviewState.NOT_BEGUN, ReviewState.ACCEPTED, ReviewState.RETURNED)
    with override("vi"):
        few, many, most = (
            by_state([child(number, states[number % 3]) for number in range(units)]) for units in (60, 61, 3321)
        )
    assert few is not None
    assert many is not None
    assert most is not None

    assert gathered(few) == few
    assert gathered(many).rows == (
        Datum("20", "Đạt", Tone.DONE),
        Datum("20", "Trả lại để sửa", Tone.BACK),
        Datum("21", "Chưa gửi", Tone.NONE),
    )
    assert gathered(most).rows[0] == Datum("1.107", "Đạt", Tone.DONE)
    assert svg_of(gathered(most), key="x").count('class="bar"') == len(gathered(most).rows) == 3


def test_report_shows_states_and_every_total_it_names_without_the_parts(reported: Reported) -> None:
    made = shown(reported.conference)

    assert [(each.shape, each.caption) for each in made.drawings] == [
        (Shape.GRID, "Báo cáo của các đơn vị"),
        (Shape.BARS, "Mô hình đang duy trì (mô hình), theo đơn vị"),
        (Shape.TREND, "Mô hình đang duy trì (mô hình), theo kỳ"),
        (Shape.BARS, "Tiền vận động được (triệu đồng), theo đơn vị"),
    ]
    assert made.drawings[2].rows == (Datum("Năm 2023", "12"), Datum("Năm 2024", "15"))
    assert made.left_out == 0


def test_report_shows_nothing_of_what_its_sentences_do_not_name(reported: Reported) -> None:
    money = [row for row in Passage.objects.all() if row.slot.endswith(":money")]
    Passage.objects.filter(pk__in=[row.pk for row in money]).update(is_left_out=True)

    assert "Tiền vận động được" not in " ".join(each.caption for each in shown(reported.conference).drawings)


def test_two_units_with_a_figure_are_no_bars(db: None) -> None:
    made = make_small(units=2)

    assert [each.shape for each in shown(made.conference).drawings] == [Shape.GRID, Shape.TREND]


def test_conference_without_units_shows_nothing(db: None) -> None:
    conference = make_conference()
    make_outline(conference=conference)

    assert drawings_of(conference, ()) == Shown()


def test_conference_before_gives_its_point_where_it_compares(reported: Reported) -> None:
    models, *_others = named_totals(examined(reported.conference), found_sections(reported.conference))
    given, other, unlike = (
        replace(models, before=Before(1, label, Decimal(9), note))
        for label, note in (("Năm 2023", ""), ("Năm 2020", ""), ("Năm 2020", "Không so được."))
    )

    first = [drawings_of(reported.conference, [each]).drawings[2].rows[0] for each in (given, other, unlike)]

    assert first == [Datum("Năm 2023", "9"), Datum("Năm 2020", "9"), Datum("Năm 2023", "12")]


def test_report_with_very_many_indicators_says_how_many_it_leaves_to_the_table(reported: Reported) -> None:
    totals = named_totals(examined(reported.conference), found_sections(reported.conference))

    made = drawings_of(reported.conference, totals[:1] * (MOST_INDICATORS + 2))

    assert made.left_out == 2
    assert len(made.drawings) == 1 + 2 * MOST_INDICATORS


def test_report_asks_the_same_for_three_units_and_six(db: None) -> None:
    counts = []
    for units in (3, 6):
        made = make_small(units=units)
        totals = named_totals(examined(made.conference), found_sections(made.conference))
        with CaptureQueriesContext(connection) as asked:
            drawings_of(made.conference, totals)
        counts.append(len(asked))

    assert counts == [9, 9]


def test_report_speaks_vietnamese_whoever_asks(reported: Reported) -> None:
    with override("en"):
        made = shown(reported.conference)

    assert {row.value for row in made.drawings[0].rows} == {"Chờ xem", "Chưa gửi"}


def test_new_figures_are_drawn_at_once(reported: Reported) -> None:
    unit = make_unit(place="Hòa Thuận")
    make_review(conference=reported.conference, unit=unit, figures={"models": 40}, confirmed=True)
    counted_again(reported)

    assert Datum("xã Hòa Thuận", "40") in shown(reported.conference).drawings[1].rows
