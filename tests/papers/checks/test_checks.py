"""The list of checks: one file and one test file for each, and no check passes that had nothing to ask."""

import re
from importlib.resources import files
from pathlib import Path

from tests.conventions.tree import ROOT
from tests.papers.checks.looking import GREETING, PROSE, UNITS, sight
from tongket.core.findings import Level
from tongket.papers.checks import CHECKS, TITLES, run_checks
from tongket.papers.values import Assignment, Known
from tongket.reading.manuscript.values import Nature

# `Finding("code", …)`, `Finding("code" if … else "code", …)`, and codes handed on by the two checks that find two.
CODE = re.compile(r'Finding\(\s*"([a-z-]+)"(?: if [^,]+? else "([a-z-]+)")?|yield "(document-number|number-form)"')
NO_CHECKS = {
    "__init__",
    "anatomy",
    "sight",
    "counting",
    "speaking_of",
    "beside_review",
    "figures_in_tables",
    "above_tables",
}
HERE = Path(__file__).parent


def test_every_file_is_a_check_of_the_list_with_a_test() -> None:
    places = sorted(path.name[:-3] for path in files("tongket.papers.checks").iterdir() if path.name.endswith(".py"))
    checks = [name for name in places if name not in NO_CHECKS]

    assert sorted(rule.check.__module__.rpartition(".")[2] for rule in CHECKS) == checks
    assert [name for name in checks if not (HERE / f"test_{name}.py").is_file()] == []


def test_names_are_those_of_the_files_and_titles_differ() -> None:
    assert [rule.name.replace("-", "_") for rule in CHECKS] == [
        rule.check.__module__.rpartition(".")[2] for rule in CHECKS
    ]
    assert len(set(TITLES.values())) == len(CHECKS)


def test_check_with_nothing_to_compare_is_not_among_what_passed() -> None:
    bare = {result.check for result in run_checks(sight(GREETING, PROSE, nature=Nature.TEXT))}
    whole = sight(GREETING, PROSE, assignment=Assignment(UNITS[0], "Nêu kết quả."), known=Known(units=UNITS))

    assert bare.isdisjoint({"topic", "copied", "unit-names", "review-figures", "small-type", "condensed", "table-sums"})
    assert {"topic", "unit-names", "small-type", "condensed"} <= {result.check for result in run_checks(whole)}


def test_only_pages_and_minutes_stop() -> None:
    worst = sight("31/9/2024 và 1,900 công", pages=9, tight=8, syllables=9_000, missing=("☂",), lost=("chart",))

    stops = [
        finding.code for result in run_checks(worst) for finding in result.findings if finding.level is Level.BLOCKER
    ]

    assert stops == ["too-long", "too-slow"]


def test_every_code_has_a_row_in_the_document() -> None:
    folder = files("tongket.papers.checks")
    names = [rule.check.__module__.rpartition(".")[2] for rule in CHECKS]
    text = "".join(folder.joinpath(f"{name}.py").read_text(encoding="utf-8") for name in names)
    codes = {code for match in CODE.finditer(text) for code in match.groups() if code}
    rows = set(
        re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs/checking-papers.md").read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert rows == codes
