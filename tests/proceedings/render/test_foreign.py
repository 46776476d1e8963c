"""PDF pages of others: refused in a sentence, or bound in their frame whatever their size and turn."""

from contextlib import closing
from io import BytesIO

import pypdfium2 as pdfium
import pytest

from tests.factories.volumes import foreign_pdf, make_chapter, make_volume
from tests.proceedings.render.reading import bookmarks_of, pages_of
from tongket.documents.render.chapters import ForeignChapter
from tongket.proceedings.render.foreign import BROKEN, EMPTY, ForeignUnreadable, pages_of_foreign
from tongket.proceedings.render.volume import bind

TEXT = "Chữ của người khác."


def saved(document: pdfium.PdfDocument) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def changed(*, turned: int = 0, box: tuple[float, float, float, float] | None = None) -> bytes:
    with closing(pdfium.PdfDocument(foreign_pdf(TEXT))) as source:
        page = source[0]
        page.set_rotation(turned)
        if box:
            page.set_mediabox(*box)
            page.set_cropbox(*box)
        page.close()
        return saved(source)


def where(data: bytes, page: int, words: str) -> tuple[float, float, float, float]:
    """The box of some words, in points."""
    with closing(pdfium.PdfDocument(data)) as whole:
        text = whole[page].get_textpage()
        begin = text.get_text_range().replace("\r\n", "\n").index(words)
        del begin
        found = text.search(words).get_next()
        assert found is not None
        boxes = [text.get_charbox(place) for place in range(found[0], sum(found))]
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def volume_with(data: bytes) -> bytes:
    return bind(make_volume(make_chapter(1), ForeignChapter("f", "Bài PDF", data, "Hội Nông dân"))).data


def test_pages_of_others_stand_within_head_and_number() -> None:
    made = volume_with(foreign_pdf(TEXT))
    page = pages_of(made)[4]

    assert (page[:2], page[-1]) == (["THAM LUẬN Hội Nông dân", "5"], TEXT)
    assert (1, "Bài PDF", 5) in bookmarks_of(made)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_bound_as_its_reader_sees_it(turned: int) -> None:
    left, low, right, high = where(volume_with(changed(turned=turned)), 4, TEXT)

    assert (right - left > high - low) is (turned == 180)
    assert 0 < left < right < 596
    assert 0 < low < high < 842


def test_a_page_cut_to_a_box_is_moved_into_its_room() -> None:
    left, _low, right, high = where(volume_with(changed(box=(60, 600, 500, 842))), 4, TEXT)

    assert (left > 60, right < 540, 400 < high < 560) == (True, True, True)


def test_a_large_page_is_made_smaller() -> None:
    wide = where(volume_with(changed(box=(-600, -900, 1200, 1700))), 4, TEXT)
    own = where(volume_with(foreign_pdf(TEXT)), 4, TEXT)

    assert (wide[2] - wide[0]) < 0.5 * (own[2] - own[0])


def test_a_broken_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(ForeignUnreadable) as raised:
        pages_of_foreign(b"%PDF-1.7 nothing of the kind")

    assert str(raised.value) == BROKEN


def test_a_file_without_pages_is_refused() -> None:
    with closing(pdfium.PdfDocument.new()) as nothing, pytest.raises(ForeignUnreadable) as raised:
        pages_of_foreign(saved(nothing))

    assert raised.value.sentence in {EMPTY, BROKEN}
