"""All checks together: each is listed, tested and sourced; of the model plan they say what a clerk would."""

import re
import time
from itertools import chain
from pathlib import Path

import pytest

from tests.plans.checks.judging import plan
from tests.plans.test_model_plan import MODEL
from tests.plans.test_samples import ASIDE, PLANS
from tongket.core.findings import compose
from tongket.plans import checks
from tongket.plans.checks import CHECKS, run_checks
from tongket.plans.facts import Task
from tongket.plans.read import read_plan

PACKAGE = Path(checks.__file__).parent
FILES = sorted(path for path in PACKAGE.glob("*.py") if "def check(" in path.read_text(encoding="utf-8"))
SOURCE = re.compile(r"Decree|Directive|Law |Circular|[Hh]abit|Plan, |RFC|calendar")


def test_every_file_with_a_rule_is_asked_once() -> None:
    asked = [name.replace("-", "_") for name, _ in CHECKS]

    assert sorted(asked) == [path.stem for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rule_has_its_source_in_one_line_and_a_test_file(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert SOURCE.search(first)
    assert first.endswith('."""')
    assert Path(__file__).with_name(f"test_{path.stem}.py").exists()


def test_there_are_more_than_25_kinds_of_finding() -> None:
    literal = re.compile(r'^\s*\(?"([a-z]+(?:-[a-z]+)+)",', re.MULTILINE)

    kinds = {code for path in FILES for code in literal.findall(path.read_text(encoding="utf-8"))}

    assert len(kinds) > 40


def test_model_plan_is_told_its_own_faults_and_no_others() -> None:
    found = [finding.code for result in run_checks(read_plan(MODEL)) for finding in result.findings]

    assert found == [
        "time-to-announce",
        "deadline-day",
        "deadline-too-soon",
        "scope-words",
        "unit-named-twice",
        "award-without-form",
        "nominations-without-deadline",
        "owes-not-recipient",
        "free-mail",
        "no-number",
        "keep-without-colon",
    ]


@pytest.mark.parametrize("path", [*PLANS, *ASIDE], ids=lambda path: path.name)
def test_every_sentence_about_a_sample_fills_its_gaps(path: Path) -> None:
    findings = chain.from_iterable(result.findings for result in run_checks(read_plan(path)))

    for finding in findings:
        sentence = compose(finding)
        assert sentence.found
        assert sentence.wanted
        assert sentence.todo
        assert "{" not in str(sentence)


@pytest.mark.slow
def test_checks_of_a_long_plan_take_seconds_not_minutes() -> None:
    units = [f"Hội Nông dân xã Số {number}" for number in range(1500)]
    places = {f"IV.{number}": f"Gửi về hop{number}@tayha.example.vn {'a' * 200}" for number in range(1500)}
    tasks = tuple(Task(f"IV.{number}", unit, "Gửi báo cáo") for number, unit in enumerate(units))
    long = plan({**places, "V": "a" * 200_000 + "@" + "." * 20_000}, tasks=tasks, recipients=tuple(units[:500]))

    began = time.perf_counter()
    run_checks(long)

    assert time.perf_counter() - began < 10
