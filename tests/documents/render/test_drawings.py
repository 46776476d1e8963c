"""Drawings of figures: as the charts draw them, in words for those who hear, in every form of a document."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from docx import Document

from tests.documents.second_opinion import office_pdfs, pages
from tests.documents.shapes import BARS, DRAWINGS, GRID, TREND, drawn, letter
from tongket.core.charts import Bar, Cell, Legend, Point, bars, grid, size_of, trend
from tongket.documents.checks import check_document
from tongket.documents.render.compose import compose
from tongket.documents.render.docx import docx_of
from tongket.documents.render.drawings import WIDTHS, bar_of, datum_of, said_of, svg_of
from tongket.documents.render.drawn_png import drawn_in, pngs_of
from tongket.documents.render.html import html_of
from tongket.documents.render.pdf import pdf_of
from tongket.documents.render.values import Annex, Datum, Drawing, OfficialDocument, Shape, Tone

SAID = (
    "Hình 1. Mô hình đang duy trì (mô hình), theo đơn vị: xã Tam Thăng: 1.250; phường An Xuân: 40; "
    "12 đơn vị khác: 0 – 12; Hội Nông dân & Đoàn TNCS: chưa có báo cáo.",
    "Hình 2. Mô hình đang duy trì (mô hình), theo kỳ: Năm 2022: 45; Năm 2023: chưa có số; Năm 2024: 57,5.",
    "Hình 3. Báo cáo của các đơn vị: Đạt: 2 (xã Tam Thăng, xã Tam Phú); Chưa gửi: 1 (phường An Sơn).",
)


def test_bars_are_those_of_the_charts() -> None:
    units = [
        Bar("xã Tam Thăng", Decimal(1250)),
        Bar("phường An Xuân", Decimal(40)),
        Bar("12 đơn vị khác", Decimal(12), least=Decimal(0)),
        Bar("Hội Nông dân & Đoàn TNCS", None, "chưa có báo cáo"),
    ]

    made = bars(units, title=BARS.caption, missing="", description=SAID[0], key="k", width=300)

    assert svg_of(BARS, key="k", width=300) == made


def test_line_over_periods_is_that_of_the_charts() -> None:
    points = [Point("Năm 2022", Decimal(45)), Point("Năm 2023", None), Point("Năm 2024", Decimal("57.5"))]

    made = trend(points, title=TREND.caption, missing="chưa có số", description=SAID[1], key="k", width=480)

    assert svg_of(TREND, key="k") == made


def test_tiles_are_those_of_the_charts() -> None:
    cells = [Cell("xã Tam Thăng", "done"), Cell("xã Tam Phú", "done"), Cell("phường An Sơn", "none")]
    states = [Legend("done", "Đạt"), Legend("none", "Chưa gửi", is_missing=True)]

    made = grid(cells, states, title=GRID.caption, description=SAID[2], key="k", width=WIDTHS[Shape.GRID])

    assert svg_of(GRID, key="k") == made


def test_tile_with_a_number_for_a_name_is_so_many_units() -> None:
    counted = Drawing(Shape.GRID, "Báo cáo", (Datum("900", "Đạt", Tone.DONE), Datum("3", "Chờ xem", Tone.SEEN)))

    assert squares_of(counted) == {"tile sq s-done": 900, "tile sq s-seen": 3}


def squares_of(drawing: Drawing) -> Counter[str]:
    """How many small squares of each class the drawing holds, those of its legend left out."""
    made = ET.fromstring(svg_of(drawing, key="k")).iter("rect")
    return Counter(each.attrib["class"] for each in made if " sq " in each.attrib["class"])


def test_more_tiles_than_can_be_drawn_are_bars_of_how_many_they_are() -> None:
    rows = (Datum("1.000.000.000", "Đạt", Tone.DONE), Datum("xã A", "Đạt", Tone.DONE), Datum("3", "Chờ xem", Tone.SEEN))
    many = Drawing(Shape.GRID, "Báo cáo", rows)

    said = "Báo cáo: Đạt: 1.000.000.001 (xã A); Chờ xem: 3."
    units = [Bar("Đạt", Decimal(1_000_000_001)), Bar("Chờ xem", Decimal(3))]
    assert said_of(many) == said
    assert svg_of(many, key="k") == bars(units, title="Báo cáo", missing="", description=said, key="k", width=548)


def test_many_units_each_by_its_name_stay_tiles() -> None:
    many = Drawing(Shape.GRID, "Báo cáo", tuple(Datum(f"xã {place}", "Đạt", Tone.DONE) for place in range(1200)))

    assert squares_of(many) == {"tile sq s-done": 1200}


def test_states_of_one_tone_are_each_in_the_legend_and_none_is_missing() -> None:
    rows = (Datum("A", "Đạt"), Datum("B", "Không đạt"), Datum("C", "Đạt"), Datum("D", "Tốt", Tone.DONE))

    root = ET.fromstring(svg_of(Drawing(Shape.GRID, "Báo cáo", rows), key="k"))

    assert [each.text for each in root.iter("text") if each.attrib["class"] == "lg"] == [
        "Tốt: 1",
        "Đạt: 2",
        "Không đạt: 1",
    ]
    assert [each.text for each in root.iter("title")] == ["Báo cáo", "A: Đạt", "B: Không đạt", "C: Đạt", "D: Tốt"]
    assert {each.attrib["class"] for each in root.iter("rect")} == {"tile s-none", "tile s-done"}


@pytest.mark.parametrize(("drawing", "said"), list(zip(DRAWINGS, SAID, strict=True)), ids=["bars", "trend", "grid"])
def test_drawing_is_told_in_words(drawing: Drawing, said: str) -> None:
    assert said_of(drawing) == said


@pytest.mark.parametrize("row", BARS.rows, ids=lambda row: row.name)
def test_line_of_a_drawing_is_a_bar_and_back(row: Datum) -> None:
    assert datum_of(bar_of(row)) == row


def test_drawing_is_as_large_as_its_letters_ask_with_its_caption_below() -> None:
    sheet = compose(drawn()).sheets[-1]

    kinds = [type(piece).__name__ for piece in sheet.pieces[-6:]]
    sizes = [size_of(svg_of(each, key="k")) for each in DRAWINGS]
    assert kinds == ["Drawn", "Line"] * 3
    assert [(each.width_mm, each.height_mm) for each in drawn_in(compose(drawn()))] == [
        pytest.approx((width * 25.4 / 96, height * 25.4 / 96)) for width, height in sizes
    ]


@pytest.mark.parametrize("is_landscape", [False, True])
def test_tall_drawing_fits_the_page_below_the_title_of_the_annex(*, is_landscape: bool) -> None:
    tall = replace(BARS, rows=BARS.rows * 20)
    document = replace(letter(), annexes=(Annex("Hình vẽ", (tall,), is_landscape=is_landscape),))

    first, annex = pages(pdf_of(document))

    assert (first.width_mm < first.height_mm, annex.width_mm > annex.height_mm) == (True, is_landscape)
    assert [word.text for word in annex.words][-3:] == ["theo", "đơn", "vị"]


def test_control_letters_do_not_break_a_drawing() -> None:
    dirty = replace(BARS, caption="a\x00b", rows=(Datum("x\x0by\ud800", "3"),))

    (made,) = drawn_in(compose(replace(letter(), annexes=(Annex("Hình vẽ", (dirty,)),))))

    assert made.said == "ab: xy: 3."
    assert ET.fromstring(made.svg).findtext("{http://www.w3.org/2000/svg}title") == "ab"


def figures_of(pdf: bytes) -> list[str]:
    """What the PDF says of its pictures to those who hear it."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            str(each.Alt)
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]


