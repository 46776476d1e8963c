"""Files, functions, templates and style sheets stay small enough to be read at one sitting."""

import statistics

import pytest

from tests import figures
from tests.conventions.tree import ROOT, Module, functions, modules, parsed, style_sheets, templates

FUNCTION_MOST = 50
VIEW_MOST = 25
COMMAND_MOST = 40
NESTING_MOST = 2
REASON = "# nested:"


def most_lines(module: Module) -> int:
    """A view has at most 25 lines, a command at most 40, any other function at most 50."""
    parts = module.place.split("/")
    if "views.py" in parts or "views" in parts:
        return VIEW_MOST
    if "commands" in parts or parts[-1] == "commands.py":
        return COMMAND_MOST
    return FUNCTION_MOST


def too_long(module: Module) -> list[str]:
    """The functions of `module` that are longer than their kind may be."""
    lengths = [(node.name, (node.end_lineno or 0) - node.lineno + 1) for node in functions(module)]
    return [f"{module.place}:{name} has {length} lines" for name, length in lengths if length > most_lines(module)]


def too_deep(module: Module) -> list[str]:
    """The functions nested deeper than 2; depth 3 passes with `# nested: why` on the line of its `def`."""
    lines = module.text.splitlines()
    found = []
    for node in functions(module):
        depth = figures.depth(node)
        with_reason = REASON in lines[node.lineno - 1]
        if depth > NESTING_MOST + with_reason:
            found.append(f"{module.place}:{node.name} is nested {depth} deep")
    return found


def function_of(lines: int) -> str:
    """A function with so many lines."""
    return "def f():\n" + "    x = 1\n" * (lines - 1)


NESTED = "def f(x):{reason}\n    for a in x:\n        if a:\n            while a:\n                a -= 1\n"


@pytest.mark.parametrize(
    ("place", "lines", "found"),
    [
        ("papers/rules.py", 50, []),
        ("papers/rules.py", 51, ["papers/rules.py:f has 51 lines"]),
        ("papers/views.py", 25, []),
        ("papers/views/lists.py", 26, ["papers/views/lists.py:f has 26 lines"]),
        ("papers/commands.py", 40, []),
        ("papers/management/commands/read_paper.py", 41, ["papers/management/commands/read_paper.py:f has 41 lines"]),
    ],
)
def test_length_rule_knows_good_from_bad(place: str, lines: int, found: list[str]) -> None:
    assert too_long(parsed(function_of(lines), place)) == found


def test_depth_rule_knows_good_from_bad() -> None:
    assert too_deep(parsed("def f(x):\n    for a in x:\n        if a:\n            return a\n")) == []
    assert (
        too_deep(parsed("def f(x):\n    if x:\n        g()\n    elif y:\n        h()\n    elif z:\n        i()\n"))
        == []
    )
    assert too_deep(parsed(NESTED.format(reason=""))) == ["papers/views.py:f is nested 3 deep"]
    assert too_deep(parsed(NESTED.format(reason="  # nested: three axes of one table"))) == []


def test_functions_are_short() -> None:
    assert [line for module in modules() for line in too_long(module)] == []


def test_functions_are_flat() -> None:
    assert [line for module in modules() for line in too_deep(module)] == []


def test_function_lengths_keep_the_figures() -> None:
    lengths = [function.lines for function in figures.functions(ROOT)]

    assert statistics.median(lengths) <= 8
    assert figures.percentile(lengths, 0.9) <= 25


def test_file_lengths_keep_the_figures() -> None:
    lengths = {module.place: len(module.text.splitlines()) for module in modules()}

    assert {place: lines for place, lines in lengths.items() if lines > 400} == {}
    assert statistics.median(lengths.values()) <= 80
    assert figures.percentile(list(lengths.values()), 0.9) <= 250


def test_nine_templates_of_ten_have_at_most_130_lines() -> None:
    lengths = [len(text.splitlines()) for text in templates().values()]

    assert figures.percentile(lengths, 0.9) <= 130


def test_style_sheets_have_at_most_250_lines() -> None:
    lengths = {place: len(text.splitlines()) for place, text in style_sheets().items()}

    assert {place: lines for place, lines in lengths.items() if lines > 250} == {}
