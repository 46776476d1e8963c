"""Dated deliveries: what must arrive, where, by which day, from whom."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tongket.core.findings import words
from tongket.plans.bodies import given_unit, leading_unit
from tongket.plans.clocks import find_clocks
from tongket.plans.dates import Period, find_periods
from tongket.plans.facts import Deadline
from tongket.plans.lexicon import ORDER, is_unit
from tongket.plans.outline import Kind, Node
from tongket.plans.readers.tasks import unit_of
from tongket.plans.sheet import Found, Sheet, found, own_words
from tongket.plans.tables import words_of
from tongket.plans.wording import Piece, flat, rule

_BY = rule(
    r"(?:trước|chậm nhất|muộn nhất|hạn chót|hạn cuối|hạn nộp|hạn gửi|thời hạn|thời gian (?:nộp|gửi|"
    r"nhận|hoàn|báo|đăng)|hết|xong|"
    r"đến|trong|vào|hạn)(?:\s*[:,]?\s*(?:là|vào|trước|nhất|hết|đến|lúc|hạn|cuối|chót|thời điểm|"
    r"\d{1,2}\s*(?:h|giờ|g)\s*\d{0,2}\s*(?:phút|')?|,|:|sáng|chiều|thứ \w+|\(thứ \w+\)))*"
    r"\s*(?:ngày\s*)?$"
)
_DELIVERS = rule(
    r"\b(?:gửi|nộp|báo cáo|đăng ký|hoàn thành|hoàn thiện|xác nhận|trình|chuyển|cung cấp|tổng hợp|"
    r"xác báo|bàn giao|lập danh sách|"
    r"tham mưu|hạn|thời hạn|phản hồi|thông báo)\b"
)
_AGAIN = rule(r"\b(?:hằng|hàng) (?:tháng|năm|quý|tuần|ngày)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TO = rule(
    r"\b(?:về|cho|đến|tới|qua|gửi|nộp|trình)\s+(?=(?:ban|uỷ ban|ubmt|ubnd|hội|đoàn|văn phòng|phòng|sở|thường trực|"
    r"công đoàn|liên đoàn|cơ quan|tổ|trung tâm|bộ phận|huyện|tỉnh|thành|cụm|khối|nhà trường|trường|"
    r"lãnh đạo)\b)"
)
_TO_END = rule(
    r"\s*(?:[,;(]|\b(?:qua|hết|trước|chậm|để|bằng|theo|và|hạn|vào|xem|tổng hợp|muộn|đúng (?:hạn|thời)|"
    r"trong)\b|$)"
)
# Sở Văn hóa, Thể thao và Du lịch: the comma stands inside the name.
_LONG_NAME = re.compile(r"[^\W\d]+(?: [^\W\d]+){1,3}, [A-ZĐ]\w*(?: \w+)?(?:, [A-ZĐ]\w*(?: \w+)?)* và [A-ZĐ]\w*")
_THING_BEFORE = rule(
    r"^\W*(?:các|những|toàn bộ|nội dung)?\s*(?P<what>[a-z][^,;:.()]*?)\s+(?:được\s+)?(?:gửi|nộp|"
    r"báo cáo về|hoàn thành|đăng ký|xin gửi|đề nghị gửi)\b"
)
# A comma that ends the thing delivered: another verb, or how and when it is delivered, comes next.
_NEXT = rf",\s*(?=(?:gửi|và gửi|đồng gửi|chậm|muộn|trước|hạn|về|qua|để|kèm|xong|đồng thời|theo|{ORDER.pattern}))"
_THING_AFTER = rule(
    r"\b(?:gửi|nộp|trình|hoàn thành|hoàn thiện|đăng ký|cung cấp|xác nhận|chuyển|bàn giao|lập|tổng hợp|"
    r"thẩm định)\s+"
    rf"(?!về\b|cho\b|đến\b|trước\b)(?P<what>[^;:()]*?)\s*(?:{_NEXT}|\(|;|$|\b(?:về|cho|đến|tới|trước|"
    r"chậm nhất|muộn nhất|qua (?:email|thư|đường|hộp|địa chỉ|zalo|văn|hệ)|hạn chót|xong|để (?!nghị|"
    r"xuất|cương|án|tài)|gửi|vào|bằng|trong ngày|hạn)\b)"
)
_THING_MADE = rule(
    rf"\b(?:chuẩn bị|viết(?! nam)|xây dựng|tham mưu)\s+(?P<what>[^;:()]*?)\s*(?:{_NEXT}|\(|;|$|\b(?:gửi|và gửi|về|"
    r"trước|không quá|tối đa)\b)"
)
_REPORTED = rule(
    rf"\bbáo cáo\s+(?!về\b|cho\b|đến\b|trước\b)(?P<what>[^;:()]*?)\s*(?:{_NEXT}|\(|;|$|\b(?:về|cho|đến|tới|"
    r"trước|chậm nhất|gửi)\b)"
)
_LABELLED = rule(
    r"(?:thời gian|thời hạn|hạn)\s+(?:chót\s+)?(?:nộp|gửi|nhận|đăng ký|báo cáo|"
    r"hoàn thành)\s+(?P<what>[^:;,.]*?)\s*(?::|trước|là|chậm|đến|muộn|hết)"
)
# Nobody writes a sentence as long as this; a text without full stops holds one such.
_LONGEST_SENTENCE = 1500
_PLURAL = re.compile(r"^(?:các|những|toàn bộ|bản|nội dung|\d+|một)\s+(?=\w)", re.IGNORECASE)


def read_deadlines(sheet: Sheet) -> tuple[Found[Deadline], ...]:
    """Every dated delivery once; where it is stated again the units are added to the first row."""
    rows: dict[tuple[object, ...], Found[Deadline]] = {}
    for node in sheet.outline:
        for row in _of(sheet, node):
            key = (row.value.on, flat(row.value.what), row.value.to)
            first = rows.get(key)
            rows[key] = _with_units(first, row) if first else row
    return tuple(rows.values())


def _with_units(first: Found[Deadline], again: Found[Deadline]) -> Found[Deadline]:
    units = (*first.value.units, *(unit for unit in again.value.units if unit not in first.value.units))
    evidence = replace(first.evidence, spans=(*first.evidence.spans, *again.evidence.spans))
    return Found(replace(first.value, units=units), evidence)


def _of(sheet: Sheet, node: Node) -> Iterator[Found[Deadline]]:
    if node.kind is Kind.ROW:
        yield from _row(sheet, node)
        return
    piece = own_words(node)
    if piece is None:
        return
    for sentence in piece.sentences():
        yield from _sentence(sheet, node, sentence)


def _sentence(sheet: Sheet, node: Node, sentence: Piece) -> Iterator[Found[Deadline]]:
    for whole, stated in _around(sentence, find_periods(sentence.text, sheet.issued_on)):
        if not _is_deadline(whole, stated):
            continue
        yield _deadline(sheet, node, whole, stated)


def _around(sentence: Piece, periods: Iterable[Period]) -> Iterator[tuple[Piece, Period]]:
    """Each date with its sentence; of one that is endless, with the words around the date."""
    for period in periods:
        if len(sentence.text) <= _LONGEST_SENTENCE:
            yield sentence, period
            continue
        near = sentence.cut(max(0, period.start - _LONGEST_SENTENCE // 2), period.end + _LONGEST_SENTENCE // 2)
        moved = near.start - sentence.start
        yield near, replace(period, start=period.start - moved, end=period.end - moved)


def _deadline(sheet: Sheet, node: Node, sentence: Piece, period: Period) -> Found[Deadline]:
    what = _thing(sentence, period.start)
    doubt = _doubt(period, what)
    clocks = [clock for clock in find_clocks(sentence.text) if clock.end <= period.start + 40]
    value = Deadline(
        _clause(sheet, node),
        period.latest,
        clocks[-1].at if clocks else None,
        what,
        _address(sentence, period.start),
        _units(sheet, node, sentence),
    )
    return found(value, sentence, sure=0.6 if doubt else 1.0, doubt=doubt)


def _clause(sheet: Sheet, node: Node) -> str | None:
    """The lone paragraph under a heading is the heading's own text."""
    holder = sheet.outline.heading_above(node)
    if node.kind is Kind.PARAGRAPH and holder is not None and len(holder.children) == 1:
        return holder.clause
    return node.clause


