"""Drawings of Windows become pictures where LibreOffice is, and stay as they are where it is not."""

import io

import pytest
from PIL import Image

from tests.parts import need
from tests.reading.making import paragraph, run
from tests.reading.manuscript.drawing import emf, wmf
from tests.reading.manuscript.making import inline, paper, picture
from tongket.reading import office
from tongket.reading.limits import DEFAULT
from tongket.reading.manuscript import drawn_metafiles
from tongket.reading.manuscript.drawn_metafiles import with_drawn_metafiles
from tongket.reading.manuscript.metafiles import EMF, WMF
from tongket.reading.manuscript.safely import read_manuscript
from tongket.reading.manuscript.values import Manuscript, Nature, Picture
from tongket.reading.refusals import refuse

RED, GREEN = (255, 0, 0), (0, 255, 0)
DRAWINGS = Manuscript(
    Nature.DOCX,
    (),
    pictures=(
        Picture(emf(80, 40), EMF, 60.0, 30.0),
        Picture(picture(), "image/png", 10.0, 5.0),
        Picture(wmf(40, 60), WMF, 40.0, 60.0),
    ),
)


def seen(data: bytes) -> tuple[tuple[int, int], object, object]:
    """The size in dots, the colour near the left edge at half height, and that of the middle."""
    with Image.open(io.BytesIO(data)) as drawn:
        across, down = drawn.size
        colours = drawn.convert("RGB")
        return drawn.size, colours.getpixel((across // 20, down // 2)), colours.getpixel((across // 2, down // 2))


@pytest.mark.office
@pytest.mark.slow
def test_each_is_drawn_in_its_size_and_colours() -> None:
    need("LibreOffice")

    first, other, last = with_drawn_metafiles(DRAWINGS, DEFAULT).pictures

    assert (first.content_type, first.width_mm, first.height_mm, other) == (
        "image/png",
        60.0,
        30.0,
        DRAWINGS.pictures[1],
    )
    # 220 dots an inch.
    (across, down), edge, middle = seen(first.data)
    assert (abs(across - 520) <= 2, abs(down - 260) <= 2, edge, middle) == (True, True, RED, GREEN)
    (across, down), edge, middle = seen(last.data)
    assert (abs(across - 346) <= 2, abs(down - 520) <= 2) == (True, True)


@pytest.mark.office
@pytest.mark.slow
def test_a_paper_brings_its_drawings_with_it() -> None:
    need("LibreOffice")
    data = paper(paragraph(inside=run("Sơ đồ") + inline("p")), pictures={"p": emf()})

    found = read_manuscript(data)

    assert ([each.content_type for each in found.pictures], found.lost) == (["image/png"], ())


def test_without_libreoffice_they_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)

    assert with_drawn_metafiles(DRAWINGS, DEFAULT) == DRAWINGS


def test_what_cannot_be_drawn_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_said: object) -> bytes:
        raise refuse("too-slow", wanted=60)

    monkeypatch.setattr(drawn_metafiles, "as_pdf", slow)

    assert with_drawn_metafiles(DRAWINGS, DEFAULT) == DRAWINGS


def test_nothing_is_asked_of_libreoffice_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn_metafiles, "as_pdf", lambda *_said: 1 / 0)
    plain = Manuscript(Nature.DOCX, (), pictures=DRAWINGS.pictures[1:2])

    assert with_drawn_metafiles(plain, DEFAULT) == plain
