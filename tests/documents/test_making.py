"""The files of a part, read back: where copies stand on a sheet, cut lines, certificates moved by millimetres."""

import io
import zipfile

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from tests.factories.copies import BODY, letter
from tongket.documents.batches import CopyTooLong, Order, Single
from tongket.documents.certificate import certificate
from tongket.documents.gaps import fill_document
from tongket.documents.making import joined, make_part, repacked
from tongket.documents.render.pdf import pdf_of
from tongket.documents.workshop import FEWEST_PARTS, Workshop

pytestmark = pytest.mark.slow
POINTS_PER_MM = 72 / 25.4


def single(place: int, **values: str) -> Single:
    given = {"nguoi_duoc_moi": f"Nguyễn Văn {place}", "noi_dung_moi": "tham dự", **values}
    return Single(f"{place:03d} Nguyễn Văn {place}.pdf", f"Nguyễn Văn {place}", given)


def boxes(data: bytes, needle: str, page: int = 0) -> list[tuple[float, float]]:
    """Where the needle begins on a page, each as mm from the left and mm from the top of its first letter."""
    pdf = pdfium.PdfDocument(data)
    sheet = pdf[page]
    text, height = sheet.get_textpage(), sheet.get_height()
    found, search = [], text.search(needle, match_case=True)
    while (hit := search.get_next()) is not None:
        left, _bottom, _right, top = text.get_charbox(hit[0], loose=False)
        found.append((left / POINTS_PER_MM, (height - top) / POINTS_PER_MM))
    pdf.close()
    return found


def sizes(data: bytes) -> list[tuple[int, int]]:
    """The size of each page in whole millimetres."""
    pdf = pdfium.PdfDocument(data)
    found = [(round(page.get_width() / POINTS_PER_MM), round(page.get_height() / POINTS_PER_MM)) for page in pdf]
    pdf.close()
    return found


def lines(data: bytes) -> list[tuple[int, int, int, int]]:
    """The drawn paths of the first page, as boxes in whole mm from its bottom left corner."""
    pdf = pdfium.PdfDocument(data)
    paths = [each for each in pdf[0].get_objects(max_depth=1) if each.type == raw.FPDF_PAGEOBJ_PATH]
    found = [_millimetres(each.get_bounds()) for each in paths]
    pdf.close()
    return found