def test_pdf_holds_every_drawing_as_a_figure_with_its_words() -> None:
    assert sorted(figures_of(pdf_of(drawn()))) == sorted(SAID)


def test_pdf_with_drawings_is_archival_and_of_one_type_face_whose_words_are_text() -> None:
    made = pdf_of(drawn())

    with pikepdf.open(BytesIO(made)) as file, file.open_metadata() as metadata:
        known = {key: metadata[f"{{http://www.aiim.org/pdfa/ns/id/}}{key}"] for key in ("part", "conformance")}
        fonts = {
            str(each.FontName).partition("+")[2].partition("-")[0]
            for each in file.objects
            if "/FontName" in _keys(each)
        }
    annex = " ".join(word.text for page in pages(made) for word in page.words)
    assert (known, fonts) == ({"part": "2", "conformance": "A"}, {"Tinos"})
    assert {"1.250", "12", "57,5", "Sơn"} <= set(annex.split())


def _keys(value: object) -> set[str]:
    return set(value.keys()) if isinstance(value, pikepdf.Dictionary) else set()


def test_same_values_give_the_same_bytes() -> None:
    assert (pdf_of(drawn()), docx_of(drawn())) == (pdf_of(drawn()), docx_of(drawn()))
    assert svg_of(BARS, key="k") == svg_of(BARS, key="k")


def pictures_of(document: OfficialDocument) -> list[tuple[str, bytes]]:
    """The words and the file of every picture of our .docx, as python-docx finds them."""
    opened = Document(BytesIO(docx_of(document)))
    return [
        (
            shape._inline.docPr.get("descr"),
            opened.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob,
        )
        for shape in opened.inline_shapes
    ]


def test_docx_holds_a_picture_with_its_words_for_every_drawing() -> None:
    found = pictures_of(drawn())

    assert [said for said, _blob in found] == list(SAID)
    assert [blob for _said, blob in found] == list(pngs_of(drawn_in(compose(drawn()))))


def test_docx_without_drawings_has_nothing_of_them() -> None:
    with ZipFile(BytesIO(docx_of(letter()))) as package:
        assert [name for name in package.namelist() if "media" in name] == []
        assert b"image/png" not in package.read("[Content_Types].xml")


def test_rules_of_form_find_nothing_in_a_document_with_drawings() -> None:
    assert [finding for result in check_document(drawn()) for finding in result.findings] == []


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_shows_the_pictures_where_our_pdf_has_them() -> None:
    (theirs,) = office_pdfs([docx_of(drawn())])

    file = pdfium.PdfDocument(theirs)
    shown = [len(list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))) for page in file]
    file.close()
    assert shown == [0, 3]
    assert captions(theirs) == captions(pdf_of(drawn()))


def captions(pdf: bytes) -> list[tuple[int, float, float]]:
    """Page and place, to two millimetres, of the number of each caption."""
    return [
        (number, round(word.x_mm / 2), round(word.y_mm / 2))
        for number, page in enumerate(pages(pdf))
        for word in page.words
        if word.text in {"1.", "2.", "3."} and number
    ]


def test_page_draws_each_large_and_small_with_names_of_its_own() -> None:
    made = html_of(drawn())

    root = ET.fromstring(f"<div>{made}</div>".replace("<br>", "<br/>"))
    figures = list(root.iter("figure"))
    names = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    assert [each.attrib["class"] for each in figures] == ["drawing bars", "drawing trend", "drawing grid"]
    assert [len(list(each.iter("svg"))) for each in figures] == [2, 2, 2]
    assert [each.findtext("figcaption") for each in figures] == [each.caption for each in DRAWINGS]
    assert len(names) == len(set(names))
    assert "style=" not in made
