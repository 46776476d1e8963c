"""Who receives the plan: the lines under "Nơi nhận"."""

import re
from dataclasses import replace

from tongket.plans.numbering import BULLETS, read_mark
from tongket.plans.sheet import Found, Sheet, found
from tongket.plans.wording import Piece, is_capitals, opens_small, rule
from tongket.plans.zones import AUTHORITY, POSITION, RECIPIENTS

_COPIES = rule(r"^\W*(?:bản (?:điện tử|giấy|mềm)|gửi bản|đồng (?:kính )?gửi)\b.*:\s*$")
_ENDS = (";", ".", ",")
_LAST = re.compile(r"^\W*[Ll]ưu\b")


def read_recipients(sheet: Sheet) -> tuple[Found[str], ...]:  # nested: one walk with its beginning and its end
    """The bulleted lines after "Nơi nhận"; those of electronic copies may stand behind the filing line ("Lưu …")."""
    rows: list[Found[str]] = []
    started = filed = False
    last = Piece("", 0)
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
        if rows and _goes_on(piece, last):
            rows[-1] = _joined(rows[-1], piece)
            last = piece
            continue
        mark = read_mark(piece.text)
        if (mark is None or mark.rank not in BULLETS) and not _may_be_recipient(piece, rows):
            continue
        if filed or piece.text.rstrip().endswith(":"):
            continue
        rows += _split_line(piece)
        last = piece
        filed = bool(_LAST.match(piece.text))
    return tuple(rows)


def _is_signature(piece: Piece) -> bool:
    return is_capitals(piece.text) and bool(
        AUTHORITY.match(piece.text) or POSITION.match(piece.flat) or len(piece.text) > 3
    )


def _goes_on(piece: Piece, last: Piece) -> bool:
    """Whether a narrow column broke the recipient `last`, which ended nothing, and `piece` is its end."""
    is_open = read_mark(last.text) is not None and not last.text.endswith(_ENDS)
    ends = piece.text.endswith(_ENDS) or opens_small(piece.text)
    return is_open and ends and read_mark(piece.text) is None and not _LAST.match(piece.text)


def _joined(row: Found[str], piece: Piece) -> Found[str]:
    """A recipient with the words of its next line."""
    evidence = replace(row.evidence, spans=(*row.evidence.spans, piece.trimmed().span))
    return Found(f"{row.value} {piece.trimmed().text}", evidence)


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
