"""Presentations assigned to named units, with their topics."""

from collections.abc import Iterator

from tongket.plans.bodies import given_unit, leading_unit, split_units, without_prefix
from tongket.plans.facts import Paper
from tongket.plans.leads import split_lead
from tongket.plans.lexicon import Subject, is_unit
from tongket.plans.numbers import FIGURE
from tongket.plans.outline import Kind, Node
from tongket.plans.sheet import Found, Sheet, found, own_words, sentences_at
from tongket.plans.tables import words_of
from tongket.plans.wording import Piece, flat, rule

_UNIT_COLUMN = rule(r"^(?:đơn vị|cơ quan|tên đơn vị|địa phương|người|chủ trì|tập thể)")
_TOPIC_COLUMN = rule(r"^(?:nội dung|chủ đề|tên (?:tham|chủ|báo)|tham luận|chuyên đề|gợi ý)")
_ASKS = rule(
    rf"(?:chuẩn bị|viết|trình bày|báo cáo|tham gia|có|phát biểu)\s+(?:{FIGURE}\s+)?(?:bài\s+|báo cáo\s+|"
    r"nội dung\s+)*tham luận"
)
_MANY = rule(r"(?:không có|theo điểm|nêu trên|các tham luận|mỗi (?:đơn|xã|phường|cơ|huyện|địa))")


def read_papers(sheet: Sheet) -> tuple[Found[Paper], ...]:
    """One paper for each unit named under a heading on papers; else for each sentence that asks a unit for one."""
    rows = list(_listed(sheet)) or list(_asked(sheet))
    seen: set[tuple[str, str]] = set()
    unique = []
    for row in rows:
        key = (flat(row.value.unit), flat(row.value.topic or ""))
        if key not in seen:
            unique.append(row)
        seen.add(key)
    return tuple(unique)


def _listed(sheet: Sheet) -> Iterator[Found[Paper]]:
    for node in sheet.outline.on(Subject.PAPERS):
        if node.kind is Kind.ROW:
            yield from _row(node)
            continue
        yield from _headed(sheet, node)
        words = own_words(node)
        if words is None or node.is_title:
            continue
        led = leading_unit(words)
        if led is not None:
            yield from _papers(node, led.unit, led.rest.trimmed())
        elif _ASKS.search(words.flat):
            yield from _sentence(node, words)


def _headed(sheet: Sheet, node: Node) -> Iterator[Found[Paper]]:
    """`1. Hội Nông dân:` as a heading, the topic on its line or in the paragraphs below it."""
    if node.heading is None or not is_unit(node.heading.text) or node.parent < 0:
        return
    if node.text is not None:
        yield from _papers(node, without_prefix(node.heading), node.text)
        return
    below = [child.text for child in sheet.outline.children(node) if child.text is not None]
    if below:
        topic = " ".join(piece.text for piece in below)
        yield found(Paper(node.clause, without_prefix(node.heading).trimmed().text, topic), node.heading, *below)


def _papers(node: Node, unit: Piece, topic: Piece) -> Iterator[Found[Paper]]:
    yield found(Paper(node.clause, unit.trimmed().text, topic.text or None), unit, topic)


def _row(node: Node) -> Iterator[Found[Paper]]:
    """A table row: the columns by their heads, else the cell that names a body and the longest other one."""
    texts = [words_of(cell) for cell in node.cells]
    unit = _column(node.columns, _UNIT_COLUMN)
    topic = _column(node.columns, _TOPIC_COLUMN)
    if unit is None:
        unit = next((place for place, text in enumerate(texts) if is_unit(text)), None)
    if unit is None or not node.cells[unit]:
        return
    if topic is None or topic == unit:
        others = [place for place in range(len(texts)) if place != unit]
        topic = max(others, key=lambda place: len(texts[place]))
    pieces = (*node.cells[unit], *node.cells[topic])
    yield found(Paper(node.clause, texts[unit].rstrip(" .;:"), texts[topic].rstrip(" .;") or None), *pieces)


def _column(columns: tuple[str, ...], pattern: object) -> int | None:
    return next((place for place, text in enumerate(columns) if pattern.match(text)), None)  # type: ignore[attr-defined]


def _asked(sheet: Sheet) -> Iterator[Found[Paper]]:
    for node, sentence in sentences_at(node for node in sheet.outline if node.kind is not Kind.ROW):
        if _ASKS.search(sentence.flat) and not _MANY.search(sentence.flat):
            yield from _sentence(node, sentence)


def _sentence(node: Node, sentence: Piece) -> Iterator[Found[Paper]]:
    """`Giao Hội Nông dân chuẩn bị tham luận …`: the topic after a colon, else the whole sentence."""
    given = given_unit(sentence)
    if given is None or _MANY.search(sentence.flat):
        return
    split = split_lead(sentence)
    topic = split[1].trimmed() if split is not None and split[1].text else sentence.trimmed()
    for unit in split_units(given.unit):
        yield found(Paper(node.clause, unit.text, topic.text), unit, topic)
