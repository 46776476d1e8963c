"""When and where the conference meets."""

import re
from collections.abc import Iterator
from itertools import chain

from tongket.core.findings import words
from tongket.plans.clocks import find_clocks
from tongket.plans.dates import find_periods
from tongket.plans.facts import Time, Venue
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Node
from tongket.plans.sheet import Found, Sheet, found, statements
from tongket.plans.wording import Piece, flat, rule

_TENTATIVE = rule(
    r"dự kiến|(?<!lại )thông báo (?:sau|cụ thể|bằng|riêng)|(?:sẽ|được) (?:có )?thông báo|giấy mời|"
    r"có thể (?:thay đổi|điều chỉnh)|"
    r"sẽ có (?:văn bản|công văn)|khoảng"
)
_IF_CHANGED = rule(r"nếu (?:có )?(?:gì )?thay đổi[^.;)]*")
_AT = rule(r"[,;]?\s*(?:tổ chức\s+)?(?:địa điểm\s*:?\s*)?\btại\s+|[.;,]\s*địa điểm\s*:\s*")
_MEETING = rule(r"hội nghị|đại hội|hội thảo|toạ đàm|\blễ\b")
_PAST = rule(r"giai đoạn|nhiệm kỳ|năm học|kỷ niệm|từ khi|từ năm|ký ngày|kế hoạch số")
_MEETS = rule(
    r"(?:hội nghị|đại hội|lễ|hội thảo|toạ đàm|buổi)\b.{0,120}\b(?:tổ chức|diễn ra|tiến hành|khai mạc)|"
    r"(?:tổ chức|diễn ra|tiến hành)\b"
)
_DELIVERS = rule(r"(?:trước|chậm nhất|hạn|gửi|nộp|hoàn thành|báo cáo về)\b")


def read_time(sheet: Sheet) -> Found[Time | None]:
    """The days and hours of the conference: the first statement on time that names any, else the first at all."""
    stated = list(_time_statements(sheet)) or [(piece, piece) for piece in _running_sentences(sheet)]
    if not stated:
        return found(None, sure=0.8, doubt=words("Không thấy thời gian tổ chức hội nghị."))
    dated = [both for both in stated if find_periods(both[1].text, sheet.issued_on)] or stated
    meeting = [both for both in dated if _MEETING.search(both[0].flat)] or dated
    return _time(sheet, meeting[0][1])


def _time_statements(sheet: Sheet) -> Iterator[tuple[Piece, Piece]]:
    """Each statement on time: the words it is labelled by, or itself, and the words on time alone."""
    for node, piece in statements(sheet.outline, Subject.TIME):
        label = _VENUE_LABEL.search(piece.flat)
        if not {Subject.VENUE, Subject.PARTICIPANTS} & node.subjects:
            yield node.lead or piece, piece.cut(0, label.start()).trimmed() if label else piece
            continue
        if find_periods(piece.text) or find_clocks(piece.text):
            at = _AT.search(piece.flat)
            yield piece, piece.cut(0, at.start()).trimmed() if at and at.start() > 3 else piece


def _running_sentences(sheet: Sheet) -> Iterator[Piece]:
    """Where no heading or label speaks of time: a sentence that says when the conference is held."""
    places = (node.text for node in sheet.outline if node.text is not None and Subject.TASKS not in node.subjects)
    for sentence in chain.from_iterable(place.sentences() for place in places):
        if not _MEETS.search(sentence.flat) or _DELIVERS.search(sentence.flat) or _PAST.search(sentence.flat):
            continue
        if find_periods(sentence.text, sheet.issued_on):
            yield sentence.trimmed()


def _time(sheet: Sheet, piece: Piece) -> Found[Time | None]:
    periods = [period for period in find_periods(piece.text, sheet.issued_on) if period.earliest or period.latest]
    precise = [period for period in periods if period.precise] or periods
    clocks = find_clocks(piece.text)
    earliest = min((period.earliest for period in precise if period.earliest), default=None)
    latest = max((period.latest for period in precise if period.latest), default=None)
    tentative = bool(_TENTATIVE.search(_IF_CHANGED.sub("", piece.flat)))
    start = clocks[0].at if clocks else None
    time = Time(piece.text, earliest, latest, start, clocks[0].until if clocks else None, tentative)
    if earliest is None:
        doubt = words("Câu về thời gian không có ngày tháng đọc được.")
        return found(time, piece, sure=0.6, doubt=doubt)
    if any(period.guessed for period in precise):
        return found(time, piece, sure=0.85, doubt=words("Thời gian không ghi năm; lấy theo năm ban hành."))
    return found(time, piece)


