"""Who signs: on whose behalf, in which post, by what name."""

import re

from tongket.core.findings import words
from tongket.plans.facts import Signature
from tongket.plans.numbering import read_mark
from tongket.plans.sheet import Found, Sheet, found
from tongket.plans.wording import Piece, is_capitals, rule
from tongket.plans.zones import AUTHORITY, POSITION, RECIPIENTS

_RANK = rule(
    r"^(?:(?:đại|thượng|trung|thiếu) (?:tá|uý|tướng)|ths|ts|pgs|gs|bs|ks|cn|thầy thuốc \w+ \w+|"
    r"nhà giáo \w+ \w+)[. ]+(?:ts[. ]+)?"
)
_NAME = re.compile(r"(?:[A-ZĐÀ-ỸƠƯĂÂÊÔ][\wĐđ’'.]*\s+){1,5}[A-ZĐÀ-ỸƠƯĂÂÊÔ][\w’']*")
_STAMP = rule(r"đã ký|ký bởi|ký tên|chữ ký|thời gian ký|người ký|email|cơ quan|đóng dấu|ngày \d|\d\d:\d\d")


def read_signature(sheet: Sheet) -> Found[Signature | None]:  # nested: one walk that fills three slots
    """The first signature of the ending: authority lines, title lines, name; "(đã ký)" and stamps are passed over."""
    authority: list[Piece] = []
    position: list[Piece] = []
    name: Piece | None = None
    for piece in sheet.tail:
        if RECIPIENTS.match(piece.flat) or _is_recipient(piece):
            continue
        if is_capitals(piece.text) and not _STAMP.search(piece.flat):
            if not _add_capitals(piece, authority, position):
                name = name or _signer(piece) if authority or position else None
        elif (authority or position) and _signer(piece) is not None:
            name = _signer(piece)
        if name is not None:
            break
    if not authority and not position and name is None:
        return found(None, sure=0.8, doubt=words("Không thấy phần ký."))
    signature = Signature(_joined(authority), _joined(position), name.text if name else None)
    return found(signature, *authority, *position, name)


def _is_recipient(piece: Piece) -> bool:
    mark = read_mark(piece.text)
    return mark is not None or piece.text.endswith((";", ",")) or piece.flat.startswith("luu")


def _add_capitals(piece: Piece, authority: list[Piece], position: list[Piece]) -> bool:
    """TM., KT. … are authority; a known post begins the title; further capitals go on with what stands above."""
    if AUTHORITY.match(piece.text) and not position:
        authority.append(piece)
    elif _is_position(piece, position):
        position.append(piece)
    elif authority and not position and _goes_on(piece):
        authority.append(piece)
    else:
        return False
    return True


_MORE = rule(
    r"\b(?:ban|uỷ ban|hội|đoàn|công đoàn|phòng|sở|trường|xã|phường|huyện|tỉnh|thành phố|chấp hành|"
    r"thường|kiêm|tổ|khối|cụm|trực|thi đua|khen thưởng|tổ chức)\b"
)


def _is_position(piece: Piece, position: list[Piece]) -> bool:
    if POSITION.match(piece.flat):
        return not position or _signer(piece) is None
    return len(position) == 1 and _goes_on(piece)


def _goes_on(piece: Piece) -> bool:
    return bool(_MORE.search(piece.flat))


def _signer(piece: Piece) -> Piece | None:
    """A person's name: two to six words with capitals, without the rank or degree before it."""
    if _STAMP.search(piece.flat) or re.search(r"[\d:;@]", piece.text):
        return None
    rank = _RANK.match(piece.flat)
    bare = piece.cut(rank.end() if rank else 0, len(piece.text.rstrip(" ./")))
    return bare if _NAME.fullmatch(bare.text) else None


def _joined(pieces: list[Piece]) -> str | None:
    return " ".join(piece.text for piece in pieces) or None
