"""The booklet: every page once, where the fold puts it."""

import subprocess
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests import parts
from tests.factories.volumes import foreign_pdf, full_volume
from tongket.documents.render.joining import joined
from tongket.proceedings.render.booklet import Turning, booklet_of, booklet_order, sheets_of
from tongket.proceedings.render.values import Binding, Edition
from tongket.proceedings.render.volume import bind


def test_one_signature_lays_the_last_page_beside_the_first() -> None:
    assert booklet_order(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_missing_pages_stay_blank() -> None:
    assert booklet_order(5) == [(None, 0), (1, None), (None, 2), (3, 4)]


def test_signatures_are_folded_one_after_another() -> None:
    assert booklet_order(12, signature=2) == [(7, 0), (1, 6), (5, 2), (3, 4), (11, 8), (9, 10)]


@pytest.mark.parametrize("signature", [None, 1, 4, 8])
@pytest.mark.parametrize("pages", [1, 4, 7, 33, 64])
def test_every_page_stands_once(pages: int, signature: int | None) -> None:
    order = booklet_order(pages, signature)

    assert sorted(page for side in order for page in side if page is not None) == list(range(pages))
    assert len(order) == 2 * sheets_of(pages)


def folded(order: list[tuple[int | None, int | None]], signature: int) -> list[int | None]:
    """The pages as a reader turns them over: each signature opened from its first leaf."""
    read: list[int | None] = []
    for first in range(0, len(order), 2 * signature):
        sides = order[first : first + 2 * signature]
        fronts, backs = sides[::2], sides[1::2]
        read += [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
        read += [
            page for front, back in reversed(list(zip(fronts, backs, strict=True))) for page in (back[1], front[0])
        ]
    return read


def test_a_folded_booklet_reads_in_order() -> None:
    assert folded(booklet_order(40, 4), 4) == list(range(40))


def test_signatures_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="found signatures of 0 sheets, wanted 1 or more"):
        booklet_order(4, 0)


def halves(data: bytes) -> list[tuple[str, str]]:
    """The words in the left and the right half of each side, as it is seen."""
    with closing(pdfium.PdfDocument(data)) as sheets:
        sides = []
        for sheet in sheets:
            width, height = sheet.get_size()
            text = sheet.get_textpage()
            middle = width / 2
            halves = (text.get_text_bounded(0, 0, middle, height), text.get_text_bounded(middle, 0, width, height))
            sides.append((halves[0].strip(), halves[1].strip()))
    return sides


def pages(count: int) -> bytes:
    return joined(foreign_pdf(f"Trang {number}") for number in range(1, count + 1))


def test_pages_stand_on_the_halves_of_their_sheets() -> None:
    assert halves(booklet_of(pages(6))) == [
        ("", "Trang 1"),
        ("Trang 2", ""),
        ("Trang 6", "Trang 3"),
        ("Trang 4", "Trang 5"),
    ]


def test_backs_stand_on_their_head_where_the_long_edge_turns() -> None:
    with closing(pdfium.PdfDocument(booklet_of(pages(4), turning=Turning.LONG_EDGE))) as sheets:
        assert [sheet.get_rotation() for sheet in sheets] == [0, 180]


def test_sheets_are_a4_in_landscape() -> None:
    with closing(pdfium.PdfDocument(booklet_of(pages(4)))) as sheets:
        assert [tuple(round(side / 72 * 25.4) for side in sheet.get_size()) for sheet in sheets] == [(297, 210)] * 2


def test_blank_pages_of_a_printed_volume_are_blank_to_other_readers(tmp_path: Path) -> None:
    """pdfium carries an empty page's stream over as packed garbage; poppler tells, and so would a printer."""
    program = parts.need("pdftoppm")
    volume = bind(full_volume(), Binding(Edition.PRINT, opens_right=True))
    (tmp_path / "sach.pdf").write_bytes(booklet_of(volume.data))

    done = subprocess.run(
        [program, "-r", "10", tmp_path / "sach.pdf", tmp_path / "trang"], capture_output=True, check=True
    )

    assert done.stderr == b""