def _doubt(period: Period, what: str) -> str:
    """Why a deadline is not sure: a day that is none, a year that is not printed, nothing named."""
    if period.latest is None:
        return words("Ngày này không có trong lịch.")
    if period.guessed:
        return words("Thời hạn không ghi năm; lấy theo năm ban hành.")
    return "" if what else words("Không rõ phải gửi gì.")


def _is_deadline(sentence: Piece, period: Period) -> bool:
    plain = sentence.flat
    if not period.precise or _AGAIN.search(plain, period.start, period.end + 12):
        return False
    return bool(_BY.search(plain[: period.start]) and _DELIVERS.search(plain))


def _thing(sentence: Piece, date_at: int) -> str:
    """What is delivered, as printed before the date: before "gửi", after "nộp", or in "Hạn nộp …"."""
    plain = sentence.flat
    for pattern in (_LABELLED, _THING_AFTER, _THING_MADE, _THING_BEFORE, _REPORTED):
        matches = [
            match
            for match in pattern.finditer(plain)
            if match.start() < date_at
            and match["what"].strip()
            and not is_unit(sentence.text[match.start("what") :][:60])
        ]
        if matches:
            text = sentence.cut(matches[-1].start("what"), matches[-1].end("what")).text
            return _PLURAL.sub("", text)
    by = _BY.search(plain[:date_at])
    return sentence.cut(0, by.start() if by else date_at).trimmed().text


