"""PDF pages of others within the volume: looked at before they are let in, then drawn into the frame kept for them."""

import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from hashlib import md5
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tongket.core.findings import words
from tongket.documents.render.joining import one_at_a_time
from tongket.documents.render.layout import PT_PER_MM
from tongket.proceedings.render.values import ChapterPages
from tongket.reading.manuscript.values import Sheet

MOST_PAGES = 500
ENCRYPTED = words("Tệp PDF có mật khẩu nên không đóng vào kỷ yếu được. Xin bản không có mật khẩu.")
BROKEN = words("Tệp PDF hỏng, không mở được. Xin gửi lại bản khác.")
EMPTY = words("Tệp PDF không có trang nào.")
LONG = words("Tệp PDF có {pages} trang; kỷ yếu nhận nhiều nhất {most} trang mỗi bài.")
# Between the head's rule and the page, and between the page and the number at the foot.
_CLEAR_MM = 2.0
# The second of the two names in a trailer is that of this writing.
_OWN_ID = re.compile(rb"<[0-9A-Fa-f]{32}>\]")


class ForeignUnreadable(ValueError):
    """A PDF that cannot be bound; the message is a sentence for people, `sentence` its id and `values` its gaps."""

    def __init__(self, sentence: str, **values: int) -> None:
        super().__init__(sentence.format(**values))
        self.sentence, self.values = sentence, values


def pages_of_foreign(data: bytes) -> int:
    """How many pages a PDF has that can be bound; raises ForeignUnreadable for encrypted, broken, empty and long ones."""
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


def with_foreign(data: bytes, foreign: Mapping[str, bytes], places: Sequence[ChapterPages], sheet: Sheet) -> bytes:
    """The volume with the pages of each file of `foreign` (by the code of its chapter) on the pages kept for them."""
    with one_at_a_time, ExitStack() as stack:
        # What is drawn is read from its source when the whole is written: all sources stay open until then.
        whole = stack.enter_context(closing(pdfium.PdfDocument(data)))
        for each in places:
            if each.code in foreign:
                source = stack.enter_context(closing(_opened(foreign[each.code])))
                _draw_all(whole, source, each.first - 1, sheet)
        return _saved(whole)


def _saved(whole: pdfium.PdfDocument) -> bytes:
    """The volume as a file whose name for machines (`/ID`) follows from what is in it, not from the time of writing."""
    target = BytesIO()
    whole.save(target)
    made = target.getvalue()
    place = made.rindex(b"trailer")
    name = md5(made[:place], usedforsecurity=False).hexdigest().upper().encode()
    return made[:place] + _OWN_ID.sub(b"<" + name + b">]", made[place:])


def _draw_all(whole: pdfium.PdfDocument, source: pdfium.PdfDocument, first: int, sheet: Sheet) -> None:
    for place in range(len(source)):
        with closing(source[place]) as page:
            # What was filled into a form or stamped on is a note over the page: only flattened it is part of it.
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            into = _into_room(page.get_bbox(), page.get_rotation(), sheet)
        with closing(whole[first + place]) as target, closing(source.page_as_xobject(place, whole)) as captured:
            drawn = captured.as_pageobject()
            drawn.set_matrix(into)
            target.insert_obj(drawn)
            target.gen_content()


def _into_room(box: tuple[float, float, float, float], turned: int, sheet: Sheet) -> pdfium.PdfMatrix:
    """Moves what a page shows, turned clockwise by `turned` degrees, upright into the middle of its room.

    It is made smaller where it has to be, never larger.
    """
    left, low, right, high = box
    wide, tall = max(right - left, 1.0), max(high - low, 1.0)
    upright = {
        0: pdfium.PdfMatrix(),
        90: pdfium.PdfMatrix(0, -1, 1, 0, 0, wide),
        180: pdfium.PdfMatrix(-1, 0, 0, -1, wide, tall),
        270: pdfium.PdfMatrix(0, 1, -1, 0, tall, 0),
    }[turned % 360]
    wide, tall = (tall, wide) if turned % 180 else (wide, tall)
    x, y, room_wide, room_tall = _room_pt(sheet)
    scale = min(1.0, room_wide / wide, room_tall / tall)
    moved = pdfium.PdfMatrix().translate(-left, -low).multiply(upright).scale(scale, scale)
    return moved.translate(x + (room_wide - wide * scale) / 2, y + (room_tall - tall * scale) / 2)


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
