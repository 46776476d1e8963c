"""Old and foreign files are read as .docx where LibreOffice is installed, and refused with advice where it is not."""

import subprocess
from pathlib import Path

import pytest

from tests.parts import need
from tests.plans.test_model_plan import SAMPLES
from tests.reading.making import archive, compound
from tongket.core.findings import compose
from tongket.plans.read import read_plan
from tongket.reading import office
from tongket.reading.document import Document, Line, Mending, Source
from tongket.reading.kinds import FOREIGN, Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.offer import ALWAYS, BY_OFFICE, readable_suffixes
from tongket.reading.office import as_converted, as_docx
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable
from tongket.reading.safely import read_safely

WORD = compound("Root Entry", "WordDocument")
TCVN3 = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}{\f1 .VnTimeH;}}\f1 K\'d5 ho\'b9ch\par\f0 H\'e9i ngh\'de\par}"


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        read_safely(data, limits=limits)
    return str(compose(refused.value.finding))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample plan as .doc, .odt and .rtf."""
    made = tmp_path_factory.mktemp("office")
    plan = SAMPLES / "14-cuu-chien-binh-huyen.docx"
    for kind in ("doc", "odt", "rtf"):
        command = [need("LibreOffice"), "--headless", f"-env:UserInstallation={(made / 'home').as_uri()}"]
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", str(made), str(plan)], check=True, capture_output=True
        )
    return made


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(FOREIGN))
def test_plan_says_the_same_in_every_kind_of_file(kind: Kind, folder: Path) -> None:
    plan = read_plan(folder / f"14-cuu-chien-binh-huyen.{kind}")

    assert plan.facts == read_plan(SAMPLES / "14-cuu-chien-binh-huyen.docx").facts
    assert plan.mendings[0] == Mending("converted", 0, office.NAMES[kind])


@pytest.mark.office
@pytest.mark.slow
def test_fonts_of_an_rtf_tell_how_it_is_coded() -> None:
    need("LibreOffice")

    for document in (read_bytes(TCVN3), read_safely(TCVN3)):
        assert [line.text for line in document.lines] == ["KẾ HOẠCH", "Hội nghị"]
        assert [mending.code for mending in document.mendings] == ["converted", "tcvn3-capitals", "tcvn3"]


@pytest.mark.office
@pytest.mark.slow
def test_file_that_libreoffice_cannot_open_is_broken() -> None:
    need("LibreOffice")

    assert refusal(WORD).startswith("Tệp bị hỏng")


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_that_takes_too_long_is_ended() -> None:
    need("LibreOffice")

    assert refusal(TCVN3, Limits(office_seconds=0.05)).startswith("Đọc tệp quá 0 giây")


@pytest.mark.parametrize(
    ("data", "kind", "sentence"),
    [
        (WORD, Kind.DOC, "Tệp là Word kiểu cũ (.doc)."),
        (TCVN3, Kind.RTF, "Tệp là RTF (.rtf)."),
        (
            archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            Kind.ODT,
            "Tệp là OpenDocument (.odt).",
        ),
    ],
)
def test_without_libreoffice_a_clerk_is_told_to_save_as_docx(
    data: bytes, kind: Kind, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)

    with pytest.raises(Unreadable) as refused:
        as_docx(data, kind, DEFAULT)

    assert compose(refused.value.finding).found == sentence
    assert compose(refused.value.finding).todo == (
        "Mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nộp lại."
    )


def test_note_of_the_conversion_comes_first() -> None:
    document = Document(Source.DOCX, (Line("KẾ HOẠCH"),), mendings=(Mending("nfc", 0, "KẾ"),))

    assert as_converted(document, Kind.RTF).mendings == (
        Mending("converted", 0, "RTF (.rtf)"),
        Mending("nfc", 0, "KẾ"),
    )


def test_only_what_can_be_read_here_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.reading.offer.find_office", lambda: None)
    monkeypatch.setattr("tongket.reading.offer.find_tesseract", lambda: None)
    assert readable_suffixes() == ALWAYS

    monkeypatch.setattr("tongket.reading.offer.find_office", lambda: "/usr/bin/soffice")
    monkeypatch.setattr("tongket.reading.offer.find_tesseract", lambda: "/usr/bin/tesseract")
    assert readable_suffixes() == (*ALWAYS, *BY_OFFICE, ".png", ".jpg", ".jpeg")
