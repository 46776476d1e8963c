"""How a module is written: why it exists stands on top, imports too, and faults are caught by name."""

import ast
import re

import pytest

from tests.conventions.tree import Module, functions, modules, parsed

BROAD_MOST = 3
FORBIDDEN_NAMES = {"utils", "helpers", "services", "common"}
BROAD = re.compile(r"except(?:\s*\(?\s*.*\b(?:Exception|BaseException)\b.*)?:")
BROAD_REASON = re.compile(r"# noqa: BLE001 -- \S+")


def without_docstring(module: Module) -> bool:
    """Every module says in its first sentence why it exists; only an empty `__init__.py` may say nothing."""
    return bool(module.text.strip()) and not ast.get_docstring(module.tree)


def hidden_imports(module: Module) -> list[str]:
    """Imports stand at the top: one inside a function hides a circle or a slow start."""
    inner = {node for function in functions(module) for node in ast.walk(function)}
    return [
        f"{module.place}:{node.lineno} imports inside a function"
        for node in inner
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def broad_excepts(module: Module) -> list[tuple[str, bool]]:
    """Each `except Exception` with whether its line gives the reason."""
    lines = enumerate(module.text.splitlines(), 1)
    broad = [(number, line) for number, line in lines if BROAD.match(line.strip())]
    return [(f"{module.place}:{number}", bool(BROAD_REASON.search(line))) for number, line in broad]


def _is_boolean(argument: ast.arg, default: ast.expr | None) -> bool:
    annotation = ast.unparse(argument.annotation) if argument.annotation else ""
    return annotation in {"bool", "bool | None"} or (
        isinstance(default, ast.Constant) and isinstance(default.value, bool)
    )


def positional_booleans(module: Module) -> list[str]:
    """A boolean is given by name only: `store(paper, draft=True)` reads, `store(paper, True)` does not."""
    found = []
    for node in functions(module):
        positional = [*node.args.posonlyargs, *node.args.args]
        defaults = [None] * (len(positional) - len(node.args.defaults)) + list(node.args.defaults)
        pairs = zip(positional, defaults, strict=True)
        found += [
            f"{module.place}:{node.name}({argument.arg})" for argument, value in pairs if _is_boolean(argument, value)
        ]
    return found


def test_docstring_rule_knows_good_from_bad() -> None:
    assert not without_docstring(parsed('"""Why."""\nx = 1\n'))
    assert not without_docstring(parsed(""))
    assert without_docstring(parsed("x = 1\n"))


def test_import_rule_knows_good_from_bad() -> None:
    assert hidden_imports(parsed("import os\ndef f():\n    return os\n")) == []
    assert hidden_imports(parsed("def f():\n    import os\n    return os\n")) == [
        "papers/views.py:2 imports inside a function"
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("except ValueError:", []),
        ("except Exception:  # noqa: BLE001 -- the worker's edge", [("papers/views.py:3", True)]),
        ("except Exception as fault:  # noqa: BLE001", [("papers/views.py:3", False)]),
        ("except (OSError, BaseException):", [("papers/views.py:3", False)]),
        ("except:", [("papers/views.py:3", False)]),
    ],
)
def test_except_rule_knows_good_from_bad(line: str, found: list[tuple[str, bool]]) -> None:
    assert broad_excepts(parsed(f"try:\n    f()\n{line}\n    pass\n")) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f(x: int, *, draft: bool = False): ...", []),
        ("def f(x: int, draft: bool): ...", ["papers/views.py:f(draft)"]),
        ("def f(x, draft=False): ...", ["papers/views.py:f(draft)"]),
        ("def f(draft: bool | None): ...", ["papers/views.py:f(draft)"]),
    ],
)
def test_boolean_rule_knows_good_from_bad(code: str, found: list[str]) -> None:
    assert positional_booleans(parsed(code)) == found


def test_every_module_says_why_it_exists() -> None:
    assert [module.place for module in modules() if without_docstring(module)] == []


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {module.place: module.place.removesuffix(".py").split("/")[-1] for module in modules()}

    assert [place for place, name in names.items() if name in FORBIDDEN_NAMES] == []


def test_imports_stand_at_the_top() -> None:
    assert [line for module in modules() for line in hidden_imports(module)] == []


def test_broad_excepts_are_few_and_say_why() -> None:
    found = [each for module in modules() for each in broad_excepts(module)]

    assert [place for place, has_reason in found if not has_reason] == []
    assert len(found) <= BROAD_MOST


def test_booleans_are_given_by_name() -> None:
    assert [line for module in modules() for line in positional_booleans(module)] == []
