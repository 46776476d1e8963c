"""The sheets of a version drawn for the browser, kept for a while: every page of a paper asks for the same drawing."""

import json
from functools import lru_cache

from tongket.papers.models import PaperVersion
from tongket.papers.queries.form import form_of
from tongket.papers.queries.manuscripts import manuscript_of
from tongket.papers.render.standard import svg_pages

# A dozen papers being looked at, a few hundred kilobytes each.
_KEPT = 12


def sheets_of(version: PaperVersion) -> tuple[str, ...]:
    """Each page of a version in the form it was measured by, as SVG; nothing where it was not read."""
    return _drawn(version.pk, json.dumps(version.form, sort_keys=True)) if version.manuscript else ()


@lru_cache(maxsize=_KEPT)
def _drawn(version_id: int, form: str) -> tuple[str, ...]:
    """A version never changes, its form may: both are the key."""
    version = PaperVersion.objects.get(pk=version_id)
    manuscript = manuscript_of(version)
    return svg_pages(manuscript, form_of(json.loads(form))) if manuscript else ()
