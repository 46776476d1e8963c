"""The documents a plan carries out: each with its type, number, date and the words it is cited by."""

import re
from collections.abc import Iterator

from tongket.core.findings import words
from tongket.plans.dates import find_periods
from tongket.plans.facts import Basis
from tongket.plans.lexicon import Subject, is_unit
from tongket.plans.sheet import Found, Sheet, found, statements
from tongket.plans.wording import Piece, rule

_KIND = (
    r"(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Công văn|Hướng dẫn|Thông tri|Thông báo|Chương trình|"
    r"Luật|Bộ luật|Nghị định|"
    r"Thông tư|Đề án|Kết luận|Quy định|Quy chế|Điều lệ|Văn bản|Tờ trình|Báo cáo|Pháp lệnh|Công điện|Giấy mời|Hiến pháp|"
    r"Thông tư liên tịch|Phương hướng|Nghị quyết liên tịch|Chương trình hành động|"
    r"Chương trình phối hợp|Chương trình công tác)"
)
_LEAD = (
    r"(?:[Cc]ăn cứ|[Tt]hực hiện|[Tt]hi hành|[Tt]riển khai(?: thực hiện)?|[Dd]ựa (?:vào|trên)|[Tt]rên cơ sở|[Tt]heo|"
    r"[Tt]iếp tục thực hiện|[Xx]ét)\s+(?:nội dung\s+|tinh thần\s+|chỉ đạo tại\s+|các\s+|theo\s+)*"
)
_SMALL = (
    r"(?:công văn|kế hoạch|quyết định|nghị quyết|chỉ thị|hướng dẫn|thông báo|chương trình|thông tư|thông tri)(?= số)"
)
_START = re.compile(
    rf"(?:^\W*|(?P<lead>{_LEAD})|;\s*(?:và\s+)?|[,.]\s+|\bvà\s+|\btại\s+(?=\S+ \S+ số\s))"
    rf"(?:{_LEAD})?(?P<kind>{_KIND}|{_SMALL})(?=\s)"
)
_NUMBER = re.compile(r"\bsố\s*:?\s*(?P<number>\d+\s*[-–/.]?\s*[\wĐ&]*(?:\s*[-–/&.]\s*[A-ZĐ\d][\wĐ&]*)*)")
_SIGNS = re.compile(r"\s*([-–/&])\s*")
_ASIDE = re.compile(r"\s*\((?:sau đây |gọi |viết |dưới đây )[^)]*\)", re.IGNORECASE)
_ABOUT = rule(r"\s(?:về|ban hành|quy định|hướng dẫn|tổ chức)\s")
_ISSUED = re.compile(r"(?:ban hành|ký)\s+(ngày\s.*)$")
_ISSUES = rule(
    r"\s(?:phát động|triệu tập|triệu|yêu cầu|mời|ban hành|xây dựng|tổ chức|đề ra|triển khai|thông báo|đề nghị)\s"
)


def read_basis(sheet: Sheet) -> tuple[Found[Basis], ...]:
    """The documents cited in the opening, or under a heading of its own, in order."""
    pieces = [*sheet.opening, *(piece for _, piece in statements(sheet.outline, Subject.BASIS))]
    return tuple(_basis(piece) for whole in pieces for piece in _citations(whole))


def _citations(whole: Piece) -> Iterator[Piece]:
    """Each cited document, from its type to the next one, a semicolon, or the issuer's own sentence."""
    starts: list[re.Match[str]] = []
    for match in _START.finditer(whole.text):
        if _is_citation(whole.text, match) and not (starts and _is_inside(whole.text, starts[-1], match)):
            starts.append(match)
    for number, match in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(whole.text)
        piece = whole.cut(match.start("kind"), end)
        yield _without_issuer(_until_semicolon(piece)).trimmed()


def _is_citation(text: str, match: re.Match[str]) -> bool:
    """A type after a comma or "và" needs a number beside it; a type named inside a title is none."""
    after = text[match.end("kind") : match.end("kind") + 40]
    before = text[: match.start("kind")]
    if before.count("“") > before.count("”") or before.count("(") > before.count(")"):
        return False
    opens = match[0].strip()[:1] in ",." or match[0].startswith("và")
    return bool(re.match(r"\s+(?:\w+\s+){0,4}số\b", after)) if opens else True


def _is_inside(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """ "Chương trình … thực hiện Nghị quyết số 80": what a cited document carries out belongs to its own words."""
    between = text[before.end() : match.start()]
    return bool(match["lead"]) and not re.search(r"[;.,]\s*$|[;.]\s", between)


def _until_semicolon(piece: Piece) -> Piece:
    for sign in re.finditer(r";|\.\s+(?=[A-ZĐ])", piece.text):
        before = piece.text[: sign.start()]
        if before.count("“") <= before.count("”") and before.count("(") <= before.count(")"):
            return piece.cut(0, sign.start())
    return piece


def _without_issuer(piece: Piece) -> Piece:
    """The last basis may run into the issuer's own sentence after a comma."""
    for comma in reversed(list(re.finditer(r",\s+", piece.text))):
        rest = piece.cut(comma.end())
        if (
            is_unit(rest.text[:200])
            and _ISSUES.search(f" {rest.flat[:200]} ")
            and rest.text.rstrip().endswith((":", ".", "sau"))
        ):
            return piece.cut(0, comma.start())
    return piece


def _is_number(piece: Piece, hit: re.Match[str]) -> bool:
    """A number has its symbol, or stands right behind the type; "Cụm thi đua số 3" is a name."""
    return bool(re.search(r"[-–/]", hit["number"])) or len(piece.text[: hit.start()].split()) <= 3


def _kind(piece: Piece, short: str, number: re.Match[str] | None) -> str:
    """The type as cited, all of "Quy chế phối hợp" in "Quy chế phối hợp số 02/…"."""
    before = piece.text[: number.start()].strip() if number else short
    return before if before.replace(" ", "").isalpha() and len(before.split()) <= 6 else short


def _basis(piece: Piece) -> Found[Basis]:
    match = re.match(rf"{_KIND}|{_SMALL}", piece.text)
    assert match is not None
    number = next((hit for hit in _NUMBER.finditer(piece.text[:160]) if _is_number(piece, hit)), None)
    about = _ABOUT.search(piece.flat, number.end() if number else 0)
    head = piece.text[: about.start()] if about else piece.text
    issued = _ISSUED.search(piece.text)
    stated = (*find_periods(head), *find_periods(issued[1] if issued else ""))
    day = next((period for period in stated if period.precise and not period.guessed), None)
    value = Basis(
        kind=_kind(piece, match[0], number),
        number=_SIGNS.sub(r"\1", number["number"]).replace("–", "-").strip(" .-") if number else None,
        issued_on=day.earliest if day else None,
        text=_ASIDE.sub("", piece.text).strip(" ,.;"),
    )
    if number is None and match[0] not in {"Luật", "Điều lệ", "Bộ luật", "Hiến pháp"}:
        return found(value, piece, sure=0.8, doubt=words("Văn bản được dẫn không có số, ký hiệu."))
    return found(value, piece)