def _address(sentence: Piece, date_at: int) -> str | None:
    """The e-mail it goes to, else the receiving body."""
    mail = _MAIL.search(sentence.text)
    return mail[0].rstrip(".") if mail else _receiver(sentence, date_at)


def _receiver(sentence: Piece, date_at: int) -> str | None:
    """The body after the last "về", "cho", "đến" before the date, else after the date."""
    plain = sentence.flat
    matches = list(_TO.finditer(plain))
    before = [match for match in matches if match.start() < date_at]
    chosen = before[-1:] or matches[:1]
    if not chosen:
        return None
    named = _LONG_NAME.match(sentence.text, chosen[0].end())
    end = _TO_END.search(plain, named.end() if named else chosen[0].end())
    return sentence.cut(chosen[0].end(), end.start() if end else None).trimmed().text or None


def _units(sheet: Sheet, node: Node, sentence: Piece) -> tuple[str, ...]:
    led = leading_unit(sentence) or given_unit(sentence)
    unit = led.unit.trimmed() if led else unit_of(sheet, node)
    return (unit.text,) if unit else ()


def _delivered(work: tuple[Piece, ...]) -> tuple[str | None, str | None]:
    """What a table's work cell says is handed in, and to whom, when it is a sentence that hands something in."""
    if len(work) != 1 or not _HANDS_IN.match(work[0].flat):
        return None, None
    end = len(work[0].text)
    return _thing(work[0], end), _address(work[0], end)


_HANDS_IN = rule(r"^(?:gửi|nộp|trình|chuyển|cung cấp)\b")
_DATE_COLUMN = rule(r"^(?:thời gian|thời hạn|hạn|hoàn thành|tiến độ|ngày)")
_WORK_COLUMN = rule(r"^(?:nội dung|công việc|nhiệm vụ|sản phẩm|phần việc|tên)")
_UNIT_COLUMN = rule(r"^(?:đơn vị|cơ quan|chủ trì|người|bộ phận|phụ trách|phân công)")


def _row(sheet: Sheet, node: Node) -> Iterator[Found[Deadline]]:
    """A row of a task table with a date in its date column."""
    places = {
        name: next((place for place, text in enumerate(node.columns) if pattern.match(text)), None)
        for name, pattern in (("on", _DATE_COLUMN), ("what", _WORK_COLUMN), ("unit", _UNIT_COLUMN))
    }
    if places["on"] is None or places["what"] is None:
        return
    on, what = words_of(node.cells[places["on"]]), words_of(node.cells[places["what"]])
    period = next((period for period in find_periods(on, sheet.issued_on) if period.precise), None)
    if period is None or not what:
        return
    unit = words_of(node.cells[places["unit"]]) if places["unit"] is not None else ""
    clocks = find_clocks(on)
    units = (unit.rstrip(" .;"),) if unit else ()
    thing, to = _delivered(node.cells[places["what"]])
    value = Deadline(
        node.clause, period.latest, clocks[0].at if clocks else None, thing or what.rstrip(" .;"), to, units
    )
    yield found(value, *node.cells[places["what"]], *node.cells[places["on"]])
