"""What the documents promise is there: every command, every dependency and every room has its line."""

import re
import tomllib

from tests.conventions.tree import PACKAGE, ROOT
from tongket.cli import COMMANDS, Command
from tongket.config.settings import ROOMS

NAME = re.compile(r"[A-Za-z0-9._-]+")


def undocumented(commands: tuple[Command, ...], text: str) -> list[str]:
    """The commands without a line of help, or without a line of `text` that shows how they are called."""
    calls = [(f"tongket {' '.join(command.words)}", command.help.strip()) for command in commands]
    return [call for call, words in calls if not words or not re.search(rf"`{call}[ `]", text)]


def without_reason(names: list[str], text: str) -> list[str]:
    """The dependencies that no row of a table in `text` explains: | `name` | why |."""
    return [
        name for name in names if not re.search(rf"^\| .*`{re.escape(name)}`[^|]*\| .{{10,}} \|$", text, re.MULTILINE)
    ]


def dependencies() -> list[str]:
    """The names of what the product needs to run."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [match.group() for line in project["dependencies"] if (match := NAME.match(line))]


def page(name: str) -> str:
    """The text of one document."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_command_rule_knows_good_from_bad() -> None:
    read = Command(("plan", "read"), "đọc một kế hoạch", "a:b")

    assert undocumented((read,), "| `tongket plan read FILE` | reads |") == []
    assert undocumented((read,), "| `tongket plan reader` | reads |") == ["tongket plan read"]
    assert undocumented((Command(("serve",), " ", "a:b"),), "`tongket serve`") == ["tongket serve"]


def test_dependency_rule_knows_good_from_bad() -> None:
    assert without_reason(["lxml"], "| `lxml` | reads Word's own XML |") == []
    assert without_reason(["lxml"], "| `lxml` | |\n`lxml` reads Word's own XML") == ["lxml"]


def test_every_command_has_help_and_a_line_in_operating() -> None:
    assert undocumented(COMMANDS, page("operating.md")) == []


def test_every_dependency_has_its_reason() -> None:
    assert without_reason(dependencies(), page("architecture.md")) == []


def test_dependencies_stay_few() -> None:
    assert len(dependencies()) <= 27


def test_every_room_is_in_the_architecture() -> None:
    rooms = {name.removeprefix("tongket.") for name in ROOMS if name.startswith("tongket.")} | {
        "reading",
        "plans",
        "demo",
    }

    assert [room for room in sorted(rooms) if f"| `{room}` |" not in page("architecture.md")] == []
    assert [room for room in sorted(rooms) if not (PACKAGE / room).is_dir()] == []


def test_every_setting_of_the_environment_is_in_operating() -> None:
    text = (PACKAGE / "config/settings.py").read_text(encoding="utf-8")
    text += (PACKAGE / "config/environment.py").read_text(encoding="utf-8")
    names = set(re.findall(r"(?:text|flag|names)\(\s*\"([A-Z_]+)\"", text))

    assert [name for name in sorted(names) if f"`{name}`" not in page("operating.md")] == []


def test_decisions_have_at_most_forty_lines() -> None:
    lengths = {
        path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "docs/decisions").glob("*.md")
    }

    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > 40} == {}
