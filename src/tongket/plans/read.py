"""A plan out of a document: paragraphs, parts, outline, then one small reader for each kind of fact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from tongket.core.findings import words
from tongket.plans.building import build
from tongket.plans.doubts import doubted
from tongket.plans.drafting import heads_list, is_label
from tongket.plans.facts import Facts
from tongket.plans.numbering import NUMBERED, read_mark
from tongket.plans.outline import Kind, Outline
from tongket.plans.paragraphs import mend
from tongket.plans.plan import Clause, Evidence, Plan
from tongket.plans.readers.awards import read_awards
from tongket.plans.readers.basis import read_basis
from tongket.plans.readers.budget import read_budget
from tongket.plans.readers.deadlines import read_deadlines
from tongket.plans.readers.exhibits import read_exhibits
from tongket.plans.readers.header import read_issuer, read_kind, read_number, read_place_and_date
from tongket.plans.readers.nominators import read_nominators
from tongket.plans.readers.paper_limits import read_paper_limits
from tongket.plans.readers.papers import read_papers
from tongket.plans.readers.participants import read_participants
from tongket.plans.readers.purpose import read_purpose
from tongket.plans.readers.recipients import read_recipients
from tongket.plans.readers.review import read_review
from tongket.plans.readers.sections import read_sections
from tongket.plans.readers.signature import read_signature
from tongket.plans.readers.tasks import read_tasks
from tongket.plans.readers.time_and_place import read_time, read_venue
from tongket.plans.readers.title import read_title
from tongket.plans.sheet import Found, Sheet
from tongket.plans.wording import Piece, is_capitals
from tongket.plans.zones import Zones, locate, subject_end
from tongket.reading.document import Document, Line
from tongket.reading.safely import read_safely

T = TypeVar("T")


def read_plan(path: Path) -> Plan:
    """The plan in the file at `path`, parsed in a child process; raises Unreadable, and OSError without a file."""
    return read_document(read_safely(path.read_bytes(), name=path.name))


def read_document(document: Document) -> Plan:
    """The plan in `document`; a document of another kind is read as far as it goes. Raises nothing."""
    paragraphs = mend(document)
    lines = paragraphs.lines
    sheet = _sheet(lines)
    gathered = _Gathered()
    facts = _facts(sheet, gathered)
    is_plan = facts.kind is not None and "KẾ HOẠCH" in facts.kind
    nature = "" if is_plan else _nature(facts, sheet)
    evidence = doubted(facts, gathered.evidence, is_plan=is_plan)
    evidence = _by_machine(evidence) if document.is_recognised else evidence
    return Plan(facts, evidence, _clauses(sheet.outline), lines, paragraphs.mendings, is_plan, nature)


def _sheet(lines: Sequence[Line]) -> Sheet:
    zones = locate(lines)
    start = _outline_start(lines, zones)
    head_end = zones.title if zones.kind is None else zones.kind
    title_end = zones.opening if zones.kind is not None else subject_end(lines, zones)
    sheet = Sheet(
        zones,
        (*_pieces(lines, zones.head, head_end), *_pieces(lines, title_end, zones.opening)),
        _pieces(lines, zones.title, title_end),
        _pieces(lines, zones.opening, start),
        build(lines, start, zones.tail),
        _pieces(lines, zones.tail, zones.after),
    )
    issued_on = read_place_and_date(sheet).issued_on.value
    return Sheet(sheet.zones, sheet.head, sheet.title, sheet.opening, sheet.outline, sheet.tail, issued_on)


def _pieces(lines: Sequence[Line], first: int, end: int) -> tuple[Piece, ...]:
    return tuple(Piece(lines[place].text, place) for place in range(first, end))


def _outline_start(lines: Sequence[Line], zones: Zones) -> int:
    """The first numbered line or heading in capitals after the opening; the opening itself where there is none."""
    for place in range(zones.opening, zones.tail):
        text = lines[place].text
        mark = read_mark(text)
        if (mark is not None and mark.rank in NUMBERED) or (is_capitals(text) and len(text.split()) > 1):
            return place
        if heads_list(lines, place, zones.tail) or (is_label(text) and not text.endswith(":")):
            return place
    return zones.opening


# A letter read off a picture may be any other; the reader's rules cannot tell.
_SURE_OF_PICTURES = 0.6
_FROM_PICTURE = words("Chữ do máy nhận ra từ bản quét hoặc ảnh chụp; so lại với bản giấy.")


def _by_machine(evidence: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """The evidence of facts whose letters were read off a picture: none of them is sure."""
    return {
        name: replace(each, sure=min(each.sure, _SURE_OF_PICTURES), doubt=each.doubt or _FROM_PICTURE)
        for name, each in evidence.items()
    }


class _Gathered:
    """Takes the values out of what the readers found and keeps the evidence under the name of each fact."""

    def __init__(self) -> None:
        self.evidence: dict[str, Evidence] = {}

    def one(self, name: str, fact: Found[T]) -> T:
        """The value of a single fact."""
        self.evidence[name] = fact.evidence
        return fact.value

    def many(self, name: str, rows: Iterable[Found[T]]) -> tuple[T, ...]:
        """The values of the rows of a list, their evidence numbered from 0."""
        values = []
        for number, row in enumerate(rows):
            self.evidence[f"{name}/{number}"] = row.evidence
            values.append(row.value)
        return tuple(values)


def _facts(sheet: Sheet, take: _Gathered) -> Facts:
    place_and_date = read_place_and_date(sheet)
    return Facts(
        kind=take.one("kind", read_kind(sheet)),
        number=take.one("number", read_number(sheet)),
        issuer=take.one("issuer", read_issuer(sheet)),
        place=take.one("place", place_and_date.place),
        issued_on=take.one("issued_on", place_and_date.issued_on),
        title=take.one("title", read_title(sheet)),
        based_on=take.many("based_on", read_basis(sheet)),
        sections=take.many("sections", read_sections(sheet)),
        purpose=take.many("purpose", read_purpose(sheet)),
        participants=take.many("participants", read_participants(sheet)),
        time=take.one("time", read_time(sheet)),
        venue=take.one("venue", read_venue(sheet)),
        review=take.many("review", read_review(sheet)),
        papers=take.many("papers", read_papers(sheet)),
        paper_limits=take.one("paper_limits", read_paper_limits(sheet)),
        awards=take.many("awards", read_awards(sheet)),
        nominators=take.many("nominators", read_nominators(sheet)),
        exhibits=take.many("exhibits", read_exhibits(sheet)),
        deadlines=take.many("deadlines", read_deadlines(sheet)),
        tasks=take.many("tasks", read_tasks(sheet)),
        budget=take.many("budget", read_budget(sheet)),
        recipients=take.many("recipients", read_recipients(sheet)),
        signature=take.one("signature", read_signature(sheet)),
    )


_NATURES = {
    "THÔNG BÁO": words("Văn bản này có vẻ là thông báo, không phải kế hoạch."),
    "HƯỚNG DẪN": words("Văn bản này có vẻ là hướng dẫn, không phải kế hoạch."),
    "QUYẾT ĐỊNH": words("Văn bản này có vẻ là quyết định, không phải kế hoạch."),
    "BÁO CÁO": words("Văn bản này có vẻ là báo cáo, không phải kế hoạch."),
    "GIẤY MỜI": words("Văn bản này có vẻ là giấy mời, không phải kế hoạch."),
}
_OTHER_KIND = words("Văn bản này có tên loại khác, không phải kế hoạch.")
_LETTER = words("Văn bản này có vẻ là công văn, không phải kế hoạch.")
_ARTICLE = words("Văn bản này có vẻ là tin, bài, không phải kế hoạch.")


def _nature(facts: Facts, sheet: Sheet) -> str:
    """What a document without the word KẾ HOẠCH seems to be."""
    if facts.kind is not None:
        return next((nature for kind, nature in _NATURES.items() if kind in facts.kind), _OTHER_KIND)
    return _LETTER if sheet.head and facts.title else _ARTICLE


def _clauses(outline: Outline) -> tuple[Clause, ...]:
    """The places that can be cited, in order."""
    clauses = []
    for node in outline:
        if node.clause is None or node.kind is Kind.CAPTION:
            continue
        parent = next((above.clause for above in outline.above(node) if above.clause), None)
        label = node.mark.label if node.mark else ""
        heading = node.heading.text if node.heading else None
        first = node.heading or node.text
        line = first.line if first else 0
        clauses.append(
            Clause(node.clause, label, heading, node.text.text if node.text else "", node.level, parent, (line, line))
        )
    return tuple(clauses)
