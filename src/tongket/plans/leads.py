"""The words before a colon, which name what follows them."""

import re

from tongket.plans.wording import Piece

_COLON = re.compile(r":(?!\d|//)")


def split_lead(piece: Piece) -> tuple[Piece, Piece] | None:
    """The words before the first colon outside quotes and brackets, and those after it; None without one."""
    for colon in _COLON.finditer(piece.text):
        before = piece.text[: colon.start()]
        if before.count("“") > before.count("”") or before.count("(") > before.count(")"):
            continue
        return piece.cut(0, colon.start()), piece.cut(colon.end())
    return None


def short_lead(piece: Piece) -> tuple[Piece, Piece] | None:
    """As `split_lead`, when the words before the colon are few and end no sentence."""
    split = split_lead(piece)
    if split is None or len(split[0].text.split()) > 40 or re.search(r"[.;!?]\s", split[0].text):
        return None
    return split
