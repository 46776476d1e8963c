"""Odd files that LibreOffice made, against what LibreOffice itself says stands in them."""

import subprocess
from pathlib import Path

import pytest

from tests.parts import need
from tongket.reading.limits import DEFAULT
from tongket.reading.manuscript.docx import read
from tongket.reading.manuscript.printed import draft
from tongket.reading.manuscript.values import Block, Manuscript, Paragraph, Role

SAMPLES = Path(__file__).parents[2] / "samples" / "manuscripts"
NAMES = sorted(path.name for path in SAMPLES.iterdir())
# What LibreOffice's text has and a manuscript has elsewhere, or not at all: marks of notes, page numbers, deletions.
ELSEWHERE = {
    "cuoc-chu.fodt": [("công1,", "công,"), ("hùngi.", "hùng.")],
    "dau-chan-trang.fodt": [("Trang 0 của", "Trang của")],
    "sua-doi.fodt": [("hai ba mươi", "hai"), ("haiba mươi", "hai")],
}
# Word keeps dots and rings of a list in fonts of symbols: a manuscript writes a dash.
BULLETS = str.maketrans({"•": "-", "◦": "-", "▪": "-"})

MERGED = {"bang-gop-o.html", "bang-trong-bang.html"}

pytestmark = [pytest.mark.office, pytest.mark.slow]


def convert(folder: Path, kind: str, files: list[Path]) -> None:
    """Makes files of another kind of these, all in one go."""
    command = [need("LibreOffice"), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    asked = [*command, "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(asked, check=True, capture_output=True, timeout=180)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each sample as .docx, and that as LibreOffice's text and PDF."""
    folder = tmp_path_factory.mktemp("made")
    convert(folder, "docx:MS Word 2007 XML", [SAMPLES / name for name in NAMES])
    written = [folder / f"{Path(name).stem}.docx" for name in NAMES]
    convert(folder, "txt:Text", written)
    convert(folder, "pdf", written)
    return folder


def everything(manuscript: Manuscript) -> list[str]:
    """All words of a manuscript in order, hidden ones too."""
    return " ".join(_words(block) for block in manuscript.blocks).translate(BULLETS).split()


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"{block.mark} {''.join(piece.text for piece in block.pieces)}"
    return " ".join(_words(each) for row in block.rows for cell in row for each in cell.paragraphs)


def wanted(made: Path, name: str) -> list[str]:
    """The words that LibreOffice finds."""
    text = (made / f"{Path(name).stem}.txt").read_text(encoding="utf-8-sig")
    text = " ".join(text.split())
    for theirs, ours in ELSEWHERE.get(name, []):
        text = text.replace(theirs, ours)
    return text.translate(BULLETS).split()


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_docx_is_lost(name: str, made: Path) -> None:
    found = read((made / f"{Path(name).stem}.docx").read_bytes(), DEFAULT)

    assert everything(found) == wanted(made, name)


@pytest.mark.parametrize("name", sorted({*NAMES} - {"dau-chan-trang.fodt", "cuoc-chu.fodt", "sua-doi.fodt"}))
def test_no_word_of_a_pdf_is_lost(name: str, made: Path) -> None:
    found = draft((made / f"{Path(name).stem}.pdf").read_bytes(), DEFAULT).manuscript

    letters, theirs = "".join(everything(found)), "".join(wanted(made, name))
    # Which cells were merged is not known of a PDF: such tables are read row by row.
    assert (sorted(letters) == sorted(theirs)) if name in MERGED else (letters == theirs)


def test_form_survives_the_way(made: Path) -> None:
    def blocks(name: str) -> tuple[Block, ...]:
        return read((made / f"{name}.docx").read_bytes(), DEFAULT).blocks

    headings = [each for each in blocks("de-muc") if isinstance(each, Paragraph) and each.role is Role.HEADING]
    assert [(each.level, each.text) for each in headings] == [
        (1, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
        (2, "1. Thuận lợi"),
        (3, "1.1. Về tổ chức"),
        (2, "2. Khó khăn"),
        (1, "II. KẾT QUẢ"),
    ]
    items = [each for each in blocks("danh-sach") if isinstance(each, Paragraph) and each.role is Role.ITEM]
    assert [(each.mark, each.level) for each in items] == [
        *[("1.", 0), ("2.", 0), ("a.", 1), ("b.", 1), ("3.", 0)],
        *[("-", 0), ("-", 1), ("-", 1), ("-", 0)],
        *[("5.", 0), ("6.", 0), ("I.", 0), ("II.", 0)],
    ]
    (table,) = (each for each in blocks("bang-gop-o") if not isinstance(each, Paragraph))
    assert [[(cell.across, cell.down) for cell in row] for row in table.rows] == [
        [(1, 2), (1, 2), (2, 1)],
        [(1, 1), (1, 1)],
        [(1, 1)] * 4,
        [(1, 1), (1, 2), (1, 1), (1, 1)],
        [(1, 1), (2, 1)],
    ]
    assert (table.heading_rows, table.is_ruled) == (2, True)
    (head,) = (each for each in blocks("dau-trang") if not isinstance(each, Paragraph))
    assert not head.is_ruled


def test_tricks_of_dress_are_seen(made: Path) -> None:
    found = read((made / "trang-phuc.docx").read_bytes(), DEFAULT)
    pieces = {
        piece.text.strip(" ,."): piece
        for block in found.blocks
        if isinstance(block, Paragraph)
        for piece in block.pieces
    }

    assert pieces["chữ nhỏ tám điểm"].size_pt == 8.0
    assert pieces["chữ ép sát"].letter_gap_pt == -1.0
    assert pieces["chữ trắng không ai thấy"].is_hidden
    assert not pieces["chữ trắng trên nền xanh"].is_hidden
    assert (pieces["2"].raised, pieces["gạch chân"].underlined) == (True, True)
    assert found.blocks[1].spacing.lines == 0.8  # type: ignore[union-attr]
