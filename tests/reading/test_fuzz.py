"""Whatever bytes come in, reading answers with lines or with a refusal, and never with anything else."""

import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.making import archive, docx, paragraph, pdf_page, shown
from tongket.core.findings import compose
from tongket.reading.document import Document
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable

LISTED = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('Phòng Kinh tế')}</w:tc></w:tr></w:tbl>"
SEEDS = (
    "KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n- Đánh giá\n".encode(),
    "KẾ HOẠCH\n1. Thời gian\n".encode("utf-16"),
    docx(paragraph("MỤC ĐÍCH", NUMBERED) + TABLE, numbering=LISTED),
    pdf_page(shown("Ke hoach to chuc hoi nghi tong ket nam 2024", 90, 700)),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40),
)


def lines_or_refusal(data: bytes) -> None:
    try:
        assert isinstance(read_bytes(data), Document)
    except Unreadable as refused:
        compose(refused.finding)


def mutated(data: bytes, dice: random.Random) -> bytes:
    """`data` with a few bytes changed, cut out, doubled or put in."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        place, length = dice.randrange(len(changed) + 1), dice.randint(0, 12)
        changed[place : place + length] = dice.randbytes(dice.randint(0, 12))
    return bytes(changed)


def mutated_inside(data: bytes, dice: random.Random) -> bytes:
    """A .docx one of whose parts was changed before packing, so that the change reaches the reader."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    name = dice.choice(sorted(parts))
    content = parts[name]
    assert isinstance(content, bytes)
    words = [b'"9"', b'"-1"', b'"99999999999"', b"<w:tbl>", b"</w:p>", b"", b"w:sdt", b'w:val="x"', b"&#0;", b"\xff"]
    places = [place for place in range(len(content)) if content[place : place + 1] in b'<"/'] or [0]
    place = dice.choice(places)
    return archive(parts | {name: content[:place] + dice.choice(words) + content[place + dice.randint(0, 9) :]})


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_give_lines_or_a_refusal(data: bytes) -> None:
    lines_or_refusal(data)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(max_size=300))
def test_random_text_gives_lines_or_a_refusal(text: str) -> None:
    lines_or_refusal(text.encode("utf-8", errors="surrogatepass"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_mutated_files_give_lines_or_a_refusal(seed: int) -> None:
    dice = random.Random(seed)

    for _ in range(40):
        lines_or_refusal(mutated(SEEDS[seed], dice))


@pytest.mark.slow
def test_mutated_parts_give_lines_or_a_refusal() -> None:
    dice = random.Random(7)

    for _ in range(120):
        lines_or_refusal(mutated_inside(SEEDS[2], dice))


def test_seeds_are_good_files() -> None:
    assert [len(read_bytes(seed).lines) for seed in SEEDS[:4]] == [3, 2, 2, 1]
