"""All checks together: each is listed, sourced, tested by a fault of its own, and written down in the handbook."""

import importlib
import re
from pathlib import Path

import pytest

from tests.documents.checks import right
from tests.documents.checks.judging import Spoiled, findings
from tongket.core.findings import compose
from tongket.documents import checks
from tongket.documents.checks import CHECKS
from tongket.documents.checks.rule_values import form_of, full_source, rule_of, rules
from tongket.documents.render.values import Profile

PACKAGE = Path(checks.__file__).parent
FILES = sorted(path for path in PACKAGE.glob("*.py") if "\ndef check(" in path.read_text(encoding="utf-8"))
HANDBOOK = Path(__file__).parents[3] / "docs/checking-documents.md"
SPOILED: list[Spoiled] = [
    each for path in FILES for each in importlib.import_module(f"tests.documents.checks.test_{path.stem}").SPOILED
]


def test_every_file_with_a_rule_is_asked_once() -> None:
    assert sorted(name.replace("-", "_") for name, _ in CHECKS) == [path.stem for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rule_has_its_source_in_one_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert re.search(r"Decree 30/2020/NĐ-CP", first)
    assert first.endswith('."""')


def test_every_rule_is_broken_by_a_document_of_its_own() -> None:
    broken = {rule_of(spoiled.code) for spoiled in SPOILED}

    assert broken == set(rules())
    assert len(SPOILED) > 120


@pytest.mark.parametrize("spoiled", SPOILED[::4], ids=lambda spoiled: spoiled.code)
def test_sentences_fill_their_gaps_and_name_the_source(spoiled: Spoiled) -> None:
    for finding in findings(spoiled.sheet, spoiled.profile):
        sentence = compose(finding)
        assert sentence.found
        assert sentence.wanted
        assert sentence.todo
        assert "{" not in str(sentence)
        assert re.match(r"Nghị định 30/2020/NĐ-CP|Hướng dẫn 36|thông lệ", str(finding.values["source"]))


def test_a_rule_of_another_profile_is_not_asked() -> None:
    sheet = right.decision().drop("foot_right", 1)

    assert [finding.code for finding in findings(sheet, Profile.DECREE)] == ["authority-deputy"]
    assert findings(sheet, Profile.FRONT) == []


@pytest.mark.parametrize("profile", list(Profile))
def test_every_rule_of_a_profile_has_a_known_level_and_source(profile: Profile) -> None:
    form = form_of(profile)
    asked = [code for code in rules() if form.asks(code)]

    assert all(rules()[code]["level"] in {"blocker", "approval", "advice"} for code in rules())
    assert all(full_source(form.source(code)) != form.source(code) for code in asked)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("PL1 II.4", "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4"),
        ("PL3", "Nghị định 30/2020/NĐ-CP, Phụ lục III"),
        ("PL2 V.7", "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.7"),
        ("HD36", "Hướng dẫn 36-HD/VPTW"),
        ("MTTQ, the model plan", "thông lệ của Mặt trận"),
        ("our choice", "our choice"),
    ],
)
def test_source_is_written_so_that_it_can_be_looked_up(short: str, full: str) -> None:
    assert full_source(short) == full


def test_error_finding_without_a_rule_is_a_fault_of_the_code() -> None:
    with pytest.raises(KeyError, match="no rule for the finding 'colour-of-paper'"):
        rule_of("colour-of-paper")


def test_handbook_lists_every_rule_with_its_sources() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    rows = {
        code: f"| `{code}` | {row['level']} | {row.get('nd30') or '–'} | {row.get('mttq', row.get('nd30')) or '–'} | "
        f"{row.get('dang') or '–'} |"
        for code, row in rules().items()
    }

    assert [code for code, row in rows.items() if row not in text] == []
