"""A difference as JSON and as plain lines; the command line and the API give the same."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from tongket.conferences.queries.difference_items import HOW_WORDS, Item
from tongket.conferences.queries.difference_page import DifferencePage, FactPart, FactShown


def as_json(page: DifferencePage) -> dict[str, Any]:
    """Duties by how they come out, facts by key, the conference itself, and the duties a person must decide over."""
    shown = [item for part in (*page.parts, page.moved) for group in part.groups for item in group.items]
    return {
        "from": page.old.ordinal,
        "to": page.new.ordinal if page.new else None,
        "open": [item.duty_id for item in page.open],
        "duties": [_duty(item) for item in (*page.open, *shown)],
        "same": page.same,
        "settled": [str(line) for line in page.lines],
        "facts": [fact for part in page.facts for fact in _facts(part)],
        "facts_moved": page.facts_moved,
    }


def _duty(item: Item) -> dict[str, Any]:
    return {
        "how": item.how,
        "id": item.duty_id or None,
        "kind": item.kind,
        "unit": item.unit_name,
        "clause": {"old": item.old_clause or None, "new": item.new_clause or None},
        "text": item.text,
        "changes": [str(line) for line in item.lines],
        "state": item.state if item.duty_id else None,
        "evidence": item.evidence,
        "plan_day": item.plan_day.isoformat() if item.plan_day else None,
    }


def _facts(part: FactPart) -> Iterator[dict[str, Any]]:
    for fact in part.facts:
        yield {
            "key": part.key,
            "how": fact.how,
            "clause": {"old": fact.old_clause or None, "new": fact.new_clause or None},
            "text": fact.text,
            "changes": [str(line) for line in fact.lines],
        }


def as_lines(page: DifferencePage) -> Iterator[str]:
    """The difference for the screen: what must be decided first, then duties, the conference, facts."""
    for item in page.open:
        yield f"? {item.duty_id:>6}  {_duty_line(item)}"
    for part in page.parts:
        yield f"{part.title}: {part.number}"
        yield from (f"  {_duty_line(item)}" for group in part.groups for item in group.items)
    yield f"{_(HOW_WORDS[page.moved.how])}: {page.moved.number}"
    yield _("Giữ nguyên: %(n)d") % {"n": page.same}
    yield from (str(line) for line in page.lines)
    for kind in page.facts:
        yield from (f"{_(kind.title)}: {fact.word.lower()} {_fact_line(fact)}" for fact in kind.facts)


def _duty_line(item: Item) -> str:
    place = " → ".join(dict.fromkeys(clause for clause in (item.old_clause, item.new_clause) if clause))
    changes = "; ".join(map(str, item.lines))
    return f"{place:<18} {item.kind:<11} {item.unit_name}" + (f" | {changes}" if changes else "")


def _fact_line(fact: FactShown) -> str:
    return "; ".join(map(str, fact.lines)) or fact.text
