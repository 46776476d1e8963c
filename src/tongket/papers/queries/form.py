"""What the papers of a conference are measured by, and who says so: the plan, the office, or this product."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from tongket.conferences.models import Conference, PlanVersion
from tongket.core.audit import reference
from tongket.documents.kinds.known import facts_of, setting_on, version_of
from tongket.papers.models import Paper, PaperVersion
from tongket.papers.values import Limits, StandardForm, shipped_limits, standard_form
from tongket.plans.plan import Span
from tongket.reading.manuscript.values import Sheet

FORM_KEY = "papers.form"
LIMITS_KEY = "papers.limits"
LIMIT_MARK = "paper_limits"


class SetBy(StrEnum):
    """Who says a value: the plan, the office, or nobody, so that the shipped one holds."""

    PLAN = "plan"
    OFFICE = "office"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Ruled:
    """The form and limits of a conference; `sources` says by the name of each value who set it, if anybody did.

    `settled` are the limits that stand in the conference's own settings, from its plan or by its office.
    """

    form: StandardForm
    limits: Limits
    sources: dict[str, SetBy]
    settled: frozenset[str] = frozenset()

    def as_json(self) -> dict[str, Any]:
        """As a version keeps what it was measured by."""
        return {"form": asdict(self.form), "limits": asdict(self.limits)}


def ruled_by(conference: Conference, *, on: date) -> Ruled:
    """What the papers of a conference are measured by on a day; four queries.

    The plan's limits come first, as the office settled them where it did; then the office's settings; then ours.
    """
    own_form = _own(FORM_KEY, conference, on)
    own_limits = _own(LIMITS_KEY, conference, on)
    plan = {"pages": conference.paper_pages, "minutes": conference.paper_minutes}
    said = {name: float(value) for name, value in plan.items() if value is not None}
    version = version_of(conference)
    says = facts_of(version).paper_limits
    by_plan = {name for name in said if says is not None and getattr(says, name) == plan[name]}
    shipped = shipped_limits()
    limits = replace(shipped, **own_limits | said, clause=_clause(version) if by_plan else None)
    sources = dict.fromkeys([*own_form, *own_limits, *said], SetBy.OFFICE) | dict.fromkeys(by_plan, SetBy.PLAN)
    return Ruled(standard_form(own_form), limits, sources, frozenset(said))


def is_outdated(version: PaperVersion | None, ruled: Ruled) -> bool:
    """Whether a version was measured by another form or other limits than hold for its paper now."""
    return version is not None and bool(version.form) and version.form != ruled.as_json()


def form_of(kept: Mapping[str, Any]) -> StandardForm:
    """The form that a version was measured by, out of what its row keeps; the shipped one where it keeps none."""
    said = kept.get("form")
    if not said:
        return standard_form()
    return StandardForm(sheet=Sheet(**said["sheet"]), **{name: said[name] for name in said if name != "sheet"})


def ruled_for(paper: Paper, ruled: Ruled) -> Ruled:
    """The same with this paper's own limits and its speaker's rate; asks nothing.

    A speaker's own rate moves the fast one along by as much.
    """
    own: dict[str, float] = {}
    if paper.pages is not None:
        own["pages"] = float(paper.pages)
    if paper.minutes is not None:
        own["minutes"] = float(paper.minutes)
    if paper.rate is not None:
        own["rate"] = float(paper.rate)
        own["fast_rate"] = round(paper.rate * ruled.limits.fast_rate / ruled.limits.rate, 1)
    if not own:
        return ruled
    clause = None if "pages" in own and "minutes" in own else ruled.limits.clause
    limits = replace(ruled.limits, **own, clause=clause)
    return replace(ruled, limits=limits, sources=ruled.sources | dict.fromkeys(own, SetBy.OFFICE))


def _own(key: str, conference: Conference, on: date) -> dict[str, float]:
    """The numbers that the office set; a name that nobody knows any more is left aside."""
    found = setting_on(key, reference(conference), on)
    known = {*asdict(shipped_limits())} if key == LIMITS_KEY else names_of_form()
    values = found if isinstance(found, dict) else {}
    return {name: float(value) for name, value in values.items() if name in known and isinstance(value, int | float)}


def names_of_form() -> tuple[str, ...]:
    """The names of the values of the form that an office may set, the sheet's first."""
    shipped = asdict(standard_form())
    sheet = shipped.pop("sheet")
    return (*sheet, *(name for name, value in shipped.items() if isinstance(value, int | float)))


def _clause(version: PlanVersion | None) -> str | None:
    """The place of the plan that sets the limits: the innermost clause around the words they were read from."""
    marks = [mark for mark in version.marks if mark["path"].split("/")[0] == LIMIT_MARK] if version else []
    if version is None or not marks or not marks[0]["spans"]:
        return None
    line = Span(*marks[0]["spans"][0]).line
    around = version.clauses.filter(first_line__lte=line, last_line__gte=line)
    return around.order_by("-level", "-ordinal").values_list("name", flat=True).first()
