"""Every example of docs/reading-plans.md is run as it stands, and reading a plan loads nothing of the web."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conventions.tree import ROOT
from tests.plans.test_model_plan import MODEL
from tongket import plans
from tongket.cli import main

PAGE = (ROOT / "docs/reading-plans.md").read_text(encoding="utf-8")
CONSOLE = [block.split("\n") for block in re.findall(r"^    \$ tongket ((?:.*\n)+?)(?=    \$|\n)", PAGE, re.MULTILINE)]
WEB = {"django", "ninja", "uvicorn", "whitenoise", "asgiref", "django_tasks", "psycopg", "sqlite3"}


@pytest.mark.slow
def test_python_examples_give_what_they_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    examples = doctest.DocTestParser().get_doctest(
        PAGE.replace("\n…\n", "\n...\n"), {"folder": tmp_path}, "reading-plans", "docs/reading-plans.md", 0
    )

    result = doctest.DocTestRunner(optionflags=flags).run(examples)

    assert (result.failed, result.attempted > 25) == (0, True)


@pytest.mark.parametrize("block", CONSOLE, ids=lambda block: block[0])
def test_commands_print_what_they_show(
    block: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    main(block[0].split())

    shown = [line.removeprefix("    ") for line in block[1:] if line.strip()]
    printed = capsys.readouterr().out.splitlines()
    assert shown[-1] == "…"
    assert printed[: len(shown) - 1] == shown[:-1]


def test_page_shows_each_command_of_the_group() -> None:
    assert [block[0].split()[1] for block in CONSOLE] == ["read", "check", "schema"]


def test_public_door_is_what_the_page_speaks_of() -> None:
    named = set(re.findall(r"^>>> from tongket\.plans import (.+)$", PAGE, re.MULTILINE))

    shown = {name for names in named for name in names.split(", ")}
    assert sorted(shown | {"Clause", "Evidence", "Facts", "Plan", "Span"}) == plans.__all__


@pytest.mark.slow
def test_reading_a_plan_loads_nothing_of_the_web() -> None:
    program = (
        "import sys; from pathlib import Path; from tongket.plans import read_plan, run_checks; "
        f"run_checks(read_plan(Path({str(MODEL)!r}))); print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)

    assert sorted(WEB & set(done.stdout.split())) == []
