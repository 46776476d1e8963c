"""The kinds of document: complete with samples, right in form, documented, replaceable."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.kinds.samples import sample_of
from tests.factories.conferences import make_conference
from tongket.conferences.models import Conference
from tongket.core.findings import Level
from tongket.documents.bodies import shipped
from tongket.documents.checks import check_document
from tongket.documents.kinds import KINDS, Kind, register_kind
from tongket.documents.queries.making import made
from tongket.documents.queries.texts import TemplateText

CODES = (
    "plan",
    "request",
    "urge",
    "outline",
    "notice",
    "invitation",
    "programme",
    "proposal",
    "council_minutes",
    "decision",
    "certificate",
    "minutes",
    "conclusion",
    "summary_report",
    "delegate_list",
    "confirmation",
    "correction",
    "recommendations",
    "cancellation",
)
DOCS = Path(__file__).parents[3] / "docs" / "documents.md"


@pytest.fixture
def registry() -> Iterator[dict[str, Kind]]:
    kept = dict(KINDS)
    yield KINDS
    KINDS.clear()
    KINDS.update(kept)


def test_kinds_are_those_of_a_conference_in_their_order() -> None:
    assert tuple(KINDS) == CODES


def test_a_later_room_takes_a_kind_over(registry: dict[str, Kind]) -> None:
    register_kind(replace(KINDS["decision"], values=lambda _conference, _options: {"muc_thuong": 1}))

    assert registry["decision"].values(Conference(), {}) == {"muc_thuong": 1}
    assert tuple(registry) == CODES


@pytest.mark.parametrize("code", CODES)
def test_samples_leave_nothing_missing(code: str) -> None:
    kind, body = KINDS[code], shipped(code)

    text = made(kind, TemplateText(body.subject, body.text), kind.sample)

    assert text.missing == ()
    assert "[thiếu" not in text.subject + text.body


@pytest.mark.parametrize("code", CODES)
def test_every_kind_is_right_in_form(db: None, code: str) -> None:
    whole = sample_of(code, make_conference())

    found = [finding.code for result in check_document(whole) for finding in result.findings]
    stops = [
        finding.code
        for result in check_document(whole)
        for finding in result.findings
        if finding.level is Level.BLOCKER
    ]
    assert (stops, found) == ([], [])


def documented(kind: Kind) -> str:
    """The row of a kind in the table of the documentation."""
    gaps = ", ".join(f"`{gap}`" for gap in kind.gaps) or "–"
    values = ", ".join(f"`{name.name}`" for name in kind.names if name.name not in kind.gaps)
    return f"| `{kind.code}` | {kind.label} | {kind.abbreviation or '–'} | {values} | {gaps} |"


def test_the_table_of_kinds_is_right() -> None:
    rows = re.findall(r"^\| `\w+` \| .+\|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)

    assert [row for row in rows if row.count("|") == 6] == [documented(kind) for kind in KINDS.values()]
