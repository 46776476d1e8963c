"""What strangers hand in, read in a process of its own."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.parts import need
from tests.reading.hostile import HOSTILE
from tests.reading.making import compound, docx, paragraph, pdf_page, run, scan, shown
from tests.reading.manuscript.making import inline, noise, paper, picture
from tongket.core.findings import compose
from tongket.reading.document import Mending
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript import safely
from tongket.reading.manuscript.docx import read
from tongket.reading.manuscript.safely import ToRecognise, read_manuscript
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Piece
from tongket.reading.process import let_go
from tongket.reading.refusals import Unreadable

PAPER = docx(paragraph("THAM LUẬN") + paragraph("Kính thưa Hội nghị!"))
PAGE = pdf_page(shown("Kinh thua Hoi nghi, toi xin trinh bay tham luan", 90, 700))


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        read_manuscript(data, limits=limits)
    return refused.value.finding.code


@pytest.mark.slow
def test_child_reads_what_this_process_would_read() -> None:
    assert read_manuscript(PAPER) == read(PAPER, DEFAULT)


@pytest.mark.slow
def test_pictures_come_out_of_the_child() -> None:
    data = paper(paragraph(inside=run("Ảnh") + inline("p")), pictures={"p": picture()})

    assert read_manuscript(data) == read(data, DEFAULT)
    assert read_manuscript(data).pictures[0].data == picture()


@pytest.mark.slow
def test_many_megabytes_of_pictures_are_bounded() -> None:
    fine = noise((3000, 2000))
    data = paper(
        paragraph(inside=run("Ảnh") + "".join(inline(f"p{n}") for n in range(6))),
        pictures={f"p{n}": fine + bytes([n]) for n in range(6)},
    )

    found = read_manuscript(data)

    assert (len(data) > 10_000_000, len(found.pictures), found.lost) == (True, 6, ())
    assert sum(len(each.data) for each in found.pictures) < 1_000_000


def test_text_is_read_here() -> None:
    assert read_manuscript("**Kính thưa** Hội nghị!".encode("utf-16")) == Manuscript(
        Nature.TEXT,
        (Paragraph((Piece("Kính thưa", bold=True), Piece(" Hội nghị!"))),),
        mendings=(Mending("bom", 0),),
    )
    assert refusal(("a\n\n" * 9).encode(), Limits(lines=8)) == "too-long"


def test_letters_of_old_text_files_become_unicode() -> None:
    text = "Héi n«ng d©n thµnh phè ®· vËn ®éng héi viªn thi ®ua s¶n xuÊt".encode("latin-1")

    found = read_manuscript(text)

    assert (found.text, [each.code for each in found.mendings]) == (
        "Hội nông dân thành phố đã vận động hội viên thi đua sản xuất",
        ["tcvn3"],
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bai.pdf", "bai.txt", "bai", "bai.doc"])
def test_a_wrong_ending_does_not_matter(name: str) -> None:
    assert read_manuscript(PAPER, name=name).nature is Nature.DOCX
    assert read_manuscript(PAGE, name="bai.docx").nature is Nature.PDF


@pytest.mark.slow
def test_error_unreadable_file_of_another_kind_than_its_name_says_names_both() -> None:
    with pytest.raises(Unreadable) as refused:
        read_manuscript(b"%PDF-1.7\n" + bytes(range(256)), name="bai.docx")

    sentence = compose(refused.value.finding)
    assert (sentence.found, sentence.where) == (
        "Tệp bị hỏng: không mở được phần chữ bên trong.",
        "Tên tệp là bai.docx, nội dung là PDF.",
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_in_one_sentence(name: str) -> None:
    make, code = HOSTILE[name]

    with pytest.raises(Unreadable) as refused:
        read_manuscript(make(), name="bai")

    sentence = compose(refused.value.finding)
    assert refused.value.finding.code == code
    assert sentence.where == "Tệp: bai."
    assert "kế hoạch" not in str(sentence).lower()


def test_an_old_doc_needs_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.reading.office.find_office", lambda: None)

    assert refusal(compound("WordDocument")) == "old-doc"
    assert refusal(rb"{\rtf1 Tham luan}") == "other-format"


def test_a_scan_needs_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("tongket.reading.scans", "tongket.reading.manuscript.safely"):
        monkeypatch.setattr(f"{place}.find_tesseract", lambda: None)

    assert refusal(picture()) == "scan"
    assert refusal(scan(PAGE, 60)) == "scan"


@pytest.mark.slow
def test_a_scan_is_read_by_tesseract() -> None:
    need("tesseract")
    sheet = pdf_page(shown("Kinh thua Hoi nghi, toi xin trinh bay tham luan", 60, 700, size=20))

    found = read_manuscript(scan(sheet))

    assert (found.nature, found.is_recognised, found.pages) == (Nature.PDF, True, 1)
    assert found.text.split()[:2] == ["Kinh", "thua"]


@pytest.mark.parametrize("make", [picture, lambda: scan(PAGE, 60)])
def test_who_will_not_wait_is_told_that_a_scan_must_be_recognised(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], bytes]
) -> None:
    for place in ("tongket.reading.scans", "tongket.reading.manuscript.safely"):
        monkeypatch.setattr(f"{place}.find_tesseract", lambda: "/usr/bin/false")

    with pytest.raises(ToRecognise):
        read_manuscript(make(), recognise=False)


def test_who_will_not_wait_reads_all_else_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_manuscript(b"Tham luan", recognise=False).text == "Tham luan"
    for place in ("tongket.reading.scans", "tongket.reading.manuscript.safely"):
        monkeypatch.setattr(f"{place}.find_tesseract", lambda: None)

    with pytest.raises(Unreadable) as refused:
        read_manuscript(picture(), recognise=False)

    assert refused.value.finding.code == "scan"


@pytest.mark.slow
def test_an_old_file_goes_through_libreoffice() -> None:
    need("LibreOffice")

    found = read_manuscript(rb"{\rtf1\ansi {\b Tham luan}\par Kinh thua}")

    assert (found.text.split(), found.nature) == (["Tham", "luan", "Kinh", "thua"], Nature.DOCX)
    assert found.mendings[0] == Mending("converted", 0, "RTF (.rtf)")
    assert isinstance(found.blocks[0], Paragraph)
    assert found.blocks[0].pieces[0].bold


@pytest.mark.slow
def test_a_reader_that_stands_ready_reads_the_same() -> None:
    safely.stand_ready()
    try:
        assert [read_manuscript(PAPER), read_manuscript(PAPER)] == [read(PAPER, DEFAULT)] * 2
    finally:
        let_go()


@pytest.mark.slow
def test_child_that_takes_too_long_is_ended() -> None:
    assert refusal(PAPER, Limits(wall_seconds=0.001)) == "too-slow"


@pytest.mark.slow
def test_a_child_that_talks_nonsense_is_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safely, "answer_of_child", lambda *_task: b"[[[")

    assert refusal(PAPER) == "broken"


@pytest.mark.slow
def test_parent_loads_no_reading_library() -> None:
    code = (
        "import sys; from tongket.reading.manuscript.safely import read_manuscript;"
        "read_manuscript(sys.stdin.buffer.read());"
        "print([name for name in sys.modules if name.split('.')[0] in "
        "{'docx', 'lxml', 'pypdfium2', 'PIL', 'charset_normalizer', 'django'}])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], input=PAPER, capture_output=True, check=True)

    assert done.stdout == b"[]\n"
