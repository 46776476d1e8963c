"""Notices: the host announces whatever the plan leaves open about time and place."""

from collections.abc import Iterator

from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.derive.matter import Matter
from tongket.conferences.derive.wording import TO_BE_ANNOUNCED
from tongket.conferences.rules import DutyKind
from tongket.core.text import clean


def notices(matter: Matter) -> Iterator[DutyDraft]:
    """One duty of the host for each clause that promises to announce the time or the place later."""
    time, venue = matter.facts.time, matter.facts.venue
    open_texts = [time.text] if time and (time.tentative or time.earliest is None) else []
    open_texts += [venue.name] if venue and venue.name and TO_BE_ANNOUNCED.search(venue.name.lower()) else []
    seen: set[str | None] = set()
    for text in open_texts:
        clause = _place_of(text, matter)
        if TO_BE_ANNOUNCED.search(text.lower()) and clause not in seen:
            seen.add(clause)
            yield matter.draft(DutyKind.NOTICE, matter.owners.host_owner(), clause, (), text)


def _place_of(text: str, matter: Matter) -> str | None:
    """The clause whose own words hold `text`: the last one that does is the most precise."""
    wanted = clean(text).rstrip(".;")
    holding = [clause.clause for clause in matter.clauses if wanted in clean(f"{clause.heading or ''} {clause.text}")]
    return holding[-1] if holding else None
