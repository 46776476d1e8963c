"""PDF pages of others within the volume: looked at before they are let in, then drawn into the frame kept for them."""

from contextlib import closing
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tongket.core.findings import words
from tongket.documents.render.joining import one_at_a_time
from tongket.documents.render.layout import PT_PER_MM
from tongket.reading.manuscript.values import Sheet

MOST_PAGES = 500
ENCRYPTED = words("Tệp PDF có mật khẩu nên không đóng vào kỷ yếu được. Xin bản không có mật khẩu.")
BROKEN = words("Tệp PDF hỏng, không mở được. Xin gửi lại bản khác.")
EMPTY = words("Tệp PDF không có trang nào.")
LONG = words("Tệp PDF có {pages} trang; kỷ yếu nhận nhiều nhất {most} trang mỗi bài.")
# Between the head's rule and the page, and between the page and the number at the foot.
_CLEAR_MM = 2.0


class ForeignUnreadable(ValueError):
    """A PDF that cannot be bound; the message is a sentence for people, `sentence` its id and `values` its gaps."""

    def __init__(self, sentence: str, **values: int) -> None:
        super().__init__(sentence.format(**values))
        self.sentence, self.values = sentence, values


def pages_of_foreign(data: bytes) -> int:
    """How many pages a PDF has that can be bound; raises ForeignUnreadable for locked, broken, empty and long ones."""
    with one_at_a_time, closing(_opened(data)) as source:
        if raw.FPDF_GetSecurityHandlerRevision(source) != -1:
            raise ForeignUnreadable(ENCRYPTED)
        pages = len(source)
        if not pages:
            raise ForeignUnreadable(EMPTY)
        if pages > MOST_PAGES:
            raise ForeignUnreadable(LONG, pages=pages, most=MOST_PAGES)
        for place in range(pages):
            _check_page(source, place)
    return pages


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        is_locked = fault.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise ForeignUnreadable(ENCRYPTED if is_locked else BROKEN) from fault


def _check_page(source: pdfium.PdfDocument, place: int) -> None:
    try:
        source[place].close()
    except pdfium.PdfiumError as fault:
        raise ForeignUnreadable(BROKEN) from fault


def on_our_sheets(data: bytes, sheet: Sheet) -> bytes:
    """The pages of a file, each on a sheet of ours between head and number; raises ForeignUnreadable."""
    pages_of_foreign(data)
    # What is drawn is read from its source when the whole is written: it stays open until then.
    with one_at_a_time, closing(_opened(data)) as source, closing(pdfium.PdfDocument.new()) as whole:
        for _ in range(len(source)):
            whole.new_page(sheet.width_mm * PT_PER_MM, sheet.height_mm * PT_PER_MM).close()
        _draw_all(whole, source, sheet)
        target = BytesIO()
        whole.save(target)
    return target.getvalue()


def _draw_all(whole: pdfium.PdfDocument, source: pdfium.PdfDocument, sheet: Sheet) -> None:
    for place in range(len(source)):
        with closing(source[place]) as page:
            # What was filled into a form or stamped on is a note over the page: only flattened it is part of it.
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            into = _into_room(page.get_size(), sheet)
        with closing(whole[place]) as target, closing(source.page_as_xobject(place, whole)) as captured:
            drawn = captured.as_pageobject()
            drawn.set_matrix(into)
            target.insert_obj(drawn)
            target.gen_content()


def _into_room(size: tuple[float, float], sheet: Sheet) -> pdfium.PdfMatrix:
    """Moves a page of that size, captured upright and cut to its crop box, into the middle of its room.

    It is made smaller where it has to be, never larger.
    """
    wide, tall = size
    x, y, room_wide, room_tall = _room_pt(sheet)
    scale = min(1.0, room_wide / max(wide, 1.0), room_tall / max(tall, 1.0))
    across, up = (room_wide - wide * scale) / 2, (room_tall - tall * scale) / 2
    return pdfium.PdfMatrix().scale(scale, scale).translate(x + across, y + up)


def _room_pt(sheet: Sheet) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of the room for a page, in points.

    It reaches to the narrower margin at both sides, on left- and right-hand pages alike: pages of others bring margins
    of their own.
    """
    side, top, bottom = (
        mm * PT_PER_MM
        for mm in (
            min(sheet.left_mm, sheet.right_mm) - _CLEAR_MM,
            sheet.top_mm - _CLEAR_MM,
            sheet.bottom_mm - _CLEAR_MM,
        )
    )
    return side, bottom, sheet.width_mm * PT_PER_MM - 2 * side, sheet.height_mm * PT_PER_MM - top - bottom


def lines_of_foreign(data: bytes) -> list[str]:
    """The words of a foreign file, line by line: in print its own pages stand."""
    with one_at_a_time, closing(pdfium.PdfDocument(data)) as source:
        pages = [source[place].get_textpage().get_text_range() for place in range(len(source))]
    return [line.strip() for page in pages for line in page.splitlines() if line.strip()]
