"""The letterhead: type, number, issuing body, place and date of issue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tongket.core.findings import words
from tongket.plans.dates import find_periods
from tongket.plans.lexicon import is_unit
from tongket.plans.sheet import Found, Sheet, found
from tongket.plans.wording import Piece, flat, is_capitals, rule
from tongket.plans.zones import MOTTO, SUBJECT, kind_words

_NUMBER = re.compile(
    r"(?:^|\s)[Ss][ốôo]\s*[:.]?\s*(?P<number>[\d. …_]*?)\s*(?P<symbol>(?:[-–/]|"
    r"(?<=\d)\s)\s*[A-ZĐ]{1,5}\b[\w&.ĐƯ]*(?:\s*[-–/&]\s*[\wĐ&.]+)*)"
)
_SIGNS = re.compile(r"\s*([-–/&])\s*")
_DATE = re.compile(
    r"(?P<place>[^\d,;:|"
    r"]{2,45}?)\s*[,.]?\s*(?:[Nn]gày)\s*(?P<day>[\d. …_]*)\s*tháng\s*(?P<month>[\d. …_]*)\s*năm\s*(?P<year>\d{4})?"
)
_BARE_DATE = re.compile(r"(?:[Nn]gày)\s*[\d. …_]*\s*tháng\s*[\d. …_]*\s*năm\s*(?:\d{4})?")
_OWN_NAME = rule(
    r"^(?:ban (?:thường trực|chấp hành|thường vụ|công tác|tổ chức|chỉ đạo)|văn phòng|công đoàn|thường trực)$"
)
_GOES_ON = rule(
    r"^(?:thành phố|tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|khoá|khóa|lần thứ|nhiệm kỳ|tp|và|về|việt nam|"
    r"hồ chí minh|khối|cụm|số \d+|miền|khu vực|các|thuộc|của)\b"
)
# A body inside a school or a firm has its house on the next line; a department above a school has not.
_HOUSE = rule(r"^(?:công ty|trường)\b")
_IN_A_HOUSE = rule(
    r"(?:bch |ban chấp hành )?(?:công đoàn(?: cơ sở)?|cđcs|đoàn (?:thanh niên|tncs|cơ sở|trường).*|liên đội|chi bộ|"
    r"đảng (?:bộ|uỷ)|hội (?:cựu chiến binh|chữ thập đỏ|khuyến học)|(?:hội đồng|ban) .*)"
)
# The right column in the form of the unions, where the state's form has its motto.
_NATIONAL = rule(
    r"(?:đoàn (?:tncs|thanh niên cộng sản) hồ chí minh|"
    r"hội (?:nông dân|liên hiệp phụ nữ|lhpn|cựu chiến binh|liên hiệp thanh niên) việt nam)"
)
_VERB = rule(
    r"\b(?:ban hành|xây dựng|tổ chức|đề ra|lập|triển khai|hướng dẫn|thông báo|"
    r"đề nghị)\s+(?:\w+\s+){0,3}?(?:kế hoạch|hội nghị|thông báo|như sau)"
)
_DRAFT = rule(r"(?:bản )?dự thảo(?: lần \d+)?|hỏa tốc|khẩn|mật|thượng khẩn")
_SEPARATOR = re.compile(r"[;,.:]\s+")


def read_kind(sheet: Sheet) -> Found[str | None]:
    """The type of document, in capitals as printed; None where none is printed."""
    if sheet.zones.kind is None or not sheet.title:
        return found(None)
    line = sheet.title[0]
    match = kind_words(line.text)
    if match is None:
        return found(None)
    piece = line.cut(match.start(1), match.end(1))
    return found(piece.text.upper(), piece)


def read_number(sheet: Sheet) -> Found[str | None]:
    """Number and symbol, spaces around their signs closed up; None where the number is left blank or lost."""
    for piece in sheet.head:
        match = _NUMBER.search(piece.text)
        if match is None:
            continue
        digits = re.sub(r"\D", "", match["number"])
        place = piece.cut(match.start("number"), match.end())
        if not digits:
            doubt = words("Chỉ thấy ký hiệu, phần số còn để trống.")
            return found(None, place, sure=0.8, doubt=doubt)
        value = match["number"].strip() + _SIGNS.sub(r"\1", match["symbol"])
        return found(value.replace("–", "-").rstrip("."), place)
    return found(None, sure=0.8, doubt=words("Không thấy dòng số và ký hiệu ở đầu văn bản."))


@dataclass(frozen=True, slots=True)
class PlaceAndDate:
    """The line "Tam Kỳ, ngày 11 tháng 10 năm 2024" in its two parts."""

    place: Found[str | None]
    issued_on: Found[date | None]


def read_place_and_date(sheet: Sheet) -> PlaceAndDate:
    """The place and the day of issue; a blank day leaves no date."""
    lines = [piece for piece in sheet.head if not SUBJECT.match(piece.flat)]
    for piece, text in (*((piece, piece.text) for piece in lines), *_pairs(lines)):
        number = _NUMBER.search(text)
        match = _DATE.search(text, number.end() if number else 0)
        bare = _BARE_DATE.search(text) if match is None else None
        if match is None and bare is None:
            continue
        name = _place_name(match["place"]) if match else None
        stated = match or bare
        assert stated is not None
        at = piece.text.find(name) if name else 0
        place: Found[str | None] = found(name, piece.cut(at, at + len(name or "")))
        return PlaceAndDate(place, _issued_on(piece, stated[0]))
    missing = words("Không thấy dòng địa danh và ngày tháng ở đầu văn bản.")
    return PlaceAndDate(found(None, sure=0.8, doubt=missing), found(None, sure=0.8, doubt=missing))


def _pairs(lines: Sequence[Piece]) -> list[tuple[Piece, str]]:
    """Neighbouring lines as one text: the place or the date may be wrapped."""
    return [(first, f"{first.text} {second.text}") for first, second in pairwise(lines)]


def _place_name(text: str) -> str | None:
    """The name at the end of `text`: what is left of a number or a motto before it is cut off."""
    match = _NUMBER.search(text)
    rest = text[match.end() :] if match else text
    motto = MOTTO.search(flat(rest))
    rest = rest[motto.end() :] if motto else rest
    return rest.strip(" ,.-–*_()") or None


def _issued_on(piece: Piece, text: str) -> Found[date | None]:
    at = piece.text.lower().find("ngày")
    place = piece.cut(max(at, 0))
    period = next((period for period in find_periods(text) if period.precise), None)
    if period is None:
        return found(None, place, sure=0.6, doubt=words("Ngày ban hành còn để trống."))
    if period.earliest is None:
        return found(None, place, sure=0.3, doubt=words("Ngày ban hành không có trong lịch."))
    return found(period.earliest, place)


def read_issuer(sheet: Sheet) -> Found[str | None]:
    """The issuing body: its own lines of the letterhead without the body above it, else as the opening names it."""
    lines = [line for line in map(_body_line, sheet.head) if line is not None]
    own = _own_lines(lines)
    if own:
        return found(" ".join(piece.text for piece in own), *own)
    return _from_opening(sheet)


def _body_line(piece: Piece) -> Piece | None:
    """The part of a letterhead line that names a body."""
    plain = piece.flat
    motto = MOTTO.search(plain)
    if motto is not None:
        piece = piece.cut(0, motto.start()) if motto.start() > 3 else piece.cut(motto.end())
    for pattern in (_NUMBER, _DATE):
        match = pattern.search(piece.text)
        piece = piece.cut(0, match.start()) if match else piece
    text = piece.text.strip(" -–—*_=.")
    if (
        not is_capitals(text)
        or _DRAFT.fullmatch(flat(text))
        or SUBJECT.match(piece.flat)
        or re.match(r"s[ốo]\b", piece.text.lower())
        or kind_words(text)
    ):
        return None
    start = piece.text.find(text)
    return piece.cut(start, start + len(text))


def _is_right_column(lines: Sequence[Piece], place: int) -> bool:
    """The name of a national union with no place behind it."""
    goes_on = place + 1 < len(lines) and _GOES_ON.match(lines[place + 1].flat)
    return bool(_NATIONAL.fullmatch(lines[place].flat)) and not goes_on


def _own_lines(lines: Sequence[Piece]) -> list[Piece]:
    """The last body of the letterhead: its first line begins as a body does, its other lines go on."""
    groups: list[list[Piece]] = []
    others = [line for place, line in enumerate(lines) if not _is_right_column(lines, place)]
    for line in others or lines:
        if groups and _runs_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    if len(groups) > 1 and len(groups[-1]) == 1 and _OWN_NAME.match(groups[-1][0].flat):
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups[-1] if groups else []


def _runs_on(above: Piece, line: Piece) -> bool:
    """Whether `line` belongs to the body named above it."""
    if _HOUSE.match(line.flat):
        return bool(_IN_A_HOUSE.fullmatch(above.flat))
    return bool(_GOES_ON.match(line.flat)) or not is_unit(line.text)


def _from_opening(sheet: Sheet) -> Found[str | None]:
    doubt = words("Phần đầu văn bản không ghi cơ quan ban hành; lấy theo câu mở đầu.")
    for body in _before_verbs((*reversed(sheet.opening), *sheet.outline.closing)):
        if is_unit(body.text) and len(body.text) < 140 and not re.search(r"\bso \d", body.flat):
            return found(body.text, body, sure=0.85, doubt=doubt)
    return found(None, sure=0.5, doubt=words("Không thấy cơ quan ban hành."))


def _before_verbs(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The words in front of each verb that issues something, from every break between them, the nearest first."""
    for piece in pieces:
        for verb in _VERB.finditer(piece.flat):
            before = piece.cut(0, verb.start())
            starts = [0, *(match.end() for match in _SEPARATOR.finditer(before.text))]
            yield from (before.cut(start) for start in reversed(starts))
