"""Files of Word and PDF spoiled on purpose, inside and outside; the same seed always spoils them in the same way."""

import io
import random
import re
import zipfile
from collections.abc import Callable

Parts = dict[str, bytes]
Bytes = Callable[[bytes, random.Random], bytes]
_TOKENS = (
    b'"9"', b'"-1"', b'"99999999999"', b"<w:tbl>", b"</w:p>", b"</w:tbl>", b"<w:tc>", b"<w:sdt>", b"<w:p>", b"",
    b"&#0;", b"\xff", b'w:val="x"', b"<w:del>", b"<w:numPr/>", b"&lt;", b"<!-- ", b"\0", b"]]>", b'w:ilvl w:val="77"',
)  # fmt: skip
_PDF_TOKENS = (
    b"0", b"-1", b"99999999", b" R", b"obj", b"endobj", b"stream", b"<<", b">>", b"[", b"(", b"/Length 0", b"/Count 9",
    b"/Kids [3 0 R 3 0 R]", b"/Parent 1 0 R", b"BT", b"Tf", b"1e9", b"/FlateDecode", b"/Encrypt 5 0 R",
)  # fmt: skip


def cut_short(data: bytes, dice: random.Random) -> bytes:
    """The file ends early, as after a broken download."""
    return data[: dice.randrange(1, len(data))]


def flip_bytes(data: bytes, dice: random.Random) -> bytes:
    """A few bytes are others."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 20)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def move_piece(data: bytes, dice: random.Random) -> bytes:
    """A piece is lost, and stands somewhere else."""
    start, length = dice.randrange(len(data)), dice.randint(1, 400)
    piece, rest = data[start : start + length], data[:start] + data[start + length :]
    there = dice.randrange(len(rest) + 1)
    return rest[:there] + piece + rest[there:]


def repeat_piece(data: bytes, dice: random.Random) -> bytes:
    """A piece stands many times in a row."""
    start = dice.randrange(len(data))
    piece = data[start : start + dice.randint(1, 200)]
    return data[:start] + piece * dice.randint(2, 60) + data[start:]


def put_token(tokens: tuple[bytes, ...], signs: bytes) -> Bytes:
    """A change that puts one of `tokens` where one of `signs` stands, and takes some bytes away."""

    def change(data: bytes, dice: random.Random) -> bytes:
        places = [found.start() for found in re.finditer(b"[" + re.escape(signs) + b"]", data)] or [0]
        place = dice.choice(places)
        return data[:place] + dice.choice(tokens) + data[place + dice.randint(0, 9) :]

    return change


OUTSIDE: tuple[Bytes, ...] = (cut_short, flip_bytes, move_piece, repeat_piece)
_IN_XML: tuple[Bytes, ...] = (*OUTSIDE, *[put_token(_TOKENS, b'<"/')] * 4)
_IN_PDF: tuple[Bytes, ...] = (*OUTSIDE, *[put_token(_PDF_TOKENS, b" /<[(\n")] * 4)


def _swap_entries(parts: Parts, dice: random.Random) -> None:
    """Two parts change their contents."""
    here, there = dice.choice(sorted(parts)), dice.choice(sorted(parts))
    parts[here], parts[there] = parts[there], parts[here]


def _lose_entry(parts: Parts, dice: random.Random) -> None:
    """A part is missing."""
    del parts[dice.choice(sorted(parts))]


def _spoil_entry(parts: Parts, dice: random.Random) -> None:
    """The XML of a part is broken, mostly that of the text."""
    name = "word/document.xml" if dice.random() < 0.7 else dice.choice(sorted(parts))
    if parts.get(name):
        parts[name] = dice.choice(_IN_XML)(parts[name], dice)


def _rename_entry(parts: Parts, dice: random.Random) -> None:
    """A part is called otherwise."""
    parts[dice.choice(("../x.xml", "word/a.xml", "WORD/DOCUMENT.XML", "a\nb"))] = parts.pop(dice.choice(sorted(parts)))


def mutate_word(data: bytes, seed: int) -> bytes:
    """A .docx after changes that `seed` chooses: to the file as it lies there, or to what is packed in it."""
    dice = random.Random(seed)
    if dice.random() < 0.25:
        return dice.choice(OUTSIDE)(data, dice)
    parts = _unpacked(data)
    for _ in range(dice.randint(1, 3)):
        dice.choice((_spoil_entry, _spoil_entry, _spoil_entry, _swap_entries, _lose_entry, _rename_entry))(parts, dice)
    return _packed(parts)


def mutate_pdf(data: bytes, seed: int) -> bytes:
    """A PDF after one to four changes that `seed` chooses."""
    dice = random.Random(seed)
    for _ in range(dice.randint(1, 4)):
        data = dice.choice(_IN_PDF)(data, dice) or b"%PDF-"
    return data


def _unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