_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_ADDRESS = rule(
    r"\b(?:số \d|đường |phố |địa chỉ|quốc lộ|ql\s?\d|km\s?\d|thôn |tổ \d|ấp |khu phố|đ/c)|\b(?:phường|"
    r"xã|tp|thành phố|thị trấn|thị xã|đặc khu|quận|huyện|tỉnh) [a-z]"
)
_NAMED_PLACE = re.compile(
    r"\d|\b(?:[Đđ]ường|[Pp]hố|[Pp]hường|[Xx]ã|[Tt]hị trấn|[Tt]hị xã|[Hh]uyện|[Qq]uận|[Tt]ỉnh|TP\.?|[Tt]hành phố)"
    r"\s+[A-ZĐ]"
)
_SPLIT = rule(r"\s*[,;.(-]\s*(?=(?:địa chỉ\s*:?|số \d+|đường |quốc lộ|\d+ (?:đường |phố )?[a-z]))|\s+(?=địa chỉ\s*:)")
_ADDRESS_LABEL = rule(r"^(?:địa chỉ\s*:?\s*)")


_VENUE_LABEL = rule(r"[.;,]\s*(?:và\s+)?địa điểm\s*(?::|tổ chức)?\s*(?:tại\s+)?")


def read_venue(sheet: Sheet) -> Found[Venue | None]:
    """The hall and its address: in brackets, on the next line, or after the name."""
    stated = [piece for _, piece in _venue_statements(sheet)] or list(_venue_beside_time(sheet))[:1]
    if not stated:
        return found(None, sure=0.8, doubt=words("Không thấy địa điểm tổ chức hội nghị."))
    name, address = _split_venue(stated[0])
    if address is None and len(stated) > 1 and _is_address(stated[1]):
        address = stated[1]
        address = address.cut(1, len(address.text) - 1) if address.text[:1] == "(" else address
    address = _unlabelled(address) if address else None
    venue = Venue(name.trimmed().text, address.trimmed().text if address else None)
    return found(venue, name, address)


def _venue_statements(sheet: Sheet) -> Iterator[tuple[Node, Piece]]:
    for node, piece in statements(sheet.outline, Subject.VENUE):
        if not {Subject.TIME, Subject.PARTICIPANTS} & node.subjects:
            at = re.match(r"tai\s+", piece.flat)
            yield node, piece.cut(at.end()) if at else piece
            continue
        match = _AT.search(piece.flat)
        if match and (find_periods(piece.text) or match.start() < 3):
            yield node, piece.cut(match.end()).trimmed()


def _venue_beside_time(sheet: Sheet) -> Iterator[Piece]:
    """Where no heading or label names the place: what the words on time say after "tại" or "địa điểm:"."""
    for piece in (*(piece for _, piece in statements(sheet.outline, Subject.TIME)), *_running_sentences(sheet)):
        match = _VENUE_LABEL.search(piece.flat) or _AT.search(piece.flat)
        if match and find_periods(piece.text, sheet.issued_on):
            yield piece.cut(match.end()).trimmed()


def _is_address(piece: Piece) -> bool:
    return (piece.text[:1] == "(" and piece.text[-1:] == ")") or bool(_ADDRESS.match(piece.flat))


def _split_venue(piece: Piece) -> tuple[Piece, Piece | None]:
    bracket = _BRACKET.search(piece.text)
    if bracket and (_ADDRESS.match(flat(bracket[1])) or _NAMED_PLACE.search(bracket[1])):
        return piece.cut(0, bracket.start()), piece.cut(bracket.start(1), bracket.end(1))
    split = _SPLIT.search(piece.flat)
    if split and split.start() > 3 and not piece.text[: split.start()].rstrip()[-1:].isdigit():
        return piece.cut(0, split.start()), piece.cut(split.end())
    return piece, None


def _unlabelled(piece: Piece) -> Piece:
    label = _ADDRESS_LABEL.match(piece.flat)
    return piece.cut(label.end()) if label else piece