def _millimetres(box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    left, bottom, right, top = (round(side / POINTS_PER_MM) for side in box)
    return left, bottom, right, top


def test_single_file_is_what_is_sent() -> None:
    made = make_part(Order(letter(), (single(1), single(2))))

    with zipfile.ZipFile(io.BytesIO(made.zipped)) as archive:
        sent = archive.read("002 Nguyễn Văn 2.pdf")
    assert sent == pdf_of(fill_document(letter(), single(2).values)[0])


@pytest.mark.parametrize(
    ("per_sheet", "size", "scale", "corners", "cuts"),
    [
        (2, (297, 210), 2**-0.5, [(0, 0), (148.5, 0)], [(148, 0, 149, 210)]),
        (4, (210, 297), 0.5, [(0, 0), (105, 0), (0, 148.5), (105, 148.5)], [(105, 0, 105, 297), (0, 148, 210, 149)]),
    ],
)
def test_copies_stand_on_their_quarters_of_the_sheet(
    per_sheet: int,
    size: tuple[int, int],
    scale: float,
    corners: list[tuple[float, float]],
    cuts: list[tuple[int, int, int, int]],
) -> None:
    alone = make_part(Order(letter(), (single(1),), is_zipped=False)).printed
    ((x, y),) = boxes(alone, "GIẤY MỜI")

    sheet = make_part(Order(letter(), tuple(map(single, range(per_sheet))), per_sheet, is_zipped=False)).printed

    found = boxes(sheet, "GIẤY MỜI")
    assert sizes(sheet) == [size]
    assert len(found) == per_sheet
    for (left, top), (corner_x, corner_y) in zip(found, corners, strict=True):
        assert left == pytest.approx(corner_x + x * scale, abs=0.2)
        assert top == pytest.approx(corner_y + y * scale, abs=0.2)
    drawn = lines(sheet)
    assert len(drawn) == len(cuts)
    assert all(
        abs(side - wanted) <= 1
        for line, cut in zip(drawn, cuts, strict=True)
        for side, wanted in zip(line, cut, strict=True)
    )


def test_empty_place_stays_blank() -> None:
    sheet = make_part(Order(letter(), (single(1), single(3), single(2), None), 2, is_zipped=False)).printed

    assert [len(boxes(sheet, "GIẤY MỜI", page)) for page in range(2)] == [2, 1]
    assert boxes(sheet, "Nguyễn Văn 2", 1)[0][0] < 148.5


def test_long_copy_is_named() -> None:
    order = Order(letter((BODY, "Dòng. " * 2000)), (single(7), single(8)), 2)

    with pytest.raises(CopyTooLong, match="Bản của “Nguyễn Văn 7” dài"):
        make_part(order)


def test_long_copies_are_printed_one_after_another() -> None:
    made = make_part(Order(letter((BODY, "Dòng. " * 500)), (single(7), single(8)), is_zipped=False))

    assert len(sizes(made.printed)) > 2


def honour(place: int) -> Single:
    texts = {"name": f"HỘI {place}", "merit": "Đã có thành tích", "signer": "Nguyễn Thị Thu Hiền"}
    return Single(f"{place:03d}.pdf", f"Hội {place}", {}, certificate(texts))


@pytest.mark.parametrize(("dx", "dy"), [(0.0, 0.0), (1.5, -2.0), (-3.3, 4.7)])
def test_certificate_moves_by_the_millimetres_of_the_printer(dx: float, dy: float) -> None:
    still = make_part(Order(letter(), (honour(1),), is_zipped=False)).printed

    moved = make_part(Order(letter(), (honour(1), honour(2)), dx_mm=dx, dy_mm=dy, is_zipped=False)).printed

    assert sizes(moved) == [(297, 210), (297, 210)]
    for needle in ("HỘI 1", "Đã có thành tích", "Nguyễn Thị Thu Hiền"):
        ((x, y),), ((new_x, new_y),) = boxes(still, needle), boxes(moved, needle)
        assert new_x - x == pytest.approx(dx, abs=0.2)
        assert new_y - y == pytest.approx(dy, abs=0.2)


def test_texts_that_the_blank_has_are_not_printed() -> None:
    drawn = certificate({"name": "HỘI 1", "signer": "Bà Hiền"}, {"printed": ["name"]})

    assert [text.text for text in drawn.texts] == ["HỘI 1"]


def test_places_are_stretched_with_the_sheet() -> None:
    small = certificate({"name": "HỘI 1"}).texts[0]

    large = certificate({"name": "HỘI 1"}, {"width_mm": 420, "height_mm": 297}).texts[0]

    assert large.x_mm == pytest.approx(small.x_mm * 420 / 297, abs=0.01)
    assert large.size_pt == 36.8


def test_parts_are_joined_in_order() -> None:
    parts = [make_part(Order(letter(), (single(place),))) for place in (1, 2, 3)]
    pdf, archive = io.BytesIO(), io.BytesIO()

    joined((part.printed for part in parts), pdf)
    repacked((part.zipped for part in parts), archive)

    assert [len(boxes(pdf.getvalue(), f"Nguyễn Văn {place}", place - 1)) for place in (1, 2, 3)] == [1, 1, 1]
    with zipfile.ZipFile(archive) as whole:
        assert whole.namelist() == [f"00{place} Nguyễn Văn {place}.pdf" for place in (1, 2, 3)]


def test_two_processes_make_what_one_makes() -> None:
    orders = [Order(letter(), (single(place),)) for place in range(1, 4)]

    with Workshop(parts=FEWEST_PARTS) as shop:
        tickets = {shop.give(order): order for order in orders}
        made: dict[int, bytes] = {}
        while len(made) < len(orders):
            made |= {ticket: part.printed for ticket, part in shop.done(within=60)}

    assert made == {ticket: make_part(order).printed for ticket, order in tickets.items()}
