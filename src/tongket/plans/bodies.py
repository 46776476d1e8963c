"""Names of bodies inside sentences: lists of units taken apart, and the unit a sentence gives its work to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.plans.leads import short_lead
from tongket.plans.lexicon import LONGEST_NAME, ORDER, is_unit
from tongket.plans.wording import Piece, flat, rule, said

_SEPARATOR = re.compile(r"\s*[;,]\s+(?:và\s+)?|\s+và\s+|\s*&\s*")
_GENERIC = rule(
    r"^(?:các\s+)?(?:xã|phường|thị trấn|đặc khu|ban|ngành|phòng|đơn vị|địa phương|đoàn thể|thôn|ấp|"
    r"khu phố|tổ dân phố|hội|huyện|"
    r"thị xã|thành phố|khu|sở|cơ quan|tổ chức|hội viên|trường|chi hội|cơ sở|quận|khu dân cư|tổ|"
    r"doanh nghiệp|hội đoàn thể|thành|thị)\b"
)
# The second half of names such as Phòng Tài chính - Kế hoạch, Lao động - Thương binh và Xã hội.
_NAME_PART = rule(
    r"(?:kế hoạch|thương binh|xã hội|thông tin|thể thao|môi trường|kế toán|truyền thông|đô thị|"
    r"hành chính|đoàn thể|du lịch|tt\b)"
)
_BRACKETED = re.compile(r"([^():]+?)\s*\(([^()]+)\)")
_DASH = re.compile(r"\s+[-–]\s+")
_DASH_MOST, _NAME_PART_MOST = 3, 20


def split_units(piece: Piece) -> list[Piece]:
    """The units a list names; "các xã, phường" and "Phòng Văn hóa và Thông tin" are one."""
    cuts = [0]
    for sign in _SEPARATOR.finditer(piece.text):
        rest = piece.text[sign.end() :]
        if _depth(piece.text[: sign.start()]) or not is_unit(rest[:200]):
            continue
        if sign[0].strip()[:1] != ";" and _belongs(rest):
            continue
        cuts.append(sign.end())
    ends = [*cuts[1:], len(piece.text)]
    parts = (piece.cut(start, end) for start, end in zip(cuts, ends, strict=True))
    return [_without_sign(part) for part in parts if part.text]


def _without_sign(part: Piece) -> Piece:
    sign = re.search(r"\s*(?:[;,&]|\bvà)\s*$", part.text)
    return part.cut(0, sign.start()) if sign else part.trimmed()


def _depth(text: str) -> bool:
    return text.count("(") > text.count(")") or text.count("“") > text.count("”")


def _belongs(rest: str) -> bool:
    """A small common noun goes on with the list before it: "các xã, phường", "các phòng, ban, đơn vị"."""
    return rest[:1].islower() and bool(_GENERIC.match(flat(rest))) and not re.match(r"lãnh|đại", rest)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A unit and what stands after it; `rest` is the whole sentence where the unit is part of it."""

    unit: Piece
    rest: Piece
    inside: bool = False


# Without accents "giáo viên" would begin with "giao", "mỗi xã" with "mời".
_GIVES = said(r"(?:giao(?: trách nhiệm)?(?: cho)?|đề nghị|phân công|yêu cầu|uỷ quyền|mời)\s+(?=[^\W\d])")
_PREFIX = said(r"(?:đối với|về phía|giao(?: cho)?|đề nghị|phân công|yêu cầu|trách nhiệm của|nhiệm vụ của|mời)\s+")
_ENDS_UNIT = said(
    rf"\s*[,:]?\s+(?=(?:(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|căn cứ|trên cơ sở|tiếp tục|"
    rf"chủ động|sẽ|cần|là)\b|{ORDER.pattern}))"
)


# A verb behind these words is part of the name: công tác tổ chức, Hội nghị tổng kết, đơn vị có báo cáo điển hình.
_UNFINISHED = said(r"(?:\b(?:tổ|và|đề|về|công tác|được|hội nghị|buổi|lễ|phong trào|đội)|,)$")
_DESCRIBED = said(r"\b(?:có|phân công|giao)$")
_DESCRIBING = said(r"(?:báo cáo|viết|trình|chuẩn bị|tham gia|tổng kết|sơ kết)\b")


def _is_within_name(unit: Piece, rest: str) -> bool:
    """Whether the words `rest`, which begin with a verb, still belong to the name before them."""
    if _UNFINISHED.search(unit.spoken):
        return True
    return bool(_DESCRIBED.search(unit.spoken) and _DESCRIBING.match(rest))


def leading_unit(piece: Piece) -> Assigned | None:
    """`Unit: work`, `Unit - work` or `Unit (work)` with the unit's words in front; None where there is no unit."""
    split = short_lead(piece)
    if split is not None and split[1].text and is_unit(split[0].text) and not _is_order(split[0]):
        return Assigned(without_prefix(split[0]), split[1])
    bracket = _BRACKETED.fullmatch(piece.trimmed().text)
    if bracket is not None and is_unit(bracket[1]):
        return Assigned(without_prefix(piece.cut(0, bracket.end(1))), piece.cut(bracket.start(2), bracket.end(2)))
    for dash in _DASH.finditer(piece.text[: LONGEST_NAME + _DASH_MOST]):
        before, rest = piece.cut(0, dash.start()), piece.cut(dash.end())
        if _NAME_PART.match(flat(rest.text[:_NAME_PART_MOST])) or _GIVES.match(before.spoken):
            return None
        if is_unit(before.text) and rest.text[:1].isupper() and not _depth(before.text) and not is_unit(rest.text):
            return Assigned(without_prefix(before), rest)
    return None


def _is_order(lead: Piece) -> bool:
    """ "Giao trường X chuẩn bị các điều kiện: …" gives work in the words before the colon already."""
    return bool(_GIVES.match(lead.spoken)) and given_unit(lead) is not None


def without_prefix(piece: Piece) -> Piece:
    """The unit's name without "Đối với", "Giao", "Đề nghị" in front of it."""
    prefix = _PREFIX.match(piece.spoken)
    return piece.cut(prefix.end()) if prefix else piece


_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


def given_unit(sentence: Piece) -> Assigned | None:
    """`Giao X chủ trì …`, `Đề nghị X …`, `X có trách nhiệm …`: the unit inside a sentence that gives it work."""
    gives = _GIVES.match(sentence.spoken)
    start = gives.end() if gives else 0
    if not is_unit(sentence.text[start : start + 200]):
        return None
    for end in _ENDS_UNIT.finditer(sentence.spoken, start):
        # A verb inside a name has a capital: Ban Xây dựng Đảng, Ban Tổ chức.
        if not sentence.text[end.end() :][:1].islower():
            continue
        unit = sentence.cut(start, end.start())
        if _depth(unit.text) or not is_unit(unit.text) or _is_within_name(unit, sentence.spoken[end.end() :]):
            continue
        aside = _ASIDE.search(unit.text)
        return Assigned((unit.cut(0, aside.start()) if aside else unit).trimmed(), sentence, inside=True)
    return None


def brackets(piece: Piece) -> Iterator[Piece]:  # nested: opening and closing signs of one scan
    """The words inside each pair of round brackets of the outermost kind."""
    depth, start = 0, 0
    for place, sign in enumerate(piece.text):
        if sign == "(":
            depth += 1
            start = place + 1 if depth == 1 else start
        elif sign == ")" and depth:
            depth -= 1
            if depth == 0:
                yield piece.cut(start, place)
