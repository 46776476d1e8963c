"""Made-up reports are always the same, about four pages, and say nothing that the truth beside them does not know."""

import re
from decimal import Decimal
from random import Random

import pytest

from tests.factories.manuscripts import LETTERS_A_PAGE
from tests.factories.reports import (
    NOW,
    PERIODS,
    printed,
    printed_money,
    sample_outline,
    sample_report,
    sample_reports,
    unit_name,
)
from tongket.reading.manuscript.values import Table
from tongket.reviews.rules import Kind
from tongket.reviews.values import Indicator, Outline


def test_the_same_number_is_always_the_same_report() -> None:
    assert sample_report(7) == sample_report(7)
    assert sample_report(7) != sample_report(8)


def test_a_report_is_of_about_four_pages_and_fifty_statements() -> None:
    reports = sample_reports(20)
    letters = [len(report.text) for report in reports]

    assert 2.2 < sum(letters) / len(letters) / LETTERS_A_PAGE < 4.5
    assert 40 <= sum(len(report.statements) for report in reports) / len(reports) <= 60


def test_every_statement_stands_in_the_text_in_its_order() -> None:
    report = sample_report(3)
    places = [report.text.index(statement.text) for statement in report.statements]

    assert places == sorted(places)
    assert {statement.kind for statement in report.statements} == set(Kind)


def test_the_annex_holds_every_figure_of_every_period() -> None:
    report, outline = sample_report(5), sample_outline()
    table = next(block for block in report.manuscript.blocks if isinstance(block, Table))
    rows = [[cell.paragraphs[0].text for cell in row] for row in table.rows[1:]]

    assert [row[1] for row in rows] == [indicator.name for indicator in outline.indicators]
    assert [row[3:] for row in rows] == [
        [printed(report.figures[each.code, period.code], each.decimals) for period in PERIODS]
        for each in outline.indicators
    ]


def test_sentences_tell_the_figures_of_the_period_and_no_others() -> None:
    report = sample_report(11)
    told = " ".join(each.text for each in report.statements if each.kind is Kind.RESULT)
    numbers = {Decimal(found.replace(".", "").replace(",", ".")) for found in re.findall(r"\d[\d.,]*\d|\d", told)}
    known = {value for (_, period), value in report.figures.items() if period == NOW}

    assert numbers - known - {value / 1000 for value in known} - {value * 1_000_000 for value in known} == set()


def test_what_may_not_exceed_another_does_not() -> None:
    for report in sample_reports(30):
        for indicator in sample_outline().indicators:
            if indicator.not_above:
                assert report.figures[indicator.code, NOW] <= report.figures[indicator.not_above, NOW]


def test_an_outline_of_ones_own_is_told_by_its_names() -> None:
    outline = Outline("Riêng", 3, (), (Indicator("x1", "Buổi họp", "buổi"),), PERIODS)
    report = sample_report(1, outline=outline)

    assert f"Buổi họp: {printed(report.figures['x1', NOW])} buổi" in report.text.replace(": 0", ": ")


def test_units_have_names_of_their_own() -> None:
    assert len({unit_name(number) for number in range(3321)}) == 3321


@pytest.mark.parametrize(
    ("millions", "written"),
    [("3500", "3,5 tỷ đồng"), ("120", "120 triệu đồng"), ("1234.5", "1.234,5 triệu đồng"), ("2000", "2 tỷ đồng")],
)
def test_money_is_written_as_people_do(millions: str, written: str) -> None:
    draw = Random(1)

    assert {printed_money(Decimal(millions), draw) for _ in range(20)} >= {written}
