"""Sentences from themes."""

from dataclasses import replace

import pytest

from tests.factories.materials import make_heard, make_statement
from tongket.reviews.rules import Kind
from tongket.synthesis.composing.themed import about, alone, themed
from tongket.synthesis.rules import SourceSort

QUOTE = "Hội Nông dân thành phố nêu: “Kinh phí cho mô hình mới còn ít”."


@pytest.mark.parametrize(
    ("units", "begins"),
    [
        (15, "Tất cả 15 đơn vị đều còn gặp khó khăn, hạn chế về kinh phí cho mô hình mới; "),
        (13, "Hầu hết các đơn vị (13/15) còn gặp"),
        (9, "Có 9/15 đơn vị còn gặp"),
        (5, "Có 5/15 đơn vị còn gặp"),
        (2, "Hội Nông dân thành phố và Hội Liên hiệp phụ nữ thành phố (2/15 đơn vị) còn gặp"),
        (1, "Về kinh phí cho mô hình mới, " + QUOTE),
    ],
)
def test_the_wording_follows_how_many_say_it(units: int, begins: str) -> None:
    (passage,) = themed("III.2", [make_heard(units=units)], 15)

    assert passage.text.startswith(begins)
    assert passage.text.endswith(QUOTE)


def test_every_passage_knows_theme_statements_and_figures() -> None:
    (passage,) = themed("III.2", [make_heard()], 15)

    assert passage.slot == "III.2:shortcoming:kinh-phi"
    assert [source.sort for source in passage.sources] == [SourceSort.THEME, *[SourceSort.STATEMENT] * 4]
    assert {gap: printed for gap, (printed, _source) in passage.figures.items()} == {"don_vi": "9", "tong": "15"}


def test_neighbours_are_worded_differently_and_always_alike() -> None:
    heard = [make_heard(code=code, key=key) for key, code in enumerate("abcd", 1)]

    texts = [each.text for each in themed("III.2", heard, 15)]

    assert len(set(texts)) == len(texts)
    assert texts == [each.text for each in themed("III.2", heard, 15)]


def test_what_belongs_to_no_theme_is_told_by_its_unit() -> None:
    loose = replace(make_heard(units=2), code="", key=0)

    passages = themed("III.2", [loose], 15)

    assert [each.slot for each in passages] == ["III.2:shortcoming:y-1", "III.2:shortcoming:y-2"]
    assert passages[0] == alone("III.2", Kind.SHORTCOMING, make_statement(1, unit=1))


def test_a_theme_that_speaks_of_something_is_spoken_of_otherwise() -> None:
    assert about("Nhận thức về phong trào") == "đối với nhận thức về phong trào"
    assert about("Kinh phí") == "về kinh phí"


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_words(kind: Kind) -> None:
    assert len(themed("X", [make_heard(kind=kind)] * 3, 15)) == 3
