"""Who receives the plan: the lines under "Nơi nhận"."""

import re

from tongket.plans.numbering import BULLETS, read_mark
from tongket.plans.sheet import Found, Sheet, found
from tongket.plans.wording import Piece, is_capitals, rule
from tongket.plans.zones import AUTHORITY, POSITION, RECIPIENTS

_HEAD_END = re.compile(r"^\W*\w+\s+\w+\s*:?\s*(?:[-–]\s*)?(?:Như trên[;.]?)?")
_COPIES = rule(r"^\W*(?:bản (?:điện tử|giấy|mềm)|gửi bản|đồng (?:kính )?gửi)\b.*:\s*$")
_LAST = re.compile(r"^\W*[Ll]ưu\b")


def read_recipients(sheet: Sheet) -> tuple[Found[str], ...]:  # nested: one walk with its beginning and its end
    """The bulleted lines after "Nơi nhận"; those of electronic copies may stand behind the filing line ("Lưu …")."""
    rows: list[Found[str]] = []
    started = filed = False
    for piece in sheet.tail:
        if not started:
            started = bool(RECIPIENTS.match(piece.flat))
            if started and ":" in piece.text and piece.text.split(":", 1)[1].strip():
                rows += _split_line(piece.cut(piece.text.index(":") + 1))
            continue
        if _is_signature(piece):
            continue
        if _COPIES.match(piece.flat):
            filed = False
            continue
        mark = read_mark(piece.text)
        if (mark is None or mark.rank not in BULLETS) and not _may_be_recipient(piece, rows):
            continue
        if filed:
            continue
        filed = bool(_LAST.match(piece.text))
        rows += () if piece.text.rstrip().endswith(":") else _split_line(piece)
    return tuple(rows)


def _is_signature(piece: Piece) -> bool:
    return is_capitals(piece.text) and bool(
        AUTHORITY.match(piece.text) or POSITION.match(piece.flat) or len(piece.text) > 3
    )


def _may_be_recipient(piece: Piece, rows: list[Found[str]]) -> bool:
    """A line without bullet counts when no line has one, or when it files the copy."""
    if _LAST.match(piece.text):
        return True
    return piece.text.endswith((";", ",")) or (not rows and piece.text.endswith("."))


def _split_line(piece: Piece) -> list[Found[str]]:
    """One line may hold several recipients, each behind its own dash."""
    rows = []
    for part in piece.split(re.compile(r"(?:^|(?<=;)|(?<=\.))\s*[-–+•*]\s*")):
        text = part.trimmed()
        if text.text:
            rows.append(found(text.text, text))
    return rows
