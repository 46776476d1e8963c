"""Drafts to the outline: kinds are decided, clauses named, subjects handed down, closing sentences taken off."""

from collections.abc import Sequence

from tongket.plans.drafting import draft as drafted
from tongket.plans.headings import decide_all, is_subject
from tongket.plans.leads import short_lead
from tongket.plans.lexicon import Subject, is_unit, subjects_of
from tongket.plans.numbering import NUMBERED, Rank
from tongket.plans.outline import Draft, Kind, Node, Outline, words_after
from tongket.plans.wording import Piece, rule
from tongket.reading.document import Line

_CLOSING = rule(
    r"^\W*(?:trên đây là|(?:ban|uỷ ban|hội|đoàn|công đoàn|ubnd|ubmt|phòng|sở|"
    r"trường)[^.;:]{0,120}\b(?:đề nghị|yêu cầu)\b|"
    r"nhận được kế hoạch|trong quá trình|căn cứ kế hoạch này|kế hoạch này|đề nghị các|yêu cầu các|"
    r"đề nghị (?:\w+ ){1,12}(?:nghiêm túc|triển khai|thực hiện|quan tâm))"
)
_END_SIGN = ("./.", "./")


def build(lines: Sequence[Line], first: int, end: int) -> Outline:
    """The outline of the lines from `first` to `end`."""
    drafts = drafted(lines, first, end)
    closing = _closing(drafts)
    drafts = drafts[: len(drafts) - len(closing)]
    for draft in drafts:
        draft.children = [child for child in draft.children if child < len(drafts)]
    for draft, is_heading in zip(drafts, decide_all(drafts), strict=True):
        _set_kind(draft, is_heading=is_heading)
    clauses = _clauses(drafts)
    nodes: list[Node] = []
    for place, draft in enumerate(drafts):
        nodes.append(_node(nodes, draft, place, *clauses[place]))
    return Outline(tuple(nodes), tuple(draft.piece for draft in closing))


def _closing(drafts: Sequence[Draft]) -> list[Draft]:
    """The last paragraphs without mark that speak of the plan as a whole."""
    closing: list[Draft] = []
    for draft in reversed(drafts):
        if draft.mark is not None or draft.kind is Kind.ROW or len(closing) > 3:
            break
        closing.insert(0, draft)
    while closing and not _is_closing(closing[0], alone=len(closing) == 1):
        closing.pop(0)
    return closing


def _is_closing(draft: Draft, *, alone: bool) -> bool:
    text = draft.piece.text
    if _CLOSING.match(draft.piece.flat):
        return True
    return alone and text.endswith(_END_SIGN) and draft.parent < 0


def _set_kind(draft: Draft, *, is_heading: bool) -> None:
    if draft.kind in {Kind.ROW, Kind.CAPTION} or draft.mark is None:
        return
    if is_heading:
        draft.kind = Kind.HEADING
    else:
        draft.kind = Kind.POINT if draft.mark.rank in NUMBERED else Kind.ITEM


def _clauses(drafts: Sequence[Draft]) -> list[tuple[str | None, int]]:
    """For each draft the name of its clause and its level; items are counted under the numbered place above."""
    named: list[tuple[str | None, int]] = []
    counts: dict[int, int] = {}
    listing = _listing_holders(drafts)
    for draft in drafts:
        above = named[draft.parent] if draft.parent >= 0 else (None, 0)
        if draft.mark is not None and draft.kind in {Kind.HEADING, Kind.POINT}:
            named.append(_numbered(drafts, draft, above))
        elif draft.kind is Kind.CAPTION:
            named.append((above[0], above[1]))
        else:
            named.append((_counted(drafts, draft, counts, above=above[0], listing=listing), above[1]))
    return named


def _numbered(drafts: Sequence[Draft], draft: Draft, above: tuple[str | None, int]) -> tuple[str, int]:
    """`III` and `1.1` give `III.1.1`: a dotted label already holds the figures of the place above."""
    assert draft.mark is not None
    label, parent = draft.mark.label, draft.parent
    while parent >= 0 and draft.mark.rank is Rank.DOTTED and _holds_figures(drafts[parent]):
        parent = drafts[parent].parent
    root = _clause_of(drafts, parent)
    return (f"{root}.{label}" if root else label), above[1] + 1


