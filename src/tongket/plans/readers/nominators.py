"""Units asked to nominate models or candidates."""

from collections.abc import Iterator, Set
from itertools import chain

from tongket.plans.bodies import brackets, given_unit, leading_unit, split_units
from tongket.plans.facts import Nominator
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Kind, Node
from tongket.plans.readers.tasks import unit_of
from tongket.plans.sheet import Found, Sheet, found, own_words
from tongket.plans.wording import Piece, flat, rule

_NOMINATES = rule(
    r"(?:lựa chọn|chọn|giới thiệu|đề cử|đề xuất|đề nghị|bình chọn|xét chọn|bình xét|cử)\b.{0,80}?"
    r"\b(?:mô hình|gương|điển hình|tập thể|cá nhân|hộ(?! trợ)|gia đình|tác giả|công trình|sáng kiến|giải pháp)\b"
)
_COUNT = rule(
    r"(?<![\d/.,])(\d{1,3})\s*(?:\([^)\d]*\)\s*)?(?:đến\s*\d+\s*)?(?:mô hình|gương|điển hình|tập thể|"
    r"cá nhân|hộ|gia đình|tác giả|"
    r"công trình|sáng kiến|giải pháp|nhân tố)"
)
_ASKS = rule(r"^(?:đề nghị|giao|phân công|yêu cầu|mỗi)\s+")


def read_nominators(sheet: Sheet) -> tuple[Found[Nominator], ...]:
    """Each unit once, at the first place that asks it; what only the tasks say counts where nothing else asks."""
    return _once(sheet, {Subject.AWARDS, Subject.NOMINATION}) or _once(sheet, {Subject.TASKS})


def _once(sheet: Sheet, subjects: Set[Subject]) -> tuple[Found[Nominator], ...]:
    rows: dict[str, Found[Nominator]] = {}
    places = (node for node in sheet.outline if subjects & node.subjects and node.kind is not Kind.ROW)
    for row in chain.from_iterable(_of(sheet, node) for node in places):
        rows.setdefault(flat(row.value.unit), row)
    return tuple(rows.values())


def _of(sheet: Sheet, node: Node) -> Iterator[Found[Nominator]]:
    words = own_words(node)
    if words is None or not _NOMINATES.search(words.flat):
        return
    led = leading_unit(words)
    if led is not None:
        yield from _rows(node, split_units(led.unit), led.rest)
        return
    for sentence in words.sentences():
        if _NOMINATES.search(sentence.flat):
            rows = list(_sentence(node, sentence))
            above = unit_of(sheet, node)
            yield from rows or (_rows(node, [above], sentence) if above else ())


def _sentence(node: Node, sentence: Piece) -> Iterator[Found[Nominator]]:
    """`Đề nghị A; B; C (mỗi đơn vị giới thiệu 01 mô hình)`, or `Đề nghị A giới thiệu 01 mô hình`."""
    bracket = next((words for words in brackets(sentence) if _NOMINATES.search(words.flat)), None)
    asks = _ASKS.match(sentence.flat)
    if bracket is not None and asks:
        units = sentence.cut(asks.end(), bracket.start - sentence.start - 1)
        yield from _rows(node, split_units(units), bracket)
        return
    given = given_unit(sentence)
    if given is not None:
        yield from _rows(node, split_units(given.unit), sentence)


def _rows(node: Node, units: list[Piece], words: Piece) -> Iterator[Found[Nominator]]:
    match = _COUNT.search(words.flat)
    count = int(match[1]) if match else None
    text = words.trimmed()
    for unit in units:
        yield found(Nominator(node.clause, unit.trimmed().text, count, text.text), unit, text)
