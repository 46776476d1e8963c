import pytest

from tests.documents.second_opinion import Page, Word, compare_many, differences, pages
from tests.documents.shapes import SHAPES, letter
from tongket.documents.render.pdf import pdf_of


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_sets_every_shape_as_we_do() -> None:
    found = dict(zip(SHAPES, compare_many([made() for made in SHAPES.values()]), strict=True))

    assert found == {name: [] for name in SHAPES}
