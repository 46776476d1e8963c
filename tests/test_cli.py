"""The command `tongket`: what it knows, what it refuses, and that it starts nothing it does not need."""

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from tongket import __version__
from tongket.cli import COMMANDS, Command, main, parser

MODEL = Path(__file__).parent / "samples" / "plans" / "01-tam-ky-2024.txt"
NO_PORT = "argument --port: cổng là số từ 1 đến 65535, không phải"
WORDS = [" ".join(command.words) for command in COMMANDS]


def refusal(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """The exit code and the last line of what was said about wrong arguments."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code, capsys.readouterr().err.splitlines()[-1]


def test_commands_are_those_of_the_handbook() -> None:
    assert WORDS == [
        "serve",
        "demo",
        "plan read",
        "plan check",
        "plan schema",
        "document check",
        "document batch",
        "report synthesise",
        "paper check",
        "conference start",
        "conference list",
        "conference correct",
        "duties",
        "mail fetch",
        "mail take",
        "mail remind",
        "manage",
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=WORDS)
def test_command_says_what_it_does_and_does_it(command: Command) -> None:
    assert command.help[0].islower()
    assert callable(pkgutil.resolve_name(command.target))


@pytest.mark.parametrize("command", COMMANDS, ids=WORDS)
def test_help_of_a_command_ends_well(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command.words, "--help"])

    assert left.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: tongket {' '.join(command.words)}")


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])

    assert capsys.readouterr().out == f"tongket {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "tongket: error: the following arguments are required: COMMAND"),
        (["conference"], "tongket conference: error: the following arguments are required: COMMAND"),
        (["plan", "read"], "tongket plan read: error: the following arguments are required: FILE"),
        (["duties", "mot"], "tongket duties: error: argument CONFERENCE: invalid int value: 'mot'"),
        (
            ["serve", "--port", "99999"],
            "tongket serve: error: argument --port: cổng là số từ 1 đến 65535, không phải 99999",
        ),
        (["demo", "--port", "x"], "tongket demo: error: argument --port: cổng là số từ 1 đến 65535, không phải x"),
    ],
    ids=["nothing", "half a command", "no file", "no number", "port above the highest", "port that is no number"],
)
def test_error_wrong_arguments_leave_with_2(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(arguments, capsys) == (2, line)


def test_options_have_defaults_that_stay_on_this_machine() -> None:
    parsed = parser().parse_args(["serve"])

    assert (parsed.host, parsed.port) == ("127.0.0.1", 8000)


def test_rest_of_manage_is_left_to_django() -> None:
    assert parser().parse_args(["manage", "migrate", "--plan"]).rest == ["migrate", "--plan"]


def test_number_of_the_command_is_the_exit_code(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["plan", "read", str(MODEL), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "KẾ HOẠCH"
    assert main(["plan", "read", str(tmp_path / "khong-co.txt")]) == 2


@pytest.mark.slow
def test_reader_that_stops_reading_hears_no_complaint() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "tongket", "plan", "read", str(MODEL)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    running.stdout.close()
    _, said = running.communicate(timeout=60)

    assert (running.returncode, said) == (0, b"")


@pytest.mark.slow
def test_table_of_commands_loads_no_room() -> None:
    code = "import sys; from tongket.cli import parser; parser(); print(*(n for n in sys.modules if 'tongket.' in n))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "tongket.cli\n"
