"""Search inside one conference as JSON: what the search page finds, with the same rights."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from tongket.conferences.access import conference_for
from tongket.conferences.queries.search import LONGEST, Assigned, find
from tongket.core.text import clean

router = Router(tags=["conferences"])


@router.get("/{int:conference_id}/search")
def search(request: HttpRequest, conference_id: int, q: str) -> dict[str, Any]:
    """Units, duties and clauses whose words hold all asked words, whatever the accents."""
    conference, rights = conference_for(request, conference_id)
    found = find(conference, rights, clean(q)[:LONGEST])
    return {
        "units": [{"id": unit.pk, "name": unit.name} for unit in found.units],
        "duties": [_assigned(each) for each in found.assigned],
        "clauses": [{"clause": each.clause, "heading": each.heading, "text": each.text} for each in found.clauses],
        "is_cut": found.is_cut,
    }


def _assigned(each: Assigned) -> dict[str, Any]:
    owers = [{"duty": duty_id, "unit": name} for duty_id, name in each.owers]
    return {"kind": each.duty.kind, "clause": each.duty.clause, "text": each.text, "owers": owers}
