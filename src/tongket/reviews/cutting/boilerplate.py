"""What every report says and no statement is: openings, closings, addresses, the words that lead into a list. Pure."""

import re

from tongket.core.text import fold

_PAPERS = "ke hoach|cong van|huong dan|chi dao|nghi quyet|thong tri|de an|yeu cau|quyet dinh"
_OPENING = re.compile(rf"^(?:thuc hien|can cu|theo|tiep theo|thi hanh)\b.{{0,60}}\b(?:{_PAPERS})\b")
_SELF = re.compile(r"\b(?:bao cao|danh gia|tong ket)\b.{0,120}[.:]?$")
_CLOSING = re.compile(
    r"^(?:tren day la|noi nhan|kinh gui|kinh trinh|kinh chuyen|rat mong nhan duoc su|tran trong|"
    r"xin (?:tran trong|chan thanh) cam on|kinh de nghi .{0,80} xem xet, tong hop)"
)
_LEAD = re.compile(r"(?:nhu sau|sau day|duoi day|cu the|cu the la|gom|nhu|la|nhu tren)\s*[:.]$|:$")
_HEAD = re.compile(
    r"^(?:cong hoa xa hoi|doc lap\s*-|so\s*:|uy ban mttq viet nam|ubmttq viet nam|mat tran to quoc viet nam|"
    r"ban thuong (?:truc|vu)$|bao cao$|bao cao tong ket$|luu\s*:|[\w ]{2,30}, ngay \d{1,2} thang \d{1,2} nam \d{4})"
)
_LETTERS, _LOOKED_AT = re.compile(r"[a-z]"), 40
_FEWEST_LETTERS = 12
_FEWEST_WORDS = 4


def is_boilerplate(text: str) -> bool:
    """Whether a sentence says nothing of the unit's own: opening, closing, head of the paper, lead into a list."""
    said = fold(text)
    if len(said.split()) < _FEWEST_WORDS or len(_LETTERS.findall(said, 0, _LOOKED_AT)) < _FEWEST_LETTERS:
        return True
    if _CLOSING.match(said) or _HEAD.match(said) or _LEAD.search(said):
        return True
    return bool(_OPENING.match(said) and (_SELF.search(said) or said.endswith(":")))


def leads_on(text: str) -> bool:
    """Whether a line leads into the list below it: `Đề nghị UBND thành phố:`."""
    return text.rstrip().endswith(":")
