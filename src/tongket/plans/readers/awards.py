"""Quotas of awards: how many collectives, individuals and households."""

import re
from collections.abc import Iterator

from tongket.plans.bodies import leading_unit
from tongket.plans.facts import Award
from tongket.plans.lexicon import Subject, is_unit
from tongket.plans.outline import Kind, Node
from tongket.plans.sheet import Found, Sheet, found, own_words
from tongket.plans.tables import words_of
from tongket.plans.wording import Piece, rule

_KINDS = {
    "tap the": "collective",
    "ca nhan": "individual",
    "ho": "household",
    "gia dinh": "household",
    "ho gia dinh": "household",
}
QUOTA = rule(
    r"(?<![\d/.,])(?P<quota>\d{1,4})\s*(?:\([^)\d]*\)\s*)?"
    r"(?P<kind>tập thể|cá nhân|hộ gia đình|gia đình|hộ(?! trợ| sơ))\b"
)
# Where no quota speaks of collectives and individuals: who they are, as a school or a firm calls them.
_PEOPLE = rule(
    r"(?:nữ |nam )?(?:giáo viên|học sinh|sinh viên|công nhân|cán bộ|đoàn viên|hội viên|đảng viên|nông dân|đồng chí|"
    r"người|công chức|viên chức|chiến sĩ|nghệ nhân|nhà giáo|thanh niên|phụ nữ|cựu chiến binh)\b"
)
_BODIES = rule(
    r"(?:tổ|chi hội|chi đoàn|chi bộ|đơn vị|cơ sở|lớp|phòng|ban|khối|trường|xã|phường|thôn|ấp|câu lạc bộ|doanh nghiệp|"
    r"đội|nhóm)\b"
)
_NAMED = rule(rf"(?<![\d/.,])(?P<quota>\d{{1,4}})\s+(?P<kind>{_PEOPLE.pattern}|{_BODIES.pattern})")
_KIND_WORD = rule(r"(?:tập thể|cá nhân|hộ gia đình|gia đình|hộ)\b")
# "Tập thể: 06 (03 Hội cơ sở, 03 chi hội)": what the bracket counts is part of the quota.
_LABEL = rule(r"^\W*(?P<kind>tập thể|cá nhân|hộ gia đình|gia đình|hộ)\s*:\s*(?P<quota>\d{1,4})\s*(?:\(|[.;]|$)")
_GIVES = rule(r"\b(?:tặng|trao|khen|biểu dương|tuyên dương)\b")
_NOMINATES = rule(r"(?:giới thiệu|đề cử|bình chọn|\bchọn)\s+(?:\w+\s+){0,2}?\d+")
_PRAISES = rule(r"^(?:xét )?(?:khen thưởng|biểu dương|tuyên dương|tặng (?:giấy|bằng) khen)\b")
_COLUMN = {"collective": rule(r"tập thể"), "individual": rule(r"cá nhân"), "household": rule(r"\bhộ\b")}


def read_awards(sheet: Sheet) -> tuple[Found[Award], ...]:
    """One row for each quota stated in the part on awards."""
    rows: list[Found[Award]] = []
    for node in sheet.outline:
        words = own_words(node)
        if Subject.AWARDS in node.subjects and node.kind is Kind.ROW:
            rows += _row(node)
        elif words is None or not (Subject.AWARDS in node.subjects or _PRAISES.match(words.flat)):
            continue
        elif not _NOMINATES.search(words.flat):
            rows += _quotas(node, words)
    return tuple(rows)


def _quotas(node: Node, words: Piece) -> Iterator[Found[Award]]:
    label = _LABEL.match(words.flat)
    hits = [label] if label else list(QUOTA.finditer(words.flat)) or list(_NAMED.finditer(words.flat))
    unit = _nominator(node, words)
    for number, hit in enumerate(hits):
        text = words if len(hits) == 1 else _own_words(words, hits, number)
        award = Award(
            node.clause, int(hit["quota"]), _kind(hit["kind"]), unit.text if unit else None, text.trimmed().text
        )
        yield found(award, text)


def _nominator(node: Node, words: Piece) -> Piece | None:
    """The one body whose quota it is: no kind of award ("Tập thể: 05"), and not the body that gives the award."""
    led = leading_unit(words)
    unit = led.unit if led and node.kind is not Kind.HEADING else _heading_unit(node)
    return None if unit is None or _KIND_WORD.match(unit.flat) or _GIVES.search(unit.flat) else unit


def _kind(noun: str) -> str:
    return _KINDS.get(noun) or ("individual" if _PEOPLE.match(noun) else "collective")


def _heading_unit(node: Node) -> Piece | None:
    if node.kind is Kind.HEADING and node.heading is not None and node.parent >= 0 and is_unit(node.heading.text):
        return None if node.heading.flat.startswith(("tap the", "ca nhan", "ho ")) else node.heading
    return None


def _own_words(words: Piece, hits: list[re.Match[str]], number: int) -> Piece:
    """The words of one quota: from its figure to the next sign or the next figure."""
    start = hits[number].start()
    end = hits[number + 1].start() if number + 1 < len(hits) else len(words.text)
    part = words.cut(start, end)
    sign = re.search(r"\s*(?:[;,.]|\bvà)\s*$", part.text)
    return part.cut(0, sign.start()) if sign else part


def _row(node: Node) -> Iterator[Found[Award]]:
    """A table row: one quota for each column named after a kind, the unit in the cell that names a body."""
    texts = [words_of(cell) for cell in node.cells]
    unit = next((text for text in texts if is_unit(text) and not text.isdigit()), None)
    for place, column in enumerate(node.columns):
        kind = next((kind for kind, pattern in _COLUMN.items() if pattern.search(column)), None)
        if kind and texts[place].strip().isdigit() and int(texts[place]):
            yield found(Award(node.clause, int(texts[place]), kind, unit, texts[place]), *node.cells[place])
