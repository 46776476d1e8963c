"""The three parts that make the text of a .docx are found by relations, in files of any maker."""

import io
from pathlib import Path

import docx as python_docx
import pytest

from tests.reading.making import NAMES, archive, docx, docx_parts, paragraph, relations
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable
from tongket.reading.word.markup import W, path
from tongket.reading.word.package import Package, open_package

BODY = paragraph("KẾ HOẠCH")
SAMPLES = sorted(Path("tests/samples").glob("plans*/*.docx"))


def opened(parts: dict[str, str | bytes]) -> Package:
    return open_package(archive(docx_parts(BODY) | parts), DEFAULT)


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        open_package(data, limits)
    return refused.value.finding.code


def words(package: Package) -> str:
    return "".join(text.text or "" for text in package.document.iter(W + "t"))


def test_document_of_word_has_all_three_parts() -> None:
    made = python_docx.Document()
    made.add_paragraph("Hội nghị tổng kết")
    buffer = io.BytesIO()
    made.save(buffer)

    package = open_package(buffer.getvalue(), DEFAULT)

    assert words(package) == "Hội nghị tổng kết"
    assert [part is not None and part.tag for part in (package.styles, package.numbering)] == [
        W + "styles",
        W + "numbering",
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_sample_holds_a_body(sample: Path) -> None:
    package = open_package(sample.read_bytes(), DEFAULT)

    assert package.document.tag == W + "document"
    assert package.document.find(path("body", "p")) is not None


def test_parts_may_have_any_name() -> None:
    moved = f"<w:document {NAMES}><w:body>{paragraph('ở nơi khác')}</w:body></w:document>"
    package = opened(
        {
            "_rels/.rels": relations(officeDocument="/van-ban/chinh.xml"),
            "van-ban/chinh.xml": moved,
            "van-ban/_rels/chinh.xml.rels": relations(styles="../kieu.xml"),
            "kieu.xml": f"<w:styles {NAMES}/>",
        }
    )

    assert words(package) == "ở nơi khác"
    assert package.styles is not None
    assert package.numbering is None


def test_main_part_has_its_usual_name_where_no_relation_tells() -> None:
    assert words(opened({"_rels/.rels": relations()})) == "KẾ HOẠCH"


def test_document_may_do_without_styles_and_numbering() -> None:
    package = opened({"word/_rels/document.xml.rels": relations(styles="gone.xml")})

    assert (package.styles, package.numbering) == (None, None)


def test_relation_that_leads_outside_is_no_part() -> None:
    outward = relations(styles="styles.xml").replace("/>", ' TargetMode="External"/>')

    assert opened({"word/_rels/document.xml.rels": outward}).styles is None


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (b"", DEFAULT, "broken"),
        (b"PK\x03\x04", DEFAULT, "broken"),
        (docx(BODY)[:-40], DEFAULT, "broken"),
        (archive({"a.txt": "x"}), DEFAULT, "broken"),
        (archive(docx_parts(BODY) | {"word/document.xml": "<w:document"}), DEFAULT, "broken"),
        (archive(docx_parts(BODY) | {"word/styles.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}), DEFAULT, "entity"),
        (docx(BODY), Limits(part_bytes=100), "archive-bomb"),
    ],
)
def test_package_that_cannot_be_opened_is_refused(data: bytes, limits: Limits, code: str) -> None:
    assert refusal(data, limits) == code
