"""What comes next where no unit wrote of it."""

from dataclasses import replace

from tests.factories.materials import make_heard, make_material
from tongket.reviews.rules import Kind
from tongket.synthesis.composing.ahead import ahead
from tongket.synthesis.rules import SourceSort

MATERIAL = replace(make_material(), heard=(make_heard(units=4), make_heard(units=1, code="mot", key=8)))


def test_what_several_units_lack_is_what_comes_next() -> None:
    (passage,) = ahead(MATERIAL)

    assert passage.text == (
        "Thời gian tới, tập trung khắc phục khó khăn, hạn chế về kinh phí cho mô hình mới (4/15 đơn vị)."
    )
    assert [source.sort for source in passage.sources] == [SourceSort.THEME, *[SourceSort.STATEMENT] * 4]
    assert {printed for printed, _source in passage.figures.values()} == {"4", "15"}


def test_several_are_listed() -> None:
    two = (make_heard(units=4), make_heard(units=2, code="hai", key=8))

    (passage,) = ahead(replace(MATERIAL, heard=two))

    assert passage.text.startswith("Thời gian tới, tập trung khắc phục những khó khăn, hạn chế mà các đơn vị nêu: về ")


def test_nothing_lacking_says_nothing() -> None:
    assert ahead(replace(MATERIAL, heard=(make_heard(kind=Kind.STRENGTH),))) == ()
