"""Scans are recognised as scans: read by tesseract where it is installed and marked so, else refused with advice."""

import subprocess

import pytest

from tests.parts import need
from tests.plans.test_model_plan import SAMPLES
from tests.reading.making import pdf_page, png, scan, shown
from tongket.plans.read import read_document
from tongket.reading import scans
from tongket.reading.child import pictures
from tongket.reading.document import Line, Mending, Source
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable
from tongket.reading.safely import read_safely
from tongket.reading.scans import find_tesseract, pages_of, read_pictures
from tongket.reading.wire import decode

PAGE = pdf_page(shown("THANH TRA TINH", 90, 700, size=24) + shown("Trang nay chia hai ban", 90, 600, size=24))


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        read_safely(data, limits=limits)
    return refused.value.finding.code


@pytest.fixture
def tesseract() -> str:
    """Tesseract with Vietnamese."""
    need("tesseract")
    find_tesseract.cache_clear()
    found = find_tesseract()
    assert found, "tesseract knows no Vietnamese here: install tesseract-ocr-vie"
    return found


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_scanned_page_is_read_and_marked() -> None:
    document = read_safely(scan(PAGE))

    assert [line.text for line in document.lines] == ["THANH TRA TINH", "Trang nay chia hai ban"]
    assert (document.source, document.pages, document.hard_wrapped) == (Source.PDF, 1, True)
    assert document.mendings == (Mending("ocr", 0, ""),)
    assert document.is_recognised


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_photograph_of_a_page_is_read_as_a_scan() -> None:
    photograph = png(next(pages_of(pictures(PAGE, DEFAULT))))

    for document in (read_bytes(photograph), read_safely(photograph)):
        assert [line.text for line in document.lines] == ["THANH TRA TINH", "Trang nay chia hai ban"]


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_no_fact_of_a_scan_is_sure() -> None:
    plan = read_document(read_safely(scan((SAMPLES / "16-lien-doan-lao-dong-tinh.pdf").read_bytes())))

    assert (plan.facts.number, plan.facts.place) == ("58/KH-LĐLĐ", "Hà Trung")
    assert {evidence.sure <= 0.6 for evidence in plan.evidence.values()} == {True}
    assert plan.evidence["number"].doubt == "Chữ do máy nhận ra từ bản quét hoặc ảnh chụp; so lại với bản giấy."


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_scan_without_letters_or_with_too_many_pages_is_refused() -> None:
    assert refusal(pdf_page("")) == "scan"
    assert refusal(scan(PAGE), Limits(scanned_pages=0)) == "too-long"
    assert refusal(scan(PAGE), Limits(office_seconds=0.01)) == "too-slow"


def test_without_tesseract_a_scan_is_refused_as_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "find_tesseract", lambda: None)
    monkeypatch.setattr("tongket.reading.safely.find_tesseract", lambda: None)

    assert refusal(scan(PAGE)) == "scan"
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(99)) == "scan"


def test_tesseract_without_vietnamese_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([b"List of available languages (1):\neng\n", b"List (2):\neng\nvie\n"])

    def listed(command: list[str], **_options: object) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.CompletedProcess(command, 0, next(answers))

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.run", listed)
    find_tesseract.cache_clear()
    assert find_tesseract() is None

    find_tesseract.cache_clear()
    assert find_tesseract() == "/usr/bin/tesseract"
    find_tesseract.cache_clear()


def test_pictures_that_tesseract_cannot_open_have_no_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "find_tesseract", lambda: "/usr/bin/false")

    with pytest.raises(Unreadable) as refused:
        read_pictures([b"GIF89a"], Source.PDF, DEFAULT)

    assert refused.value.finding.code == "scan"


def test_paragraphs_of_a_scan_begin_with_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "find_tesseract", lambda: "tesseract")
    monkeypatch.setattr(scans, "_recognised", lambda *_given: "KẾ HOẠCH\n\nMục đích:\n  đánh giá\n\f")

    assert read_pictures([b"1", b"2"], Source.PDF, DEFAULT).lines == (
        Line("KẾ HOẠCH", page=1, gap=True),
        Line("Mục đích:", page=1, gap=True),
        Line("đánh giá", page=1),
        Line("KẾ HOẠCH", page=2, gap=True),
        Line("Mục đích:", page=2, gap=True),
        Line("đánh giá", page=2),
    )


def test_drawn_pages_come_one_after_the_other() -> None:
    drawn = list(pages_of(pictures(PAGE, DEFAULT)))

    assert [page[: page.index(b"\n")] for page in drawn] == [b"P5 2480 3509 255"]


@pytest.mark.parametrize("stream", [b"P6 1 1 255\nabc", b"P5 2 2 255\nabc", b"P5 1 1 255\naP5"])
def test_stream_that_is_no_pictures_is_broken(stream: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        list(pages_of(stream))

    assert refused.value.finding.code == "broken"


@pytest.mark.parametrize(("data", "code"), [(b"%PDF-1.4", "broken"), (PAGE, "too-long")])
def test_pages_that_cannot_be_drawn_are_refused_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(pictures(data, Limits(scanned_pages=0)))

    assert refused.value.finding.code == code
