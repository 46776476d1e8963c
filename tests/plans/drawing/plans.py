"""A random plan: what it says as facts, and the letter that says so."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from tests.plans.drawing import aims, content, duties, ends, issuers, marks, meeting
from tests.plans.drawing.body import Body
from tests.plans.drawing.names import MOVEMENTS, Draw, person
from tests.plans.writing.letter import Ending, Letter, Letterhead
from tongket.plans.facts import Basis, Facts, Signature

_CLOSING = (
    "Trên đây là Kế hoạch tổ chức hội nghị tổng kết, đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."
)


@dataclass(frozen=True, slots=True)
class Written:
    """A plan twice: as facts and as a letter."""

    facts: Facts
    letter: Letter


@dataclass(frozen=True, slots=True)
class _Head:
    """The head as facts and as printed."""

    issuer: issuers.Issuer
    number: str | None
    issued_on: date | None
    near: date
    printed: Letterhead


@st.composite
def plans(draw: Draw) -> Written:
    """Any plan that a careful office could issue."""
    head = _head(draw)
    title = f"Tổ chức hội nghị tổng kết {draw(st.sampled_from(MOVEMENTS))}"
    opening, bases = ends.opening(draw, head.issuer.spoken, head.near)
    body = Body(marks.style(draw))
    said = _body(draw, body, head.near)
    names, signer = ends.recipients(draw), person(draw)
    ending = Ending(ends.printed_recipients(names), (*head.issuer.authority, *head.issuer.position), signer)
    facts = _facts(head, title, bases, said, body, names, signer)
    return Written(facts, Letter(head.printed, "KẾ HOẠCH", title, opening, tuple(body.blocks), _CLOSING, ending))


def _head(draw: Draw) -> _Head:
    issuer = issuers.issuer(draw)
    line, number = ends.number(draw, issuer)
    dated, issued_on, near = ends.issue(draw, issuer.place)
    printed = Letterhead(issuer.above, (*issuer.own, *issuer.rule), issuer.motto, line, dated)
    return _Head(issuer, number, issued_on, near, printed)


def _body(draw: Draw, body: Body, near: date) -> dict[str, object]:
    """The parts of the body in the order of most plans, and what each of them says."""
    purpose = aims.purpose(draw, body)
    participants, time, venue = draw(st.sampled_from((meeting.together, meeting.apart)))(draw, body, near)
    matter = content.content(draw, body)
    budget = aims.budget(draw, body) if draw(st.booleans()) else []
    given = duties.duties(draw, body, near)
    return {
        "purpose": tuple(purpose),
        "participants": tuple(participants),
        "time": time,
        "venue": venue,
        "review": tuple(matter.review),
        "papers": tuple(matter.papers),
        "paper_limits": matter.limits,
        "exhibits": tuple(matter.exhibits),
        "awards": tuple(matter.awards),
        "nominators": tuple(matter.nominators),
        "budget": tuple(budget),
        "tasks": tuple(given.tasks),
        "deadlines": tuple(given.deadlines),
    }


def _facts(
    head: _Head, title: str, bases: list[Basis], said: dict[str, object], body: Body, names: list[str], signer: str
) -> Facts:
    issuer = head.issuer
    signature = Signature(" ".join(issuer.authority) or None, " ".join(issuer.position), signer)
    values: dict[str, object] = {
        "kind": "KẾ HOẠCH",
        "number": head.number,
        "issuer": " ".join(issuer.own),
        "place": issuer.place,
        "issued_on": head.issued_on,
        "title": title,
        "based_on": tuple(bases),
        "sections": tuple(body.sections),
        "recipients": tuple(names),
        "signature": signature,
    }
    return Facts(**values, **said)  # type: ignore[arg-type]
