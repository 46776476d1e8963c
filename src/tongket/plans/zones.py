"""Where the parts of a document begin: letterhead, title, body, ending, and what stands before and after it all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.plans.numbering import Rank, read_mark
from tongket.plans.wording import flat, is_capitals, rule
from tongket.reading.document import Line


@dataclass(frozen=True, slots=True)
class Zones:
    """First lines of the parts, each ending where the next begins; `kind` is None where no type is printed.

    `head` letterhead, `title` the abstract, `opening` basis and first sentences, `body` the first heading or the
    first paragraph after the opening, `tail` recipients and signature, `after` annexes and what a site adds.
    """

    head: int
    kind: int | None
    title: int
    opening: int
    tail: int
    after: int


_KIND_WORDS = (
    "kế hoạch|thông báo|hướng dẫn|quyết định|chương trình|báo cáo|tờ trình|giấy mời|công điện|chỉ thị|nghị quyết|"
    "biên bản|kết luận|thông tri|quy chế|quy định|phương án|đề án|thư mời|thể lệ|công văn|dự án|đề cương"
)
KIND = rule(rf"(?:dự thảo\s+|dự kiến\s+)?({_KIND_WORDS})(?![a-z])")
_SPREAD = re.compile(r"(?:\w ){3,}\w")
_COMPACT = {word.replace(" ", ""): word for word in _KIND_WORDS.split("|")}
MOTTO = rule(
    r"cộng h[oò]à? x[aã] hội chủ nghĩa(?: việt nam| việt$|$)|^(?:việt )?nam$|"
    r"^cộng h[oò]à? x[aã] hội$|^chủ nghĩa việt nam$|"
    r"độc lập\s*[-.]*\s*tự do\s*[-.]*\s*hạnh phúc|đảng cộng sản việt nam"
)
NUMBER_LINE = rule(r"^\W*số\s*[:.]?\s*[\d./ ]*(?:[-/]|$)")
PLACE_AND_DATE = rule(r"(?:^|[,.]\s*)ngày\s*[\d. …_]*\s*tháng\s*[\d. …_]*|^năm \d{4}$")
SUBJECT = rule(r"^\W*v\s*/\s*v\b|^\W*về việc\b")
ADDRESSED = rule(r"^\W*kính gửi\b")
BASIS = rule(
    r"^\W*(?:căn cứ|thực hiện|thi hành|dựa (?:vào|trên)|trên cơ sở|theo (?:kế hoạch|công văn|chỉ đạo|tinh thần|chương)|"
    r"để |nhằm |chào mừng|hướng tới|nhân (?:dịp|kỷ niệm)|triển khai thực hiện|tiếp tục thực hiện|xét |được sự)"
)
_OPENS = rule(r"(?:ban hành|xây dựng|tổ chức|đề ra|triển khai) (?:\w+ )?kế hoạch|như sau\s*:?\s*$|cụ thể\s*:\s*$|;\s*$")
_CITES = rule(r"\bsố\s*:?\s*\d+|năm học|nhiệm kỳ|ngày \d")
_LONGEST_TITLE_LINE, _SHORTEST_BASIS = 200, 120
RECIPIENTS = rule(r"^\W*nơi (?:nhận|gửi)\b")
AUTHORITY = re.compile(r"^\W*(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)\s*(?:[.,/:]\s*|\s)(?=[A-ZĐÀ-ỸƯƠ]{2})")
POSITION = rule(
    r"^\W*(?:q\. ?)?(?:(?:phó )?(?:chủ tịch|bí thư|giám đốc|tổng giám đốc|hiệu trưởng|trưởng (?:ban|"
    r"phòng|đoàn|khối|cụm)|"
    r"chánh văn phòng|cục trưởng|vụ trưởng|chủ nhiệm|chính ủy|chi cục trưởng|tổng thư ký|viện trưởng|trưởng trạm)"
    r"|ủy viên|cụm trưởng|khối trưởng|người lập|tổng phụ trách|phụ trách|chủ trì)\b"
)
_ANNEX = rule(
    r"^\W*(?:phụ lục|mẫu (?:số|\d)|biểu (?:mẫu|số)|danh sách|đề cương|phiếu|các tin khác|"
    r"tin liên quan|tải về|file đính kèm|tác giả|nguồn)\b"
)


def locate(lines: Sequence[Line]) -> Zones:
    """The parts of the document in `lines`; a part that is missing begins where the next one does."""
    kind = find_kind(lines)
    if kind is None:
        return _without_kind(lines)
    opening = _opening(lines, kind + 1)
    tail = _tail(lines, opening)
    return Zones(_head(lines, kind), kind, kind, opening, tail, _after(lines, tail))


def kind_words(text: str) -> re.Match[str] | None:
    """The type of document at the beginning of `text`, when it is printed in capitals or stands alone."""
    found = KIND.match(flat(text))
    if found is None:
        return None
    alone = found.end() == len(text.rstrip(" :*"))
    return found if is_capitals(text[found.start(1) : found.end(1)]) or alone else None


def closed_up(text: str) -> str:
    """`text`, or where its letters are spread ("K Ế H O Ạ C H") and name a type of document, that name."""
    compact = text.replace(" ", "").lower()
    return _COMPACT[compact].upper() if _SPREAD.fullmatch(text) and compact in _COMPACT else text


def find_kind(lines: Sequence[Line]) -> int | None:
    """The line with the type of document: the one under a letterhead, else the last before the first heading."""
    candidates: list[int] = []
    for place, line in enumerate(lines[:80]):
        if kind_words(line.text):
            candidates.append(place)
        elif candidates and _is_first_heading(line):
            break
    under = [place for place in candidates if any(_is_letterhead(line) for line in lines[max(0, place - 6) : place])]
    return next(iter(under or candidates[-1:]), None)


def _is_letterhead(line: Line) -> bool:
    plain = flat(line.text)
    return bool(MOTTO.search(plain) or PLACE_AND_DATE.search(plain) or NUMBER_LINE.match(plain))


def _is_first_heading(line: Line) -> bool:
    mark = read_mark(line.text)
    return mark is not None and mark.rank in {Rank.PART, Rank.ROMAN, Rank.ARTICLE, Rank.CAPITAL, Rank.ARABIC}


def _head(lines: Sequence[Line], kind: int) -> int:
    """The letterhead goes up from the type over capitals, number, motto, place and date, rules and short lines."""
    place = kind
    while place > 0 and _may_head(lines[place - 1]):
        place -= 1
    return place


def _may_head(line: Line) -> bool:
    text = line.text
    if _is_letterhead(line) or is_capitals(text) or not any(letter.isalpha() for letter in text):
        return True
    return bool(SUBJECT.match(flat(text))) or (len(text) < 40 and line.cell is not None)


def _opening(lines: Sequence[Line], first: int) -> int:
    """The title ends where a basis, an address, a heading, or a sentence that announces the plan begins."""
    for place in range(first, min(first + 8, len(lines))):
        text = lines[place].text
        plain = flat(text)
        if _is_first_heading(lines[place]) or ADDRESSED.match(plain) or _OPENS.search(plain):
            return place
        # The first line under the type is the title, unless it cites at length; a title may begin as a basis does.
        if place > first and (text[:1] in "-+" or BASIS.match(plain) or len(text) > _LONGEST_TITLE_LINE):
            return place
        if BASIS.match(plain) and _CITES.search(plain) and len(text) > _SHORTEST_BASIS:
            return place
    return min(first + 1, len(lines))


def _tail(lines: Sequence[Line], first: int) -> int:
    """The ending begins with the recipients, the authority or the title of the signer, whichever comes first."""
    for place in range(first, len(lines)):
        text = lines[place].text
        if RECIPIENTS.match(flat(text)) or (is_capitals(text) and AUTHORITY.match(text)):
            return place
        if is_capitals(text) and len(text) < 50 and POSITION.match(flat(text)):
            return place
    return len(lines)


def _after(lines: Sequence[Line], tail: int) -> int:
    """What follows the ending: annexes, forms, a second letterhead, links of a site."""
    for place in range(tail + 1, len(lines)):
        text = lines[place].text
        plain = flat(text)
        if _ANNEX.match(plain) or MOTTO.search(plain) or (kind_words(text) and is_capitals(text)):
            return place
    return len(lines)


def _without_kind(lines: Sequence[Line]) -> Zones:
    """A letter has a subject line and an address instead of a type; a news article has neither."""
    subject = next((place for place, line in enumerate(lines[:40]) if SUBJECT.match(flat(line.text))), None)
    address = next((place for place, line in enumerate(lines[:60]) if ADDRESSED.match(flat(line.text))), None)
    if subject is None and address is None:
        title = _first_after_letterhead(lines)
        opening = _capitals_end(lines, title)
        tail = _tail(lines, opening)
        return Zones(0, None, title, opening, tail, _after(lines, tail))
    title = subject if subject is not None else address or 0
    opening = address if address is not None and address >= title else title + 1
    tail = _tail(lines, opening)
    return Zones(0, None, title, opening, tail, _after(lines, tail))


def _capitals_end(lines: Sequence[Line], first: int) -> int:
    """The line after a title in capitals under a letterhead, where the type of document was lost; `first` without."""
    place = first
    while 0 < first <= place < min(first + 4, len(lines)) and _is_title_line(lines[place]):
        place += 1
    return place


def _is_title_line(line: Line) -> bool:
    return is_capitals(line.text) and len(line.text.split()) > 2 and read_mark(line.text) is None


def subject_end(lines: Sequence[Line], zones: Zones) -> int:
    """The line after the subject of a letter; the right column of its letterhead may stand behind it."""
    first = lines[zones.title].cell if zones.title < len(lines) else None
    for place in range(zones.title, zones.opening):
        if lines[place].cell != first or (place > zones.title and _is_letterhead(lines[place])):
            return place
    return zones.opening


def _first_after_letterhead(lines: Sequence[Line]) -> int:
    """Where neither type nor subject is printed: the line after the last line of a letterhead among the first ten."""
    heads = [place for place, line in enumerate(lines[:10]) if _is_letterhead(line) and len(line.text) < 120]
    return heads[-1] + 1 if heads else 0
