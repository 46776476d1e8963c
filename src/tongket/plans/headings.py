"""Heading or content: whether a numbered line names what follows or is the content itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.plans.bodies import given_unit, leading_unit
from tongket.plans.leads import short_lead
from tongket.plans.lexicon import ORDER, Subject, is_unit, subjects_of
from tongket.plans.numbering import NUMBERED, Rank
from tongket.plans.outline import Draft, words_after
from tongket.plans.wording import Piece, is_capitals, opens_small

_SHORT_NAME = 5
_TOP = frozenset({Rank.PART, Rank.ARTICLE, Rank.ROMAN, Rank.CAPITAL})


@dataclass(frozen=True, slots=True)
class _Siblings:
    """How many lines of one family under one place are surely headings, and how many surely content."""

    yes: int
    no: int


def decide_all(drafts: Sequence[Draft]) -> list[bool]:
    """For each draft whether it is a heading: by its own words, else by those of its siblings."""
    verdicts = [None if draft.mark is None else _verdict(draft) for draft in drafts]
    groups: dict[tuple[int, Rank], list[bool | None]] = {}
    for draft, verdict in zip(drafts, verdicts, strict=True):
        if draft.mark is not None:
            groups.setdefault((draft.parent, draft.mark.rank), []).append(verdict)
    counts = {key: _Siblings(group.count(True), group.count(False)) for key, group in groups.items()}
    return [
        draft.mark is not None and _decide(draft, counts[draft.parent, draft.mark.rank], verdict=verdict)
        for draft, verdict in zip(drafts, verdicts, strict=True)
    ]


def _decide(draft: Draft, siblings: _Siblings, *, verdict: bool | None) -> bool:
    if verdict is None:
        if siblings.yes or siblings.no:
            return siblings.yes > siblings.no
        return bool(draft.children) or _has_short_lead(draft)
    # A lettered line with a label is a heading beside lettered headings.
    lettered = draft.mark is not None and draft.mark.rank is Rank.LETTER
    return verdict or (lettered and siblings.yes > 0 and short_lead(words_after(draft)) is not None)


def _has_short_lead(draft: Draft) -> bool:
    """`1. Ở phường: tổ chức hội nghị` names a matter and says it at once."""
    lead = short_lead(words_after(draft))
    return lead is not None and len(lead[0].text.split()) <= 8 and not ORDER.match(lead[0].spoken)


def _verdict(draft: Draft) -> bool | None:
    """True or False where the line itself tells, None where its siblings must."""
    words = words_after(draft)
    assert draft.mark is not None
    if draft.mark.rank not in NUMBERED:
        return _lettered(draft, words)
    if is_capitals(words.text) or draft.mark.rank is Rank.PART:
        return len(words.text) < 300
    lead = short_lead(words)
    if lead is not None:
        return _with_lead(draft, *lead)
    if draft.bold and len(words.text) < 200 and not words.text.endswith(";"):
        return True
    return _without_colon(draft, words)


def _with_lead(draft: Draft, head: Piece, value: Piece) -> bool | None:
    """`1. Thời gian: …` names what follows; so does a capital heading, and a body that is given its work."""
    if not value.text:
        return True if len(head.text.split()) <= 30 else None
    if is_capitals(head.text) or draft.mark.rank in _TOP:  # type: ignore[union-attr]
        return True
    if len(head.text.split()) > 14 or (ORDER.match(head.spoken) and not subjects_of(head.text)):
        return None if draft.children else False
    if subjects_of(head.text) or is_unit(head.text):
        return None if opens_small(value.text) and not draft.children else True
    return None


def _without_colon(draft: Draft, words: Piece) -> bool | None:
    count = len(words.text.split())
    ended = words.text.endswith((".", ";")) and not words.text.endswith("...")
    if draft.mark.rank in _TOP:  # type: ignore[union-attr]
        return count <= 30 and (not ended or count <= 12)
    if is_unit(words.text) and leading_unit(words) is not None:
        return False if ended else None
    if ended and given_unit(words) is not None:
        return False
    if ended:
        return bool(draft.children) and count <= 5 if not is_unit(words.text) else bool(draft.children)
    if count > 30:
        return False
    # A body with nothing below it may be one of a list: guests, speakers of the day.
    return True if draft.children or (is_unit(words.text) and count <= _SHORT_NAME) else None


def _lettered(draft: Draft, words: Piece) -> bool:
    """A lettered line is a heading only when it is short and something stands under it."""
    if not draft.children or draft.mark.rank not in {Rank.LETTER, Rank.BRACKET}:  # type: ignore[union-attr]
        return False
    return len(words.text.split()) <= 25 and not words.text.endswith((";", "."))


def is_subject(piece: Piece) -> frozenset[Subject]:
    """The subjects a lead announces, when it is short enough to be a label."""
    return subjects_of(piece.text) if len(piece.text.split()) <= 14 else frozenset()