def _holds_figures(draft: Draft) -> bool:
    return draft.mark is not None and draft.mark.rank in {Rank.ARABIC, Rank.DOTTED}


def _clause_of(drafts: Sequence[Draft], place: int) -> str | None:
    """The full label of a numbered place, captions and bullets passed over."""
    labels: list[str] = []
    skip = False
    while place >= 0:
        draft = drafts[place]
        if draft.mark is not None and draft.kind in {Kind.HEADING, Kind.POINT} and not (skip and _holds_figures(draft)):
            labels.insert(0, draft.mark.label)
            skip = draft.mark.rank is Rank.DOTTED
        place = draft.parent
    return ".".join(labels) or None


def _counted(
    drafts: Sequence[Draft], draft: Draft, counts: dict[int, int], *, above: str | None, listing: frozenset[int]
) -> str | None:
    """Bullets, lettered points and rows are counted from 1; paragraphs only where there is nothing else.

    A bullet under a bullet stands at the place of the upper one.
    """
    if draft.parent >= 0 and drafts[draft.parent].kind is Kind.ITEM:
        return above
    holder = _counting_holder(drafts, draft)
    if draft.kind is Kind.PARAGRAPH and holder in listing:
        return above
    counts[holder] = counts.get(holder, 0) + 1
    root = _clause_of(drafts, holder)
    return f"{root}/{counts[holder]}" if root else None


def _counting_holder(drafts: Sequence[Draft], draft: Draft) -> int:
    place = draft.parent
    while place >= 0 and drafts[place].kind in {Kind.CAPTION, Kind.ITEM}:
        place = drafts[place].parent
    return place


def _listing_holders(drafts: Sequence[Draft]) -> frozenset[int]:
    """The places under which bullets, lettered points or table rows are counted."""
    return frozenset(_counting_holder(drafts, draft) for draft in drafts if draft.kind in {Kind.ITEM, Kind.ROW})


def _node(nodes: Sequence[Node], draft: Draft, place: int, clause: str | None, level: int) -> Node:
    words = words_after(draft)
    split = short_lead(words)
    heading, text = None, words
    if draft.kind in {Kind.HEADING, Kind.CAPTION}:
        heading, text = (split[0], split[1]) if split else (words.trimmed(), words.cut(len(words.text)))
    lead, value = split if split else (None, None)
    own = _own_subjects(nodes, draft, heading, lead)
    inherited = nodes[draft.parent].subjects if draft.parent >= 0 else frozenset()
    return Node(
        place=place,
        kind=draft.kind,
        mark=draft.mark,
        clause=clause,
        level=level,
        parent=draft.parent,
        children=tuple(draft.children),
        heading=heading,
        text=text.trimmed() if text.text else None,
        lead=lead,
        value=value.trimmed() if value else None,
        subjects=own or inherited,
        cells=draft.cells,
        columns=draft.columns,
    )


def _own_subjects(nodes: Sequence[Node], draft: Draft, heading: Piece | None, lead: Piece | None) -> frozenset[Subject]:
    """What the place itself announces; a body named under the assignments announces nothing of its own."""
    above = nodes[draft.parent].subjects if draft.parent >= 0 else frozenset()
    if heading is not None:
        if Subject.TASKS in above and is_unit(heading.text):
            return frozenset()
        found = subjects_of(heading.text)
        if Subject.REVIEW in above and found == {Subject.CONTENT}:
            return frozenset()
        if above & _STRONG and not found & above and found <= _WEAK:
            return frozenset()
        return found or (frozenset({Subject.OTHER}) if draft.parent < 0 else frozenset())
    if lead is None or Subject.TASKS in above:
        return frozenset()
    own = is_subject(lead) & _LABELS
    return frozenset() if above & _STRONG and own <= _WEAK else own


# "Số lượng", "Thời gian" under "Khen thưởng" speak of the awards.
_STRONG = frozenset({Subject.AWARDS, Subject.PAPERS, Subject.EXHIBITS, Subject.NOMINATION, Subject.BUDGET})
_WEAK = frozenset({Subject.PARTICIPANTS, Subject.TIME, Subject.VENUE, Subject.CONTENT, Subject.PURPOSE})
_LABELS = frozenset({Subject.TIME, Subject.VENUE, Subject.PARTICIPANTS, Subject.BUDGET, Subject.DEADLINES})
