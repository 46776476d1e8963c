"""Who attends, and how many where the plan says so."""

import re

from tongket.plans.clocks import find_clocks
from tongket.plans.dates import find_periods
from tongket.plans.facts import Participant
from tongket.plans.lexicon import Subject
from tongket.plans.numbers import ROUND, number_of
from tongket.plans.outline import Node
from tongket.plans.sheet import Found, Sheet, found, statements
from tongket.plans.tables import words_of
from tongket.plans.wording import Piece, rule

_PEOPLE = (
    r"(?:đại biểu|đồng chí|đ/c|người|cán bộ|đại diện|hội viên|đoàn viên|giáo viên|học sinh|công nhân|"
    r"cá nhân|thành viên|"
    r"phóng viên|chị|em|vị|lãnh đạo|chuyên viên|công chức|viên chức|khách|nông dân|phụ nữ|thanh niên|"
    r"đội viên|cựu chiến binh|"
    r"uỷ viên|nhà báo|nghệ nhân|lao động|đảng viên|chủ hộ|gương|cộng tác viên|nhân viên|sinh viên|"
    r"hssv|hs|sv|gv|đvtn|hội thẩm|phụ huynh|vận động viên|thí sinh)"
)
_COUNT = rule(rf"(?<![\d/.,])(\d{{1,4}}(?:\.\d{{3}})?|\b{ROUND})\s*(?:\([^)]*\)\s*)?{_PEOPLE}\b")
# "Đại diện Ban giám hiệu: 02"
_BARE = rule(r":\s*(\d{1,3})$")
_ALSO = rule(rf"\s*(?:và|,|\+)\s*(\d{{1,4}})\s*{_PEOPLE}\b")
_TIME_OR_PLACE = rule(r"^(?:tại\b|hội trường|vào lúc|từ \d|lúc \d|dự kiến)")
_FORWARD = rule(r"^(?:giao|phân công|ghi chú|lưu ý|\(?kèm theo|đề nghị)")


def count_people(text: str) -> int | None:
    """The number of people `text` states: "mỗi xã 02 đại biểu" is 2; None where it states none."""
    plain = Piece(text, 0).flat
    match = _COUNT.search(plain)
    if match is None:
        bare = _BARE.search(plain)
        return int(bare[1]) if bare else None
    total = number_of(match[1].replace(".", ""))
    also = re.compile(_ALSO.pattern).match(plain, match.end())
    return total + int(also[1]) if also and "va" in also[0] else total


def read_participants(sheet: Sheet) -> tuple[Found[Participant], ...]:
    """The statements under headings or labels that announce who attends."""
    rows = []
    for node, piece in statements(sheet.outline, Subject.PARTICIPANTS):
        if {Subject.TIME, Subject.VENUE} & node.subjects and _is_time_or_place(piece):
            continue
        if _FORWARD.match(piece.flat):
            continue
        count = count_people(piece.text)
        rows.append(found(Participant(node.clause, piece.text, count if count is not None else _in_row(node)), piece))
    return tuple(rows)


_NUMBER_COLUMN = rule(r"^(?:số (?:lượng|người|đại biểu)|đại biểu|người|sl)\b")


def _in_row(node: Node) -> int | None:
    """The number in the column of a table that counts people."""
    for head, cell in zip(node.columns, node.cells, strict=False):
        number = words_of(cell).strip()
        if _NUMBER_COLUMN.match(head) and number.isdecimal():
            return int(number)
    return None


def _is_time_or_place(piece: Piece) -> bool:
    return bool(_TIME_OR_PLACE.match(piece.flat) or find_clocks(piece.text) or find_periods(piece.text))
