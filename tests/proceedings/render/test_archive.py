"""What archives ask of a sewn volume (ISO 19005-2, level A, and ISO 14289-1), as far as its objects can be asked."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream

from tests.documents.shapes import DRAWINGS, drawn
from tests.factories.manuscripts import sample_paper
from tests.factories.volumes import decision, make_chapter, make_volume
from tongket.documents.render.chapters import Chapter, DocumentChapter
from tongket.documents.render.drawings import said_of
from tongket.proceedings.render.values import Binding, Edition
from tongket.proceedings.render.volume import bind

# What may run, lead out of the file, or hide in it; what nobody else can read.
FORBIDDEN = {"/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/XFA", "/AcroForm", "/Encrypt", "/OPI"}
HIDDEN, PRINTED = 0b10, 0b100


@pytest.fixture(scope="module", params=list(Edition))
def whole(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    """Papers with tables, notes and pictures and a decision, bound for archives."""
    papers = (make_chapter(number, sample_paper(number, pages=1.9)) for number in range(5))
    chapters: list[Chapter] = [*papers, DocumentChapter("d", "Quyết định khen thưởng", decision(), "Ban Thường trực")]
    bound = bind(make_volume(*chapters), Binding(request.param))
    assert bound.is_archival
    with pikepdf.open(BytesIO(bound.data)) as opened:
        yield opened


def things(whole: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of the file, those of streams among them."""
    for thing in whole.objects:
        if isinstance(thing, Dictionary | Stream):
            yield thing


def test_its_description_says_what_it_is(whole: pikepdf.Pdf) -> None:
    said = whole.open_metadata()
    kind = {name: said[name] for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")}
    described = [thing for thing in things(whole) if thing.get("/Type") == Name.Metadata]
    assert kind == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    assert (len(described), "/Filter" in whole.Root.Metadata) == (1, False)
    assert str(said["dc:title"]).startswith("KỶ YẾU")
    assert whole.Root.ViewerPreferences.DisplayDocTitle
    assert (str(whole.Root.Lang), bool(whole.Root.MarkInfo.Marked), "/ID" in whole.trailer) == ("vi-VN", True, True)


def test_colours_have_one_meaning(whole: pikepdf.Pdf) -> None:
    (intent,) = whole.Root.OutputIntents

    assert (intent.S, isinstance(intent.DestOutputProfile, Stream)) == (Name.GTS_PDFA1, True)


def test_every_font_is_in_the_file_and_says_its_letters(whole: pikepdf.Pdf) -> None:
    fonts = [thing for thing in things(whole) if thing.get("/Type") == Name.Font]
    composed = [font for font in fonts if font.Subtype == Name.Type0]
    inner = [font.DescendantFonts[0] for font in composed]

    # Four cuts of the chapters, and those of the frame that hold its own letters.
    assert 4 < len(composed) <= 8
    assert all("/ToUnicode" in font for font in composed)
    assert all({"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in inner)


def test_nothing_in_it_runs_leads_out_or_is_locked(whole: pikepdf.Pdf) -> None:
    named = {name for thing in things(whole) for name in thing.keys()}  # noqa: SIM118 -- no dict

    assert (whole.is_encrypted, named & FORBIDDEN) == (False, set())
    streams = [thing for thing in things(whole) if isinstance(thing, Stream)]
    assert not any("/F" in thing or thing.get("/Filter") == Name.LZWDecode for thing in streams)


def test_pictures_are_drawn_as_they_are(whole: pikepdf.Pdf) -> None:
    pictures = [thing for thing in things(whole) if thing.get("/Subtype") == Name.Image]

    assert pictures
    assert not any(picture.get("/Interpolate", False) or "/Alternates" in picture for picture in pictures)


def test_every_note_is_printed_and_has_words_and_an_owner(whole: pikepdf.Pdf) -> None:
    pages = [page.obj for page in whole.pages if "/Annots" in page.obj]
    notes = [note for page in pages for note in page.Annots]

    assert notes
    assert all(page.get("/Tabs") == Name.S for page in pages)
    assert all(int(note.get("/F", 0)) & (HIDDEN | PRINTED) == PRINTED for note in notes)
    assert all("/StructParent" in note and "/Contents" in note for note in notes)


def signs(drawn: Any) -> Iterator[tuple[str, str]]:
    """Each sign by which something is drawn, and what it is said of first."""
    for each in pikepdf.parse_content_stream(drawn):
        if isinstance(each, pikepdf.ContentStreamInstruction):
            yield str(each.operator), str(each.operands[0]) if len(each.operands) else ""


def test_all_that_is_drawn_belongs_to_a_tag_or_is_an_ornament(whole: pikepdf.Pdf) -> None:
    for page in whole.pages:
        depth, bare = 0, 0
        for sign, said in signs(page):
            depth += (sign in {"BDC", "BMC"}) - (sign == "EMC")
            bare += sign in {"TJ", "Tj", "S", "f", "f*", "B"} and not depth
            bare += sign == "Do" and not depth and said != "/Frame"
        assert (depth, bare) == (0, 0)


def test_heads_and_numbers_are_ornaments(whole: pikepdf.Pdf) -> None:
    """They are drawn by one object for each page: no mark in it may claim a place among the tags of the page."""
    drawings: list[Any] = [page.obj.Resources.get("/XObject", {}) for page in whole.pages]
    frames = [each.Frame for each in drawings if "/Frame" in each]

    kinds = {said for frame in frames for sign, said in signs(frame) if sign in {"BDC", "BMC"}}
    assert (len(frames) > 5, kinds) == (True, {"/Artifact"})


def test_drawings_of_a_document_are_figures_with_their_words() -> None:
    made = bind(make_volume(DocumentChapter("report", "Báo cáo", drawn()), label="BÁO CÁO"))

    with pikepdf.open(BytesIO(made.data)) as file:
        figures = [
            each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert sorted(str(each.Alt) for each in figures) == sorted(map(said_of, DRAWINGS))
    assert made.is_archival
