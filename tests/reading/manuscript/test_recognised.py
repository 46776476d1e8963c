"""Pages that a machine read."""

from tongket.reading.document import Document, Line, Mending, Source
from tongket.reading.manuscript.recognised import manuscript_of, put_back
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Piece

OCR = Mending("ocr", 0)


def read(*lines: Line, pages: int = 1) -> Document:
    return Document(Source.PDF, lines, pages, hard_wrapped=True, mendings=(OCR, Mending("nfc", 0, "x")))


def said(text: str, page: int) -> Paragraph:
    return Paragraph((Piece(text),), page=page)


def test_lines_of_one_block_are_one_paragraph() -> None:
    document = read(
        Line("Kính thưa", page=1, gap=True),
        Line("Hội nghị!", page=1),
        Line("Tôi xin", page=1, gap=True),
        Line("trình bày", page=2, gap=True),
        Line("2", page=2, gap=True),
        pages=2,
    )

    assert manuscript_of(document, Nature.PICTURE) == Manuscript(
        Nature.PICTURE,
        (said("Kính thưa Hội nghị!", 1), said("Tôi xin trình bày", 1)),
        pages=2,
        is_recognised=True,
        mendings=(OCR, Mending("nfc", 0, "x")),
    )


def test_pages_that_were_read_are_put_back_in_their_places() -> None:
    manuscript = Manuscript(Nature.PDF, (said("Trang một.", 1), said("Trang ba.", 3)), pages=3)
    document = read(Line("Ảnh chụp.", page=1, gap=True))

    assert put_back(manuscript, document, (2,)) == Manuscript(
        Nature.PDF,
        (said("Trang một.", 1), said("Ảnh chụp.", 2), said("Trang ba.", 3)),
        pages=3,
        is_recognised=True,
        mendings=(OCR,),
    )
