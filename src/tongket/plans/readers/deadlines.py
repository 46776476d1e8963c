"""Dated deliveries: what must arrive, where, by which day, from whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.core.findings import words
from tongket.plans.bodies import given_unit, leading_unit, split_units
from tongket.plans.clocks import find_clocks
from tongket.plans.dates import Period, find_periods
from tongket.plans.facts import Deadline
from tongket.plans.outline import Kind, Node
from tongket.plans.readers.deliveries import BY, MAIL, parts, read_delivery
from tongket.plans.readers.tasks import unit_of
from tongket.plans.sheet import Found, Sheet, found, own_words
from tongket.plans.tables import words_of
from tongket.plans.wording import Piece, flat, rule

_DELIVERS = rule(
    r"\b(?:gửi|nộp|báo cáo|đăng ký|hoàn thành|hoàn thiện|xác nhận|trình|chuyển|cung cấp|tổng hợp|"
    r"xác báo|bàn giao|lập danh sách|"
    r"đưa|thẩm định|dự thảo|tham mưu|hạn|thời hạn|phản hồi|thông báo)\b"
)
_AGAIN = rule(r"\b(?:hằng|hàng) (?:tháng|năm|quý|tuần|ngày)")
# Nobody writes a sentence as long as this; a text without full stops holds one such.
_LONGEST_SENTENCE = 1500
_NEAR = 200


def read_deadlines(sheet: Sheet) -> tuple[Found[Deadline], ...]:
    """Every dated delivery once; where it is stated again the units are added to the first row."""
    rows: dict[tuple[object, ...], list[Found[Deadline]]] = {}
    for node in sheet.outline:
        for row in _of(sheet, node):
            rows.setdefault((row.value.on, flat(row.value.what), row.value.to), []).append(row)
    return tuple(map(_once, rows.values()))


def _once(same: Sequence[Found[Deadline]]) -> Found[Deadline]:
    """The first of the rows with the units and the words of them all."""
    units = tuple(dict.fromkeys(unit for row in same for unit in row.value.units))
    spans = tuple(span for row in same for span in row.evidence.spans)
    return Found(replace(same[0].value, units=units), replace(same[0].evidence, spans=spans))


def _of(sheet: Sheet, node: Node) -> Iterator[Found[Deadline]]:
    if node.kind is Kind.ROW:
        yield from _row(sheet, node)
        return
    piece = own_words(node)
    if piece is None:
        return
    for sentence, following in pairwise([*piece.sentences(), None]):
        assert sentence is not None
        yield from _sentence(sheet, node, sentence, following)


def _sentence(sheet: Sheet, node: Node, sentence: Piece, following: Piece | None) -> Iterator[Found[Deadline]]:
    periods = find_periods(sentence.text, sheet.issued_on)
    if len(sentence.text) <= _LONGEST_SENTENCE:
        yield from _stated(sheet, node, sentence, periods, following)
        return
    for near, period in _around(sentence, periods):
        yield from _stated(sheet, node, near, (period,), following)


def _around(sentence: Piece, periods: Iterable[Period]) -> Iterator[tuple[Piece, Period]]:
    """Each date of an endless sentence with the words around it."""
    for period in periods:
        near = sentence.cut(max(0, period.start - _NEAR), period.end + _NEAR)
        moved = near.start - sentence.start
        yield near, replace(period, start=period.start - moved, end=period.end - moved)


def _stated(
    sheet: Sheet, node: Node, sentence: Piece, dates: Sequence[Period], following: Piece | None
) -> Iterator[Found[Deadline]]:
    """The deliveries of a sentence; one that names no receiver goes where the one before it went."""
    periods = [period for period in dates if _is_deadline(sentence, period)]
    receiver = None
    units = _units(sheet, node, sentence) if periods else ()
    for period, (part, date_at) in zip(periods, parts(sentence, periods), strict=True):
        delivery = read_delivery(part, date_at)
        receiver = delivery.receiver or receiver
        what = delivery.what.text if delivery.what else ""
        clocks = [clock for clock in find_clocks(part.text) if clock.end <= date_at + 40]
        to = delivery.mail or (_mail_above(sheet, node) if delivery.points_above else _mail_behind(following))
        value = Deadline(
            _clause(sheet, node),
            period.latest,
            clocks[-1].at if clocks else None,
            what,
            to or (receiver.text if receiver else None),
            units,
        )
        doubt = _doubt(period, what)
        yield found(value, part, sure=0.6 if doubt else 1.0, doubt=doubt)


def _mail_behind(following: Piece | None) -> str | None:
    """The e-mail of the next sentence, when that names no day of its own."""
    if following is None or find_periods(following.text[:_LONGEST_SENTENCE]):
        return None
    mail = MAIL.search(following.text[:_LONGEST_SENTENCE])
    return mail[0].rstrip(".") if mail else None


def _mail_above(sheet: Sheet, node: Node) -> str | None:
    """The last e-mail printed in the twenty places before `node`, which its words point at."""
    for place in range(node.place - 1, max(-1, node.place - 21), -1):
        words = own_words(sheet.outline.nodes[place])
        mails = MAIL.findall(words.text) if words else []
        if mails:
            return str(mails[-1]).rstrip(".")
    return None


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
    return bool(BY.search(plain[: period.start]) and _DELIVERS.search(plain))


def _units(sheet: Sheet, node: Node, sentence: Piece) -> tuple[str, ...]:
    led, given = leading_unit(sentence), given_unit(sentence)
    # "Các đơn vị gửi bài … theo email: …": the words before the colon are more than a name.
    if led is None or (given is not None and len(given.unit.text) < len(led.unit.text)):
        led = given
    unit = led.unit.trimmed() if led else unit_of(sheet, node)
    if unit is None:
        return ()
    named = split_units(unit)
    return tuple(each.text for each in named) if not any(_MANY.search(each.flat) for each in named) else (unit.text,)


_MANY = rule(r"\b(?:các|những|mỗi|từng)\b|\(")


def _delivered(work: tuple[Piece, ...]) -> tuple[str | None, str | None]:
    """What a table's work cell says is handed in, and to whom, when it is a sentence that hands something in."""
    if len(work) != 1 or not _HANDS_IN.search(work[0].flat):
        return None, None
    delivery = read_delivery(work[0], len(work[0].text))
    to = delivery.mail or (delivery.receiver.text if delivery.receiver else None)
    return delivery.what.text if delivery.what else None, to


_HANDS_IN = rule(r"(?:^|[,;] |\bvà )(?:gửi|nộp|trình|chuyển|cung cấp)\b")
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
