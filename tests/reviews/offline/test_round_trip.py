"""What is written into a form and filled in is read back exactly, whatever the outline asks."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tongket.core.text import clean
from tongket.reading.limits import DEFAULT
from tongket.reviews.offline.cells import read_cells
from tongket.reviews.offline.form import write_form
from tongket.reviews.offline.paper import read_tables
from tongket.reviews.offline.reading import understood
from tongket.reviews.offline.sheet import write_sheet
from tongket.reviews.offline.writing import vietnamese
from tongket.reviews.reports.measures import plain
from tongket.reviews.rules import Kind, Manner, Nature
from tongket.reviews.values import Figure, Filled, Indicator, Named, Outline, Period, Place, Question

CODES = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=3, max_size=12).map(lambda text: f"c{text}")
WORDS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạ ,.;:()“”+=@-/0123456789%", min_size=1, max_size=60).map(clean)
LINES = st.lists(WORDS.filter(bool), min_size=1, max_size=4).map("\n".join)
PERIODS = (
    Period("2023", "Năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
    Period("all", "Từ khi phát động đến nay", date(2018, 4, 16), date(2024, 10, 20), is_current=True),
)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Outlines of some indicators and questions."""
    codes = draw(st.lists(CODES, min_size=3, max_size=9, unique=True))
    middle = len(codes) // 2
    indicators = tuple(
        Indicator(
            code,
            f"Số {number} {draw(WORDS)}".strip(),
            draw(st.sampled_from(("mô hình", "hộ", "triệu đồng", "m²"))),
            group=draw(st.sampled_from(("", "Một", "Hai"))),
            nature=draw(st.sampled_from((Nature.COUNT, Nature.AMOUNT))),
            decimals=draw(st.integers(0, 4)),
        )
        for number, code in enumerate(codes[:middle])
    )
    questions = tuple(
        Question(code, f"Câu {number} {draw(WORDS)}", Kind.RESULT) for number, code in enumerate(codes[middle:])
    )
    return Outline("Đề cương", draw(st.integers(1, 99)), questions, indicators, PERIODS)


@st.composite
def filled(draw: st.DrawFn, outline: Outline) -> Filled:
    """What a unit might fill in."""
    figures = []
    for indicator in outline.indicators:
        for period in outline.periods:
            value = draw(st.none() | st.integers(0, 10 ** (11 + indicator.decimals)))
            if value is not None:
                number = plain(Decimal(value).scaleb(-indicator.decimals))
                note = draw(st.just("") | LINES) if period.is_current else ""
                figures.append(Figure(indicator.code, period.code, number, vietnamese(number), note=note))
    return Filled(
        draw(CODES),
        outline.revision,
        {each.code: draw(LINES) for each in outline.questions if draw(st.booleans())},
        tuple(figures),
        tuple(
            Named(f"M {name}", owner, "xã", quote)
            for name, owner, quote in draw(st.lists(st.tuples(WORDS, WORDS, LINES), max_size=3))
        ),
        draw(st.none() | st.sampled_from(tuple(Manner))),
        draw(st.none() | st.dates(date(2018, 1, 1), date(2030, 1, 1))),
        draw(st.just("") | WORDS),
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Outline, Filled]:
    """An outline with what was filled in."""
    outline = draw(outlines())
    return outline, draw(filled(outline))


def without_places(said: Filled) -> Filled:
    """The same, nobody told where each stood."""
    return replace(
        said,
        figures=tuple(replace(each, place=Place()) for each in said.figures),
        exemplars=tuple(replace(each, place=Place()) for each in said.exemplars),
    )


@pytest.mark.slow
@settings(max_examples=6)
@given(pairs())
def test_sheet_gives_back_what_was_filled_in(pair: tuple[Outline, Filled]) -> None:
    outline, known = pair
    data = write_sheet(outline, unit="UBMTTQ xã Tam Thăng", unit_key=known.unit, known=known)

    read = understood(read_cells(data, DEFAULT), outline, is_sheet=True)

    assert read is not None
    assert (without_places(read[0]), read[1]) == (known, ())


@pytest.mark.slow
@settings(max_examples=4)
@given(pairs())
def test_form_gives_back_what_was_filled_in(pair: tuple[Outline, Filled]) -> None:
    outline, known = pair
    data = write_form(outline, unit="UBMTTQ xã Tam Thăng", unit_key=known.unit, known=known)

    read = understood(read_tables(data, DEFAULT), outline, is_sheet=False)

    assert read is not None
    assert (without_places(read[0]), read[1]) == (known, ())


@pytest.mark.slow
@settings(max_examples=5)
@given(pairs())
def test_sheet_that_a_person_fills_and_sorts_is_read_alike(pair: tuple[Outline, Filled]) -> None:
    outline, known = pair
    book = load_workbook(io.BytesIO(write_sheet(outline, unit="Xã", unit_key=known.unit)))
    sheet = book["Số liệu"]
    values = {(each.indicator, each.period): each for each in known.figures}
    rows = {sheet.cell(row, 1).value: row for row in range(6, sheet.max_row + 1)}
    for (code, period), figure in values.items():
        sheet.cell(rows[code], 6 + (period == "all")).value = figure.value
    turned = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)][::-1]
    for number, row in enumerate(turned, start=6):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    out = io.BytesIO()
    book.save(out)

    read = understood(read_cells(out.getvalue(), DEFAULT), outline, is_sheet=True)

    assert read is not None
    assert {(each.indicator, each.period): each.value for each in read[0].figures} == {
        key: figure.value for key, figure in values.items()
    }
    assert read[1] == ()
